import type { Page } from 'playwright-core';
import { link, pathOf } from '../../../src/shared/routes';
import { type Hand, makeEyes, telling, touch } from '../../support/hand';
import { type Keyboard, keyboardOf } from '../../support/keyboard';
import type { Device } from './device';

type Weapp = {
  go(name: 'reLaunch', options: { url: string }): Promise<void>;
  where(): { path: string; query: Record<string, string>; depth: number };
  pullDown(): Promise<void>;
  hide(): void;
};

/** What a person does with the mini program. */
export type Finger = Hand &
  Keyboard & {
    /** Waits for WeChat's list, and taps a row; null puts it away. */
    pickRow(words: string | null): Promise<void>;
    back(): Promise<void>;
    pullDown(): Promise<void>;
    /** Scrolls to the end of what the page holds now. */
    reachBottom(): Promise<void>;
    path(): Promise<string>;
    screenshot(path: string): Promise<void>;
  };

const rows = { album: '从相册选', camera: /^拍/, chat: '微信聊天文件' } as const;

/** @param restart starts the app anew at a page's address */
export function holdPhone(
  window: Page,
  device: Pick<Device, 'offer'>,
  restart: (url: string) => Promise<void>,
  faults: readonly string[],
): Finger {
  const { visible, at, showing: _showing, ...eyes } = makeEyes(window);
  const control = (id: string) => visible(`[id="${id}"] > input, [id="${id}"] > textarea`).first();
  const words = () => window.locator('.wx-frame:not([hidden])').innerText({ timeout: 1000 });
  const where = () => window.evaluate(() => (globalThis as unknown as { weapp: Weapp }).weapp.where());
  const pickRow = async (wanted: string | RegExp | null) => {
    const list = visible('#wx-list');
    if (wanted === null) return touch(at('wx-list-cancel'));
    await touch(list.getByText(wanted, { exact: true }));
  };

  const finger: Finger = {
    ...eyes,
    ...keyboardOf(window, control),
    // Whoever comes in by another address has left what was open before.
    async open(route, params = {}) {
      await window.evaluate(() => (globalThis as unknown as { weapp?: Weapp }).weapp?.hide());
      await restart(link(route, params));
    },
    turnTo: (route, params = {}) =>
      window.evaluate(
        (url) => (globalThis as unknown as { weapp: Weapp }).weapp.go('reLaunch', { url }),
        link(route, params),
      ),
    tab: (route) => eyes.tap(`wx-tab-${route}`),
    type: (id, wanted) => control(id).fill(wanted),
    async choose(id, wanted) {
      await eyes.tap(id);
      // What a field says as it is left may move the next one from under the finger: whoever missed it taps again.
      await visible('#wx-list')
        .waitFor({ timeout: 2000 })
        .catch(() => eyes.tap(id));
      await pickRow(wanted);
    },
    async day(id, day) {
      await eyes.tap(id);
      await visible('#wx-day-value').fill(day);
      await eyes.tap('wx-day-ok');
    },
    async attach(id, file, from) {
      device.offer(file, from ?? 'chat');
      await eyes.tap(id);
      if (from !== undefined) await pickRow(rows[from]);
    },
    pickRow,
    value: (id) => control(id).inputValue(),
    async focuses(id) {
      await window.waitForFunction((wanted) => {
        const box = document.getElementById(wanted)?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
      }, id);
    },
    async answer(yes) {
      const asked = await at('wx-modal').innerText();
      await eyes.tap(yes ? 'wx-yes' : 'wx-no');
      return asked;
    },
    async arrives(route) {
      await window
        .locator(`.wx-frame[data-path="${pathOf(route).slice(1)}"]:not([hidden])`)
        .last()
        .waitFor();
    },
    param: async (name) => decodeURIComponent((await where()).query[name] ?? ''),
    words,
    back: () => eyes.tap('wx-back'),
    pullDown: () => window.evaluate(() => (globalThis as unknown as { weapp: Weapp }).weapp.pullDown()),
    reachBottom: () =>
      window.evaluate(async () => {
        const page = document.querySelector('.wx-frame:not([hidden])')?.firstElementChild;
        if (!page) return;
        // As a finger does it, screen by screen: between two screens the page is told where it stands.
        for (const end = page.scrollHeight; page.scrollTop + page.clientHeight < end - 1; ) {
          page.scrollBy({ top: page.clientHeight });
          await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
        }
      }),
    path: async () => (await where()).path,
    async screenshot(path) {
      await window.screenshot({ path });
    },
  };
  return telling(finger, async () => `on the screen\n${await words()}\n--- faults\n${faults.join('\n')}`);
}
