import type { Root } from 'glass-easel-miniprogram-adapter';
import type { AppConfig, PageConfig } from './app-config';
import { ask, network, report } from './device';
import { files, resolvePath } from './modules';
import { makeRoot } from './space';
import { send } from './way';
import { badges, drawBars, frameOf, uncover } from './window';

export type PageInstance = Record<string, unknown> & {
  route: string;
  options: Record<string, string>;
  setData(data: Record<string, unknown>, done?: () => void): void;
};

type Shown = { path: string; instance: PageInstance; root: Root; frame: HTMLElement; title: string };

const mostPages = 10;
const tabs = new Map<string, Shown>();
let stack: Shown[] = [];
const arrived = new Set<string>(['']);

const appConfig = () => files.json.get('app.json') as AppConfig;
const tabPaths = () => (appConfig().tabBar?.list ?? []).map(({ pagePath }) => pagePath);
export const configOf = (path: string) => ({
  ...appConfig().window,
  ...(files.json.get(`${path}.json`) as PageConfig),
});
const front = () => stack.at(-1);

export const currentPages = (): PageInstance[] => stack.map(({ instance }) => instance);

/** Calls a page's lifetime function, if it has it. */
export function tell(page: PageInstance | undefined, lifetime: string, ...given: unknown[]): void {
  const heard = page?.[lifetime];
  if (page && typeof heard === 'function') heard.apply(page, given);
}

/** As phones do it, a page gets its parameters as they stand in the address; WeChat's own simulator decodes them. */
export const queryOf = (search: string): Record<string, string> =>
  Object.fromEntries(
    search
      .split('&')
      .filter((part) => part !== '')
      .map((part) => [part.split('=')[0] ?? '', part.slice(part.indexOf('=') + 1)]),
  );

function readAddress(url: unknown): { path: string; query: Record<string, string> } {
  const [place = '', search = ''] = String(url).split('?');
  const path = resolvePath(front()?.path.split('/').slice(0, -1).join('/') ?? '', place);
  return { path, query: queryOf(search) };
}

/** Whether there is such a page. */
export const knows = (path: string): boolean =>
  [
    ...appConfig().pages,
    ...(appConfig().subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ].includes(path);

/** A subpackage comes over the network when one of its pages is entered for the first time. */
async function bring(path: string): Promise<void> {
  if (!knows(path)) throw new Error(`page "${path}" is not found`);
  const root = appConfig().subPackages?.find((each) => path.startsWith(`${each.root}/`))?.root ?? '';
  if (arrived.has(root)) return;
  if (!network.online()) throw new Error(`loadSubpackage: fail, ${root}`);
  await ask('package', root);
  arrived.add(root);
}

function open(path: string, query: Record<string, string>): Shown {
  const frame = frameOf(path);
  const root = makeRoot(path, frame);
  const instance = root.get() as unknown as PageInstance;
  const inner = instance.setData.bind(instance);
  // Taro writes `root.cn.[0]`; WeChat reads that as `root.cn[0]`.
  instance.setData = (data, done) => {
    firstCrossed ??= performance.now();
    measured.push(new TextEncoder().encode(JSON.stringify(data)).length);
    const copied = Object.entries(data).map(([key, value]) => [key.replaceAll('.[', '['), structuredClone(value)]);
    send('toView', () => inner(Object.fromEntries(copied), done));
  };
  Object.assign(instance, { route: path, __route__: path, options: query });
  const shown = { path, instance, root, frame, title: configOf(path).navigationBarTitleText ?? '' };
  frame.addEventListener('scroll', () => watchBottom(shown), { capture: true });
  tell(instance, 'onLoad', query);
  return shown;
}

function close(shown: Shown): void {
  tell(shown.instance, 'onUnload');
  shown.root.release();
  shown.frame.remove();
}

function come(shown: Shown, isNew: boolean): void {
  uncover(shown.frame, shown.path);
  drawBars(appConfig(), shown, stack.length > 1);
  tell(shown.instance, 'onShow');
  if (isNew) requestAnimationFrame(() => tell(shown.instance, 'onReady'));
}

function push(path: string, query: Record<string, string>): void {
  const shown = open(path, query);
  stack.push(shown);
  if (tabPaths().includes(path)) tabs.set(path, shown);
  come(shown, true);
}

/** Bytes of each crossing from the script to the view, since somebody asked. */
let measured: number[] = [];

export function takeMeasures(): number[] {
  const taken = measured;
  measured = [];
  return taken;
}

let firstCrossed: number | null = null;

/** When the first data crossed, by the window's clock; null until then. */
export const firstCrossing = () => firstCrossed;

let bottomSeen = false;
function watchBottom({ frame, path, instance }: Shown): void {
  const { scrollTop, clientHeight, scrollHeight } = frame.firstElementChild ?? frame;
  const near = scrollTop + clientHeight >= scrollHeight - (configOf(path).onReachBottomDistance ?? 50);
  if (near && !bottomSeen) tell(instance, 'onReachBottom');
  bottomSeen = near;
}

/** One way of getting to a page at a time, as the app's own queue keeps it. */
let going: Promise<unknown> = Promise.resolve();
const inTurn = (work: (options: Record<string, unknown>) => Promise<void>) => (options: Record<string, unknown>) => {
  const done = going.then(() => work(options));
  going = done.catch((error: unknown) => {
    // A package that cannot be fetched is no fault of the app's; a page that is not there is.
    if (!String(error).includes('loadSubpackage')) report(`navigation to ${String(options.url)}: ${String(error)}`);
  });
  return done;
};

function insist(isTab: boolean, path: string): void {
  if (tabPaths().includes(path) !== isTab) throw new Error(`"${path}" is ${isTab ? 'no' : 'a'} tab of the tab bar`);
}

export const navigation = {
  navigateTo: inTurn(async ({ url }) => {
    const { path, query } = readAddress(url);
    insist(false, path);
    if (stack.length >= mostPages) throw new Error(`webview count limit exceed: ${mostPages} pages are open`);
    await bring(path);
    tell(front()?.instance, 'onHide');
    push(path, query);
  }),
  redirectTo: inTurn(async ({ url }) => {
    const { path, query } = readAddress(url);
    insist(false, path);
    await bring(path);
    const left = stack.pop();
    if (left) close(left);
    push(path, query);
  }),
  reLaunch: inTurn(async ({ url }) => {
    const { path, query } = readAddress(url);
    await bring(path);
    for (const left of new Set([...stack.reverse(), ...tabs.values()])) close(left);
    tabs.clear();
    stack = [];
    push(path, query);
  }),
  switchTab: inTurn(async ({ url }) => {
    const { path } = readAddress(url);
    insist(true, path);
    if (front()?.path === path) return;
    tell(front()?.instance, 'onHide');
    for (const left of stack.splice(0).reverse()) if (tabs.get(left.path) !== left) close(left);
    const known = tabs.get(path);
    if (!known) return push(path, {});
    stack = [known];
    come(known, false);
  }),
  navigateBack: inTurn(async ({ delta }) => {
    const steps = Math.min(Number(delta ?? 1), stack.length - 1);
    if (steps < 1) throw new Error('cannot navigate back at first page');
    for (const left of stack.splice(-steps).reverse()) close(left);
    const below = front();
    if (below) come(below, false);
  }),
};

export function setTitle(title: string): void {
  const shown = front();
  if (!shown) return;
  shown.title = title;
  drawBars(appConfig(), shown, stack.length > 1);
}

/** Only a page with the tab bar may write on it. */
export function setBadge(index: number, text: string): void {
  const shown = front();
  const tab = tabPaths()[index];
  if (!shown || tab === undefined || !tabPaths().includes(shown.path)) throw new Error('not TabBar page');
  badges.set(tab, text);
  drawBars(appConfig(), shown, stack.length > 1);
}

/** What WeChat does when a button with `open-type="share"` is tapped: the page names the card. */
export function share(from: 'button' | 'menu' = 'button'): void {
  const shown = front();
  const made = shown?.instance.onShareAppMessage;
  if (from === 'menu' && typeof made !== 'function') throw new Error('this page cannot be handed on');
  if (!shown || typeof made !== 'function') report(`${shown?.path} offers a share but names no card`);
  else void Promise.resolve(made.call(shown.instance, { from, target: {} })).then((card) => ask('share', card));
}

let pulled: (() => void) | null = null;

/** What a finger does that draws the front page down; resolves when the page says it has done. */
export function pullDown(): Promise<void> {
  const shown = front();
  if (!shown || configOf(shown.path).enablePullDownRefresh !== true)
    throw new Error('This page cannot be pulled down.');
  // WeChat's own sign turns until the page says so; a page that never does is broken.
  const done = new Promise<void>((resolve, reject) => {
    pulled = resolve;
    setTimeout(() => reject(new Error('The page never stopped the refresh.')), 5000);
  });
  tell(shown.instance, 'onPullDownRefresh');
  return done;
}

export function stopPullDown(): void {
  pulled?.();
  pulled = null;
}

export function scrollPage({ scrollTop, selector, offsetTop }: Record<string, unknown>): void {
  const page = front()?.frame.firstElementChild;
  const wanted = typeof selector === 'string' ? page?.querySelector(selector) : null;
  if (typeof selector === 'string' && !wanted) throw new Error(`no node is found by ${selector}`);
  wanted?.scrollIntoView();
  if (wanted) page?.scrollBy({ top: Number(offsetTop ?? 0) });
  else page?.scrollTo({ top: Number(scrollTop ?? 0) });
}

type Node = { cn?: Node[] };
const levels = ({ cn = [] }: Node): number => Math.max(0, ...cn.map((child) => 1 + levels(child)));

/** How many levels of elements and text the front page has: each is a template within the one before. */
export const depthOfPage = (): number => levels((front()?.instance.data as { root?: Node } | undefined)?.root ?? {});

export const where = () => ({ path: front()?.path ?? '', query: front()?.instance.options ?? {}, depth: stack.length });
