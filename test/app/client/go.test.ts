import Taro from '@tarojs/taro';
import { queryClient } from '../../../src/client/cache/query-client';
import { go, goBack, goInstead, goOn, goTo } from '../../../src/client/go';

type Open = { route?: string; path?: string; options?: Record<string, string>; $taroParams?: Record<string, unknown> };
const stand = (...pages: Open[]) => jest.mocked(Taro.getCurrentPages).mockReturnValue(pages as Taro.Page[]);
const home: Open = { route: 'pages/home/index', options: {} };
const entry = (entryId: string): Open => ({ route: 'packages/entry/entry/index', options: { entryId } });
const moves = () =>
  (['navigateTo', 'redirectTo', 'navigateBack', 'switchTab'] as const).flatMap((name) =>
    jest.mocked(Taro[name] as (option: object) => unknown).mock.calls.map(([option]) => [name, option]),
  );

test('a page that is open further back is returned to, and one with other parameters is another page', async () => {
  stand(home, entry('a'), { route: 'packages/entry/status/index', options: { entryId: 'a' } });
  await go('entry/entry', { entryId: 'a' });
  await go('entry/entry', { entryId: 'b' });
  expect(moves()).toEqual([
    ['navigateTo', { url: '/packages/entry/entry/index?entryId=b' }],
    ['navigateBack', { delta: 1 }],
  ]);
});

test('the page in front is not opened over itself, even when a phone hands out its parameters undecoded', async () => {
  stand(home, { route: 'packages/staff/queue/index', options: { q: '%E6%A0%B8' } });
  await goTo('/packages/staff/queue/index?q=%E6%A0%B8');
  expect(moves()).toEqual([]);
});

test('where a message or a to-do leads, what is kept is asked for again; elsewhere it may stand a moment', async () => {
  queryClient.setQueryData(['case'], 'as it was');
  const isOld = () => queryClient.getQueryState(['case'])?.isInvalidated;
  stand(home);
  await go('entry/entry', { entryId: 'a' });
  expect(isOld()).toBe(false);
  await goTo('/packages/entry/entry/index?entryId=a');
  expect(isOld()).toBe(true);
});

test("in a browser a page's parameters stand elsewhere, with Taro's own among them", async () => {
  stand({ path: '/packages/entry/entry/index?entryId=a&stamp=AA', $taroParams: { entryId: 'a', stamp: 'AA' } }, home);
  await go('entry/entry', { entryId: 'a' });
  expect(moves()).toEqual([['navigateBack', { delta: 1 }]]);
});

test('at a depth of nine a page takes the place of the one in front, so that the tenth is never refused', async () => {
  stand(...Array.from({ length: 8 }, (_, n) => entry(String(n))));
  await go('entry/status', { entryId: 'x' });
  stand(...Array.from({ length: 9 }, (_, n) => entry(String(n))));
  await go('entry/status', { entryId: 'x' });
  expect(moves().map(([name]) => name)).toEqual(['navigateTo', 'redirectTo']);
});

test('what is over is replaced, unless the next page lies beneath it; signing in leads to our own pages only', async () => {
  stand(home, entry('a'), { route: 'packages/entry/team/index', options: { entryId: 'a' } });
  await goInstead('entry/entry', { entryId: 'a' });
  await goInstead('entry/receipt', { entryId: 'a' });
  await goBack('staff/queue');
  await goOn('https://elsewhere.test/');
  expect(moves()).toEqual([
    ['redirectTo', { url: '/packages/entry/receipt/index?entryId=a' }],
    ['navigateBack', { delta: 1 }],
    ['navigateBack', undefined],
    ['switchTab', { url: '/pages/workbench/index' }],
  ]);
});

test('a page that does not open is told of, and the caller goes on', async () => {
  stand(home);
  jest.mocked(Taro.navigateTo).mockRejectedValueOnce({ errMsg: 'navigateTo:fail' });
  await go('open/policy', { code: 'x' });
  expect(jest.mocked(Taro.showToast).mock.calls[0]?.[0]?.title).toBe('页面没有打开，请检查网络后再试');
});
