import { link } from '../../src/shared/routes';
import { submittedEntry } from '../support/entry-factory';
import { settles } from '../support/settles';
import type { MiniProgram } from './host/open';
import { setStage } from './stage';

const stage = setStage();

test('pages that lead to each other never fill the stack, and the way back is short', async () => {
  const { hand: page, id } = await stage.home.fresh();
  const { entryId } = await submittedEntry(stage.home.server, { leader: id });
  await page.open('me');
  await page.tap(`entry-${entryId}`);
  for (let round = 0; round < 6; round += 1) {
    await page.arrives('entry/status');
    await page.tap('to-entry');
    await page.arrives('entry/entry');
    await page.tap('to-status');
  }
  await page.arrives('entry/status');
});

test('a page reads its parameters as phones hand them out, undecoded, and a broken one is no fault', async () => {
  const start = '/packages/staff/queue/index?q=%E6%A0%B8%E6%A1%83';
  await stage.grant('o-clerk', 'regionStaff', '141033');
  const { page, restart } = await stage.phone('o-clerk', { start });
  await page.reads('queue-count', '共 0 个');
  expect(await page.value('queue-search')).toBe('核桃');
  await restart('/packages/staff/queue/index?q=50%');
  await page.reads('queue-search');
  expect(await page.value('queue-search')).toBe('50%');
});

test('from the ninth page on a page takes the place of the one before, and none is refused', async () => {
  const { page, window, depth } = await stage.phone('o-deep', { start: '/pages/policies/index' });
  await page.sees('创业担保贷款');
  const open = (url: string) =>
    window.evaluate(
      (to) =>
        (globalThis as unknown as { weapp: { go(how: string, where: object): Promise<void> } }).weapp.go('navigateTo', {
          url: to,
        }),
      url,
    );
  for (let n = 0; n < 7; n += 1) await open(`/packages/open/region/index?contestId=nowhere-${n}`);
  await open('/packages/open/region/index?contestId=LF-XH-2026-141033');
  expect(await depth()).toBe(9);
  await page.tap('enter');
  await page.arrives('entry/eligibility');
  expect(await depth()).toBe(9);
});

type Menu = { shareByMenu(): void };
const byMenu = (window: MiniProgram['window']) =>
  window.evaluate(() => {
    try {
      (globalThis as unknown as { weapp: Menu }).weapp.shareByMenu();
      return 'handed on';
    } catch (error) {
      return String(error);
    }
  });

test.each([
  ['home', {}, '2026 年星火项目创业大赛（演示）'],
  ['policies', {}, '参赛和获奖能享受哪些政策'],
  ['open/region', { contestId: 'LF-XH-2026-141033' }, '星火项目创业大赛蒲县赛场'],
  ['open/results', { editionId: 'LF-XH-2025' }, '星火项目创业大赛获奖名单'],
] as const)('the public page %s is handed on as itself', async (route, params, title) => {
  const start = link(route, params);
  const { window, page, card } = await stage.phone('o-sharer', { start });
  await page.sees(route === 'open/region' ? '蒲县赛场' : '');
  // Its title may be the server's to tell.
  const handedOn = async () => ((await byMenu(window)) === 'handed on' ? card() : null);
  expect(await settles(handedOn, (handed) => handed?.title === title)).toEqual({ title, path: start });
});

test.each(['me', 'workbench', 'account/settings', 'staff/queue'] as const)(
  'what is on %s cannot be handed on',
  async (route) => {
    const { window } = await stage.phone('o-private', { start: link(route) });
    expect(await byMenu(window)).toContain('cannot be handed on');
  },
);

test('a page that was opened from a card has a way home; one that was come to by tapping has none', async () => {
  const { page, depth } = await stage.phone('o-guest', {
    start: link('open/region', { contestId: 'LF-XH-2026-141033' }),
  });
  await page.tap('way-home');
  await page.arrives('home');
  await page.tap('region-141033');
  await page.tap('enter-region');
  await page.arrives('open/region');
  await page.gone('way-home');
  expect(await depth()).toBe(2);
});

test('an address that is no page says so and leads home', async () => {
  const { page } = await stage.phone('o-lost', { start: '/packages/gone/long-ago/index?x=1' });
  await page.sees('没有这个页面');
  await page.tap('way-home');
  await page.arrives('home');
});
