import { begin } from '../support/acts/entry';
import type { MiniProgram } from './host/open';
import { setStage } from './stage';

const stage = setStage();

/** What a finger or a reader meets on the page in front: controls without a name, controls that are too low, words too small. */
function judge(phone: MiniProgram, least: { target: number; text: number }): Promise<string[]> {
  return phone.window.evaluate(({ target, text }) => {
    const roles = ['button', 'radio', 'checkbox', 'switch', 'tab', 'link'].map((role) => `[role=${role}]`).join(',');
    const frame = document.querySelector('.wx-frame:not([hidden])');
    const shown = Array.from(frame?.querySelectorAll<HTMLElement>('*') ?? []).filter(
      (each) => each.getBoundingClientRect().height > 0 && !each.closest('[aria-hidden=true]'),
    );
    const controls = shown.filter((each) => each.matches(`wx-button, wx-input, wx-textarea, wx-picker, ${roles}`));
    const said = (each: HTMLElement) => each.getAttribute('aria-label') ?? each.innerText;
    const called = (each: HTMLElement) => each.id || said(each);
    const written = shown.filter((each) =>
      Array.from(each.childNodes).some((child) => child.nodeType === 3 && child.textContent?.trim()),
    );
    // To half a pixel: sizes in parts of the window's width are not whole.
    const high = (each: Element) => Math.round(each.getBoundingClientRect().height * 2) / 2;
    const box = (each: Element) => high(each.closest('.xh-input') ?? each);
    return [
      ...controls.filter((each) => said(each).trim() === '').map((each) => `${called(each)} has no name`),
      ...controls.filter((each) => box(each) < target).map((each) => `${called(each)} is ${box(each)} px high`),
      ...controls
        .filter((each) => each.matches('wx-input, wx-picker') && high(each) < target - 4)
        .map((each) => `${called(each)} answers over ${high(each)} px`),
      ...written
        .map((each) => ({ each, size: Number.parseFloat(getComputedStyle(each).fontSize) }))
        .filter(({ size }) => size < text - 0.01)
        .map(({ each, size }) => `${each.className}: words of ${size} px`),
    ];
  }, least);
}

test.each([
  { mode: 'on a narrow phone', elder: false, width: 320, least: { target: 44, text: 15 } },
  { mode: 'in elder mode', elder: true, width: 375, least: { target: 60, text: 18 } },
])(
  'every control has a name and room for a finger, and every word is large enough, $mode',
  async ({ elder, width, least }) => {
    const phone = await stage.phone(`o-reader-${elder}`, { width });
    const { page, restart } = phone;
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      const faults = await judge(phone, least);
      if (faults.length > 0) found[name] = faults;
    };
    if (elder) {
      await restart('/packages/account/settings/index');
      await page.tap('elder');
      await phone.window.locator('.xh-page.elder').waitFor();
      await look('settings');
      await restart();
    }
    await page.reads('enter');
    await look('home');
    for (const tab of ['policies', 'me', 'workbench'] as const) {
      await page.tab(tab);
      await page.arrives(tab);
      await look(tab);
    }
    await page.tab('home');
    await begin(page, 'idea_team');
    await page.reads('section-project');
    await look('entry');
    for (const section of ['project', 'leader', 'jobs', 'declaration', 'materials', 'team']) {
      await page.tap(`section-${section}`);
      await page.reads('done');
      await look(section);
      await page.back();
      await page.arrives('entry/entry');
      await page.reads('section-project');
    }
    expect(found).toEqual({});
  },
);
