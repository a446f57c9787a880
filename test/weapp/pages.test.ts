import { submittedEntry } from '../support/entry-factory';
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
