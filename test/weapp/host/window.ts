import type { Browser, BrowserContext, Page } from 'playwright-core';
import { layBy, openPhone, takeUp } from '../../support/browser';
import { setBrowserClock } from '../../support/browser-clock';
import { noteClicks } from '../../support/hand';

/** The browser's window that a phone is, and whoever answers what the app asks of its device now. */
type Kept = { context: BrowserContext; window: Page; answer(asked: string): Promise<string> };

export type Opened = {
  width: number;
  /** The phone's clock, in ms. */
  now: number;
  /** What lies in its storage whenever the app begins. */
  stored: Readonly<Record<string, string>>;
  /** Answers what the app asks of its device. */
  answer: Kept['answer'];
  /** A page without scripts, at the app's origin. */
  empty: string;
};

/** The windows that were emptied, the last one first. */
const emptied: Kept[] = [];

async function begin(browser: Browser): Promise<Kept> {
  const context = await openPhone(browser);
  context.setDefaultTimeout(10_000);
  await context.addInitScript(noteClicks);
  const kept: Kept = { context, window: await context.newPage(), answer: async () => '' };
  await kept.window.exposeFunction('askDevice', (asked: string) => kept.answer(asked));
  return kept;
}

/**
 * A window for one phone: one that another phone has left, emptied, or a new one. A process of its own and the app compiled anew cost twice what a
 * start does in a window where it has run before (docs/decisions/0015-the-time-of-the-tests.md).
 */
export async function openWindow(browser: Browser, opened: Opened): Promise<{ window: Page; leave(): Promise<void> }> {
  const left = emptied.pop();
  const kept = left && takeUp(left.context) ? left : await begin(browser);
  const { context, window } = kept;
  kept.answer = opened.answer;
  await window.setViewportSize({ width: opened.width, height: 720 });
  const begun = [
    await setBrowserClock(window, opened.now),
    await window.addInitScript((stored) => {
      for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
    }, opened.stored),
  ];
  let gone = false;
  return {
    window,
    async leave() {
      if (gone) return;
      gone = true;
      for (const script of begun) await script.dispose();
      await window.goto(opened.empty);
      await window.evaluate(() => localStorage.clear());
      await layBy(context);
      emptied.push(kept);
    },
  };
}
