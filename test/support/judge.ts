import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { mostLevels } from '../../tools/weapp-build/templates';
import { type Asked, look } from './look';

/** Standard and elder mode, and the least px of what is touched and of words in each (MIIT's rules of 2021 for apps). */
export const modes = [
  { elder: false, least: { target: 44, text: 15 } },
  { elder: true, least: { target: 60, text: 18 } },
] as const;

export type Mode = (typeof modes)[number];

/**
 * Elder mode is two classes, one on each page and one on the browser's document (test/house/elder.test.ts): a page that is in front can be seen in both
 * modes without being opened again.
 */
export const enlarge = (window: Page, large: boolean): Promise<void> =>
  window.evaluate((on) => {
    // A mini program has no document of its own.
    if (!document.querySelector('.wx-frame')) document.documentElement.classList.toggle('xh-elder', on);
    for (const page of Array.from(document.querySelectorAll('.xh-page'))) page.classList.toggle('elder', on);
  }, large);

/** Looks at a page as it stands; answers a sentence for each fault. */
export const judge = (window: Page, asked: Asked): Promise<string[]> => window.evaluate(look, asked);

/**
 * Taro's templates go 15 deep; what lies deeper is drawn by a component of its own, where no style of the page and no scrolling to an id
 * reaches (platform §9).
 */
export const tooDeep = (levels: number): string[] =>
  levels > 0 && levels <= mostLevels
    ? []
    : [`the page has ${levels} levels of elements, ${mostLevels} are drawn safely`];

const axeScript = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Parts of a page by their selectors. */
type Part = { include: string[]; exclude?: string[] };

/** What axe-core finds wrong within a part of a page, each with the rule's name and where. */
export async function judgeByAxe(window: Page, part: Part, options: axe.RunOptions = {}): Promise<string[]> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axeScript);
  return window.evaluate(
    async ({ within, chosen }) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(within, chosen);
      return violations.flatMap(({ id, impact, nodes }) =>
        nodes.map(({ target, failureSummary = '' }) =>
          `${target.join(' ')} breaks ${id} (${impact}): ${failureSummary}`.replace(/\s+/g, ' '),
        ),
      );
    },
    { within: part, chosen: { ...options, preload: false, resultTypes: ['violations' as const] } },
  );
}
