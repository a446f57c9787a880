import { insertEntryRows } from '../support/entry-rows';
import { setStage } from './stage';

const stage = setStage();

test('a queue of 45 comes by 20 at the bottom of the page, each entry once, and anew when it is drawn down', async () => {
  const ids = await insertEntryRows(stage.db, { count: 45, regionId: '141033', state: 'submitted' });
  await stage.grant('o-clerk', 'regionStaff', '141033');
  const { page, window } = await stage.phone('o-clerk', { start: '/packages/staff/queue/index' });
  const rows = async (count: number) => {
    await window.waitForFunction((wanted) => document.querySelectorAll('[id^="row-"]').length === wanted, count);
    return window.locator('[id^="row-"]').evaluateAll((all) => all.map(({ id }) => id.slice(4)));
  };
  await page.reads('queue-count', '共 45 个');
  await rows(20);
  await page.reachBottom();
  await rows(40);
  await page.reachBottom();
  const all = await rows(45);
  expect([...all].sort()).toEqual([...ids].sort());
  expect(await page.words()).not.toContain('查看更多');
  await page.pullDown();
  expect(await rows(45)).toEqual(all);
});

test('a page whose package never came says so while the network is gone, and opens when it is back', async () => {
  const { page, network } = await stage.phone('o-offline');
  await page.reads('enter');
  await network(false);
  await page.tap('enter');
  await page.sees('页面没有打开，请检查网络后再试');
  await network(true);
  await page.tap('enter');
  await page.arrives('entry/eligibility');
});
