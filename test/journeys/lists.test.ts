import { insertEntryRows } from '../support/entry-rows';
import { setStage } from './stage';

const stage = setStage();

test('a queue of 45 comes by 20 as the page is scrolled to its bottom, each entry once', async () => {
  const ids = await insertEntryRows(stage.product.db, { count: 45, regionId: '141033', state: 'submitted' });
  const clerk = await stage.person('clerk-puxian-1');
  const { page } = clerk;
  await clerk.open('staff/queue');
  await clerk.reads('queue-count', '共 45 个');
  const rows = async (count: number) => {
    await page.waitForFunction((wanted) => document.querySelectorAll('[id^="row-"]').length === wanted, count);
    return page.locator('[id^="row-"]').evaluateAll((all) => all.map(({ id }) => id.slice(4)));
  };
  const toBottom = async () => {
    const last = page.locator('[id^="row-"]').last();
    await last.scrollIntoViewIfNeeded();
    // On by a wheel, as a finger would: the browser tells the page of each step.
    for (let steps = 0; steps < 10; steps += 1) await page.mouse.wheel(0, 300);
  };
  await rows(20);
  await toBottom();
  await rows(40);
  await toBottom();
  expect([...(await rows(45))].sort()).toEqual([...ids].sort());
});
