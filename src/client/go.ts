import { plainParams, readAddress } from '@shared/kernel/page-params';
import { isTab, link, type Route } from '@shared/routes';
import Taro from '@tarojs/taro';
import { queryClient } from './cache/query-client';

type Params = Readonly<Record<string, string | null | undefined>>;

/** WeChat keeps ten pages and refuses the next; from here on a page takes the place of the one before. */
const fullStack = 9;

/** Taro's own list of pages in a browser; `load` answers what is still on its way, too. */
type Listed = { __taroAppConfig?: { routes?: Array<{ path: string; load(): Promise<unknown[]> }> } };

/**
 * In a browser a page is fetched before the address changes: who turns back meanwhile would else meet it afterwards under another page's
 * address, and without a network an address without its page. WeChat does so itself.
 * @returns true when the page may be opened: it is there, and nobody has gone elsewhere meanwhile
 */
async function isFetched(url: string): Promise<boolean> {
  if (process.env.TARO_ENV !== 'h5') return true;
  const { path } = readAddress(url);
  const page = (window as Listed).__taroAppConfig?.routes?.find((route) => readAddress(route.path).path === path);
  const at = window.location.pathname;
  await Promise.all((await page?.load()) ?? []);
  return window.location.pathname === at;
}

/** A page that has not been fetched yet does not open without a network. Settles when the page is there, or was told not to be. */
async function opens(going: Promise<unknown>): Promise<void> {
  try {
    await going;
  } catch {
    void Taro.showToast({ title: '页面没有打开，请检查网络后再试', icon: 'none', duration: 2500 });
  }
}

/** What a page that is open was opened with. WeChat tells it as `route` and `options`, Taro's browser router in its own words. */
function addressOf(page: Taro.Page): ReturnType<typeof readAddress> {
  const { route, path, options, $taroParams } = page as Taro.Page & Record<string, unknown>;
  const params = ($taroParams ?? options ?? {}) as Record<string, unknown>;
  return { path: readAddress(String(route ?? path ?? '')).path, params: plainParams(params) };
}

const same = (a: ReturnType<typeof readAddress>, b: ReturnType<typeof readAddress>): boolean =>
  a.path === b.path &&
  Object.keys({ ...a.params, ...b.params }).every((name) => (a.params[name] ?? '') === (b.params[name] ?? ''));

const depth = (): number => Taro.getCurrentPages().length;

/** How many pages back this one is open already: 0 is the page in front, null is nowhere. */
function stepsBack(url: string): number | null {
  const wanted = readAddress(url);
  const open = Taro.getCurrentPages().map(addressOf).reverse();
  const at = open.findIndex((page) => same(page, wanted));
  return at < 0 ? null : at;
}

async function forward(url: string, instead: boolean): Promise<void> {
  const steps = stepsBack(url);
  if (steps === 0) return;
  if (steps !== null) return opens(Taro.navigateBack({ delta: steps }));
  const open = async () => {
    if (!(await isFetched(url))) return;
    await (instead || depth() >= fullStack ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
  };
  return opens(open());
}

/**
 * Opens a page; a tab is switched to, as the platform demands. A page that is open further back is returned to, so that pages
 * which lead to each other never fill the stack.
 */
export function go(route: Route, params: Params = {}): Promise<void> {
  return openAt(link(route, params));
}

/** The same for a link that the server gave (a notice's, a to-do's). What it tells of may be newer than what is kept, which is asked for again wherever it is shown. */
export function goTo(url: string): Promise<void> {
  void queryClient.invalidateQueries({ refetchType: 'none' });
  return openAt(url);
}

/** Tabs carry no parameters. */
function openAt(url: string): Promise<void> {
  if (url.startsWith('/pages/')) {
    const tab = url.split('?')[0] ?? url;
    return opens(isFetched(tab).then((here) => (here ? Taro.switchTab({ url: tab }) : undefined)));
  }
  return forward(url, false);
}

/** Opens a page in place of this one, so that nobody comes back to what is over. */
export function goInstead(route: Route, params: Params = {}): Promise<void> {
  return isTab(route) ? go(route) : forward(link(route, params), true);
}

/** Returns to the page before, or opens that one in place of this when this was opened by its link. */
export function goBack(otherwise: Route): Promise<void> {
  return depth() > 1 ? opens(Taro.navigateBack()) : goInstead(otherwise);
}

/** Opens a page with none behind it: whatever was open is gone. */
export const startAnew = (route: Route): Promise<void> => opens(Taro.reLaunch({ url: link(route) }));

/** Signing in comes back to where it was asked for. */
export const goSignIn = (back?: string): Promise<void> => go('account/signin', { back });

/** Signing in takes this page's place and gives it back, so that it never stands twice in the history. */
export const signInHere = (back: string): Promise<void> => goInstead('account/signin', { back });

/** Goes where signing in was asked for; only our own pages are followed. */
export function goOn(back: string): Promise<void> {
  if (back.startsWith('/packages/')) return forward(back, true);
  return goTo(back.startsWith('/pages/') ? back : link('workbench'));
}
