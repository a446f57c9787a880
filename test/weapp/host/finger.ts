import type { Locator, Page } from 'playwright-core';

type Weapp = {
  where(): { path: string; query: Record<string, string>; depth: number };
  pullDown(): Promise<void>;
  reachBottom(): void;
};

/** What a person does with the page in front. Each act waits until it can be done, and names what was seen when it cannot. */
export type Finger = {
  tap(id: string): Promise<void>;
  /** Taps what shows these words. */
  tapWords(words: string): Promise<void>;
  type(id: string, words: string): Promise<void>;
  /** Chooses in a picker: the words of a row, or a day as `YYYY-MM-DD`. */
  pick(id: string, value: string): Promise<void>;
  /** Taps a tab of the tab bar: `home`, `workbench`, `policies`, `me`. */
  tab(name: string): Promise<void>;
  see(...words: string[]): Promise<void>;
  /** Waits until the element says something that contains the words; answers all it says. */
  read(id: string, words?: string): Promise<string>;
  /** What stands in a field. */
  value(id: string): Promise<string>;
  /** Answers yes or no to the question in front of the page. */
  answer(yes: boolean): Promise<string>;
  back(): Promise<void>;
  pullDown(): Promise<void>;
  reachBottom(): Promise<void>;
  /** Waits for a page: `pages/home/index`. */
  arrive(path: string): Promise<void>;
  path(): Promise<string>;
  /** All the words of the page in front. */
  words(): Promise<string>;
  screenshot(path: string): Promise<void>;
};

const bareId = (id: string) => id.replace(/^#/, '');

export function holdPhone(window: Page, faults: readonly string[]): Finger {
  const visible = (selector: string): Locator => window.locator(selector).filter({ visible: true }).first();
  const at = (id: string) => visible(`[id="${bareId(id)}"]`);
  const showing = (words: string) => window.getByText(words).filter({ visible: true }).first();
  const control = (id: string) => visible(`[id="${bareId(id)}"] > input, [id="${bareId(id)}"] > textarea`);
  const words = () => window.locator('.wx-frame:not([hidden])').innerText();
  const where = () => window.evaluate(() => (globalThis as unknown as { weapp: Weapp }).weapp.where());

  const finger: Finger = {
    tap: (id) => at(id).tap(),
    tapWords: (wanted) => showing(wanted).tap(),
    type: (id, wanted) => control(id).fill(wanted),
    async pick(id, value) {
      await at(id).tap();
      const day = visible('#wx-day-value');
      const row = visible('#wx-list').getByText(value, { exact: true });
      await day.or(row).waitFor();
      if ((await day.count()) === 0) return row.tap();
      await day.fill(value);
      await at('wx-day-ok').tap();
    },
    tab: (name) => at(`wx-tab-${name}`).tap(),
    async see(...wanted) {
      for (const each of wanted) await showing(each).waitFor();
    },
    async read(id, wanted = '') {
      await at(id).filter({ hasText: wanted }).waitFor();
      return at(id).innerText();
    },
    value: (id) => control(id).inputValue(),
    async answer(yes) {
      const asked = await at('wx-modal').innerText();
      await at(yes ? 'wx-yes' : 'wx-no').tap();
      return asked;
    },
    back: () => at('wx-back').tap(),
    pullDown: () => window.evaluate(() => (globalThis as unknown as { weapp: Weapp }).weapp.pullDown()),
    reachBottom: () => window.evaluate(() => (globalThis as unknown as { weapp: Weapp }).weapp.reachBottom()),
    async arrive(path) {
      await window.locator(`.wx-frame[data-path="${path}"]:not([hidden])`).last().waitFor();
    },
    path: async () => (await where()).path,
    words,
    async screenshot(path) {
      await window.screenshot({ path });
    },
  };
  return Object.fromEntries(
    Object.entries(finger).map(([name, act]) => [name, telling(name, act as Act, words, faults)]),
  ) as Finger;
}

type Act = (...given: unknown[]) => Promise<unknown>;

/** An act that fails tells what was on the screen, and what the app's scripts had complained of by then. */
function telling(name: string, act: Act, words: () => Promise<string>, faults: readonly string[]): Act {
  return async (...given) => {
    try {
      return await act(...given);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const seen = await words().catch(String);
      throw new Error(
        `${name}(${given.map(String).join(', ')}): ${why}\n--- on the screen\n${seen}\n--- faults\n${faults.join('\n')}`,
      );
    }
  };
}
