import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { link, type Route } from '../../src/shared/routes';
import { openPhone } from './browser';
import type { Product } from './product';

/** A file as a person picks it. */
export type Pick = { name: string; bytes: Buffer; mimeType?: string };

/** Someone with a phone in hand, who sees what is drawn and touches it; each waits until it is there. */
export type Person = {
  context: BrowserContext;
  page: Page;
  /** Opens a page by its address, as from a bookmark. */
  open(route: Route, params?: Readonly<Record<string, string>>): Promise<void>;
  openLink(path: string): Promise<void>;
  /** The element of that id on the page in front. */
  at(id: string): Locator;
  tap(id: string): Promise<void>;
  /** Taps the row or button that shows these words. */
  tapWords(words: string): Promise<void>;
  type(id: string, words: string): Promise<void>;
  choose(id: string, value: string): Promise<void>;
  /** What stands in a field. */
  value(id: string): Promise<string>;
  /** The id of the field that has the focus, once it has it. */
  focuses(id: string): Promise<void>;
  /** Taps what asks for a file, and picks it. */
  pick(id: string, file: Pick | string): Promise<void>;
  /** Says yes, or no, to the question that stands in front of the page; answers what was asked. */
  answer(yes: boolean): Promise<string>;
  sees(...words: string[]): Promise<void>;
  /** Waits until the words have gone. */
  missesSoon(words: string): Promise<void>;
  /** Waits for the page of this route. */
  arrives(route: Route): Promise<void>;
  /** Waits until the element says something that contains the words; answers all it says. */
  reads(id: string, words?: string): Promise<string>;
  /** All the words of the page in front. */
  words(): Promise<string>;
  /** Lays the phone away. */
  leave(): Promise<void>;
};

const patienceMs = 10_000;

/** Every act that fails tells where the person stood and what was to be read there. */
function telling(person: Person): Person {
  const told = Object.entries(person).map(([name, part]) => {
    if (typeof part !== 'function' || name === 'at') return [name, part];
    const act = part as (...args: unknown[]) => Promise<unknown>;
    return [
      name,
      async (...args: unknown[]) => {
        try {
          return await act(...args);
        } catch (error) {
          const words = await person.page.locator('body').innerText({ timeout: 1000 }).catch(String);
          const why = error instanceof Error ? error.message : String(error);
          throw new Error(`${name}(${args.map(String).join(', ')}): ${why}\n--- ${person.page.url()}\n${words}`);
        }
      },
    ];
  });
  return { ...person, ...(Object.fromEntries(told) as Partial<Person>) };
}

/** Opens a phone at the product; with a persona, signed in through the picker. */
export async function meet(browser: Browser, product: Product, persona?: string): Promise<Person> {
  const context = await openPhone(browser);
  context.setDefaultTimeout(patienceMs);
  await atTheClock(context, product);
  const page = await context.newPage();
  const person = telling(hold(context, page, product.address));
  if (persona !== undefined) {
    await person.open('account/signin', { back: link('me') });
    await person.tap(`persona-${persona}`);
    await person.arrives('me');
    await person.at('notices').waitFor();
  }
  return person;
}

/** The phone's day is the product's, whenever the tests run. Timers keep running. */
async function atTheClock(context: BrowserContext, product: Product): Promise<void> {
  await context.addInitScript((shift) => {
    const Real = Date;
    class Shifted extends Real {
      constructor(...args: [] | [number | string]) {
        if (args.length === 0) super(Real.now() + shift);
        else super(...(args as [number]));
      }
      static override now() {
        return Real.now() + shift;
      }
    }
    window.Date = Shifted as DateConstructor;
  }, product.clock.now() - Date.now());
}

function hold(context: BrowserContext, page: Page, address: string): Person {
  const visible = (selector: string) => page.locator(selector).filter({ visible: true });
  const at = (id: string) => visible(`[id="${id}"]`).first();
  const control = (id: string) =>
    visible(
      ['input', 'textarea', 'select']
        .flatMap((tag) => [`${tag}[id="${id}"]`, `[id="${id}"] ${tag}`])
        .concat(`[id="${id}"] [contenteditable]`)
        .join(','),
    ).first();
  const showing = (words: string) => page.getByText(words).filter({ visible: true }).first();
  const openLink = async (path: string) => {
    await page.goto(`${address}${path}`);
  };
  return {
    context,
    page,
    at,
    openLink,
    open: (route, params = {}) => openLink(link(route, params)),
    tap: (id) => at(id).tap(),
    tapWords: (words) => showing(words).tap(),
    type: async (id, words) => {
      await control(id).fill(words);
    },
    choose: async (id, value) => {
      await control(id).selectOption(value);
    },
    value: (id) => control(id).inputValue(),
    async focuses(id) {
      await page.waitForFunction((wanted) => document.activeElement?.closest('[id]')?.id === wanted, id);
    },
    async pick(id, file) {
      const asked = page.waitForEvent('filechooser');
      await at(id).tap();
      const picked =
        typeof file === 'string'
          ? file
          : { name: file.name, mimeType: file.mimeType ?? 'application/octet-stream', buffer: file.bytes };
      await (await asked).setFiles(picked);
    },
    async answer(yes) {
      const modal = visible('.taro-modal__content').first();
      await modal.waitFor();
      const asked = await modal.innerText();
      await modal.locator(yes ? '.taro-model__confirm' : '.taro-model__cancel').tap();
      await modal.waitFor({ state: 'hidden' });
      return asked;
    },
    async sees(...words) {
      for (const each of words) await showing(each).waitFor();
    },
    missesSoon: (words) => showing(words).waitFor({ state: 'hidden' }),
    arrives: (route) => page.waitForURL((url) => url.pathname === link(route)),
    async reads(id, words = '') {
      await at(id).filter({ hasText: words }).waitFor();
      return at(id).innerText();
    },
    words: () => visible('.xh-page').first().innerText(),
    leave: () => context.close(),
  };
}
