import type { Locator, Page } from 'playwright-core';
import type { Route } from '../../src/shared/routes';

/** A file as a person picks it. */
export type PickedFile = { name: string; bytes: Buffer };

/**
 * What a person does with the app, whichever build is in hand: a web page or the mini program. Each act waits until it can be
 * done, on what is in sight, and names what stood there when it cannot.
 */
export type Hand = {
  /** Opens a page by its address, as from a bookmark or a message. */
  open(route: Route, params?: Readonly<Record<string, string>>): Promise<void>;
  /** Goes to a page within the app that is open, as a link in it leads there: nothing is begun anew. */
  turnTo(route: Route, params?: Readonly<Record<string, string>>): Promise<void>;
  tap(id: string): Promise<void>;
  /** Taps the row or button that shows these words. */
  tapWords(words: string): Promise<void>;
  /** Two taps faster than any answer. */
  tapTwice(id: string): Promise<void>;
  /** Taps, one after the other, everything whose id begins and ends so. */
  tapEach(begin: string, end: string): Promise<void>;
  /** Goes to one of the four tabs. */
  tab(route: 'home' | 'workbench' | 'policies' | 'me'): Promise<void>;
  type(id: string, words: string): Promise<void>;
  /** Chooses in a list, by the words of a row. */
  choose(id: string, words: string): Promise<void>;
  /** Chooses a day, `YYYY-MM-DD`. */
  day(id: string, day: string): Promise<void>;
  /** Taps what asks for a file, and hands one over; in WeChat from where it lies, when that is asked. */
  attach(id: string, file: PickedFile, from?: 'album' | 'camera' | 'chat'): Promise<void>;
  /** What stands in a field. */
  value(id: string): Promise<string>;
  /** Waits until a box is ticked, or is not. */
  ticked(id: string, on: boolean): Promise<void>;
  /** Waits until a button can be used, or cannot. */
  usable(id: string, on: boolean): Promise<void>;
  /** Waits until a field is brought to the person: in a browser it has the focus, in WeChat it is scrolled into sight. */
  focuses(id: string): Promise<void>;
  /** Says yes, or no, to the question that stands in front of the page; answers what was asked. */
  answer(yes: boolean): Promise<string>;
  sees(...words: string[]): Promise<void>;
  /** Waits until the words have gone. */
  missesSoon(words: string): Promise<void>;
  /** Waits until the element is not to be seen. */
  gone(id: string): Promise<void>;
  /** Waits for the page of this route. */
  arrives(route: Route): Promise<void>;
  /** A parameter of the page in front. */
  param(name: string): Promise<string>;
  /** Waits until the element says something that contains the words; answers all it says. */
  reads(id: string, words?: string): Promise<string>;
  /** All the words of the page in front. */
  words(): Promise<string>;
};

type Noting = { clicked?: boolean };

/** For a page's first script: notes that a touch came to a click. */
export const noteClicks = () =>
  addEventListener('click', () => Object.assign(globalThis, { clicked: true } satisfies Noting), true);

/** Whether there was a click since this was last asked; a while is given for it. */
const clickCame = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const noting = globalThis as Noting;
    for (let waits = 0; !noting.clicked && waits < 20; waits += 1) await new Promise((on) => setTimeout(on, 25));
    const came = noting.clicked === true;
    noting.clicked = false;
    return came;
  });

/**
 * Taps, and taps again if that came to nothing: on a machine that is busy elsewhere a browser may hold a short touch for a long one, of which no
 * click comes. What a click came of is never tapped again.
 */
export async function touch(thing: Locator): Promise<void> {
  await thing.tap();
  // A page that went away with the tap has no more to say.
  const came = await clickCame(thing.page()).catch(() => true);
  if (!came && (await thing.isVisible())) await thing.tap();
}

/** Where things are on a page, and what is done to them alike on both builds. */
export function makeEyes(page: Page) {
  const visible = (selector: string): Locator => page.locator(selector).filter({ visible: true });
  const at = (id: string): Locator => visible(`[id="${id.replace(/^#/, '')}"]`).first();
  const showing = (words: string): Locator => page.getByText(words).filter({ visible: true }).first();
  return {
    visible,
    at,
    showing,
    tap: (id: string) => touch(at(id)),
    tapWords: (words: string) => touch(showing(words)),
    async tapTwice(id: string) {
      await at(id).evaluate((element) => {
        (element as HTMLElement).click();
        (element as HTMLElement).click();
      });
    },
    async tapEach(begin: string, end: string) {
      const some = visible(`[id^="${begin}"]${end === '' ? '' : `[id$="${end}"]`}`);
      await some.first().waitFor();
      for (const each of await some.all()) await touch(each);
    },
    async sees(...words: string[]) {
      for (const each of words) await showing(each).waitFor();
    },
    missesSoon: (words: string) => showing(words).waitFor({ state: 'hidden' }),
    usable: (id: string, on: boolean) =>
      visible(`[id="${id}"]${on ? ':not([aria-disabled="true"])' : '[aria-disabled="true"]'}`)
        .first()
        .waitFor(),
    gone: (id: string) => at(id).waitFor({ state: 'hidden' }),
    async reads(id: string, words = '') {
      await at(id).filter({ hasText: words }).waitFor();
      return at(id).innerText();
    },
    ticked: (id: string, on: boolean) =>
      at(id)
        .and(page.locator(`[aria-checked="${on}"]`))
        .waitFor(),
  };
}

/** Lets every act that fails tell where the person stood and what was to be read there. */
export function telling<T extends object>(hand: T, where: () => Promise<string>, silent: readonly string[] = []): T {
  const told = Object.entries(hand).map(([name, part]) => {
    if (typeof part !== 'function' || silent.includes(name)) return [name, part];
    const act = part as (...args: unknown[]) => Promise<unknown>;
    return [
      name,
      async (...args: unknown[]) => {
        try {
          return await act(...args);
        } catch (error) {
          const why = error instanceof Error ? error.message : String(error);
          throw new Error(`${name}(${args.map(String).join(', ')}): ${why}\n--- ${await where().catch(String)}`);
        }
      },
    ];
  });
  return { ...hand, ...(Object.fromEntries(told) as Partial<T>) };
}

/** Acts that bring a page by themselves, or need none. */
const needNoPage: readonly string[] = ['open', 'openLink', 'leave'];

/** Lets a phone on which nothing is open yet begin with the page that its holder asks for first, and with 我的 for whoever looks before asking. */
export function opensFirst<T extends Hand>(hand: T, silent: readonly string[] = []): T {
  let open = false;
  const opening = Object.entries(hand).map(([name, part]) => {
    if (typeof part !== 'function' || silent.includes(name)) return [name, part];
    const act = part as (...args: unknown[]) => Promise<unknown>;
    return [
      name,
      async (...args: unknown[]) => {
        const first = !open;
        open = true;
        if (first && name === 'turnTo') return hand.open(...(args as Parameters<Hand['open']>));
        if (first && !needNoPage.includes(name)) await hand.open('me');
        return act(...args);
      },
    ];
  });
  return { ...hand, ...(Object.fromEntries(opening) as Partial<T>) };
}
