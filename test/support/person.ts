import type { Browser, BrowserContext, Disposable, Locator, Page } from 'playwright-core';
import { isTab, link, type Route } from '../../src/shared/routes';
import { layBy, openPhone, takeUp } from './browser';
import { setBrowserClock } from './browser-clock';
import { type Hand, makeEyes, noteClicks, type PickedFile, telling, touch } from './hand';
import type { Product } from './product';

/** Someone with the web page in hand. */
export type Person = Hand & {
  context: BrowserContext;
  page: Page;
  openLink(path: string): Promise<void>;
  /** Runs in each page before its own scripts, as long as this phone is held. */
  firstRuns(script: (given: string) => void, given: string): Promise<Disposable>;
  /** The element of that id on the page in front. */
  at(id: string): Locator;
  /** Taps what asks for a file, and picks it; a path where the file is too large to hold. */
  pick(id: string, file: PickedFile | string): Promise<void>;
  /** Lays the phone away, emptied, for whoever comes next; one whose requests were met on their way is closed by its context instead. */
  leave(): Promise<void>;
};

const patienceMs = 10_000;
const tabs = { home: '首页', workbench: '工作台', policies: '政策', me: '我的' } as const;

/**
 * Pages that await something from elsewhere ask for it again after one to five seconds (`use-ask-again.ts`, `use-web-sign-in.ts`): in a browser here after a tenth of that, since what they await comes
 * as soon as a test lets it. Toasts, which stand for 2.5 seconds, stay that long. It goes there as text, as the clock does.
 */
const soonAgain = `(() => {
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (work, ms, ...given) => wait(work, ms >= 1000 && ms <= 5000 && ms !== 2500 ? ms / 10 : ms, ...given);
})()`;

type Phone = { context: BrowserContext; page: Page };

/** Those that were emptied, the last one first. */
const emptied: Phone[] = [];

async function takePhone(browser: Browser): Promise<Phone> {
  const left = emptied.pop();
  if (left && takeUp(left.context)) return left;
  const context = await openPhone(browser);
  await context.addInitScript(soonAgain);
  await context.addInitScript(noteClicks);
  return { context, page: await context.newPage() };
}

/**
 * Empties a phone of all that its holder did on it: a process of its own, and the app compiled in it, cost more than all else that is done on most phones.
 * @param empty a page without scripts, at the product's address
 */
async function empty({ context, page }: Phone, empty: string): Promise<void> {
  for (const event of ['pageerror', 'request', 'requestfinished', 'requestfailed'] as const)
    page.removeAllListeners(event);
  for (const other of context.pages()) if (other !== page) await other.close();
  await context.setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.goto(empty);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await context.clearCookies();
}

/** Opens a phone at the product; with a persona, signed in through the picker. */
export async function meet(browser: Browser, product: Product, persona?: string): Promise<Person> {
  const phone = await takePhone(browser);
  const { context, page } = phone;
  context.setDefaultTimeout(patienceMs);
  await page.setViewportSize({ width: 375, height: 720 });
  const begun: Disposable[] = [await setBrowserClock(context, product.clock.now())];
  const where = async () => `${page.url()}\n${await page.locator('body').innerText({ timeout: 1000 })}`;
  let gone = false;
  const person: Person = telling(
    {
      ...hold(context, page, product.address),
      async firstRuns(script, given) {
        const one = await context.addInitScript(script, given);
        begun.push(one);
        return one;
      },
      async leave() {
        if (gone || page.isClosed()) return;
        gone = true;
        try {
          for (const script of begun) await script.dispose();
          await empty(phone, `${product.address}/nothing.txt`);
        } catch {
          // Whatever a test has left it in, nobody goes on with it.
          return context.close();
        }
        await layBy(context);
        emptied.push(phone);
      },
    },
    where,
    ['at'],
  );
  if (persona !== undefined) {
    await person.open('account/signin', { back: link('me') });
    await person.tap(`persona-${persona}`);
    await person.arrives('me');
    await person.at('notices').waitFor();
  }
  return person;
}

function hold(context: BrowserContext, page: Page, address: string): Omit<Person, 'firstRuns' | 'leave'> {
  const { visible, showing: _showing, ...eyes } = makeEyes(page);
  const control = (id: string) =>
    visible(
      ['input', 'textarea', 'select']
        .flatMap((tag) => [`${tag}[id="${id}"]`, `[id="${id}"] ${tag}`])
        .concat(`[id="${id}"] [contenteditable]`)
        .join(','),
    ).first();
  const openLink = async (path: string) => {
    await page.goto(`${address}${path}`);
  };
  const pick = async (id: string, file: PickedFile | string) => {
    const asked = page.waitForEvent('filechooser');
    await eyes.tap(id);
    const picked =
      typeof file === 'string' ? file : { name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes };
    await (await asked).setFiles(picked);
  };
  return {
    ...eyes,
    context,
    page,
    openLink,
    open: (route: Route, params = {}) => openLink(link(route, params)),
    // As by a step of the browser's history: the page takes the place of the one in front. A tab, which would stay, comes by its address.
    async turnTo(route, params = {}) {
      if (isTab(route)) return openLink(link(route, params));
      const front = await visible('.xh-page').last().elementHandle();
      await page.evaluate(
        (to) => {
          window.history.pushState(null, '', to);
          window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
        },
        link(route, params),
      );
      await front?.waitForElementState('hidden');
    },
    tab: (route) => touch(visible('.weui-tabbar__label').getByText(tabs[route], { exact: true })),
    type: (id, words) => control(id).fill(words),
    day: (id, day) => control(id).fill(day),
    async choose(id, words) {
      await control(id).selectOption({ label: words });
    },
    value: (id) => control(id).inputValue(),
    async focuses(id) {
      await page.waitForFunction((wanted) => document.activeElement?.closest('[id]')?.id === wanted, id);
    },
    pick,
    attach: pick,
    async answer(yes) {
      const modal = visible('.taro-modal__content').first();
      await modal.waitFor();
      const asked = await modal.innerText();
      await touch(modal.locator(yes ? '.taro-model__confirm' : '.taro-model__cancel'));
      await modal.waitFor({ state: 'hidden' });
      return asked;
    },
    arrives: (route) => page.waitForURL((url) => url.pathname === link(route)),
    param: async (name) => new URL(page.url()).searchParams.get(name) ?? '',
    words: () => visible('.xh-page').first().innerText(),
  };
}
