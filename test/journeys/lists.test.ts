import { submittedEntry } from '../support/entry-factory';
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

test('who calls is found by the tail of a phone, decided on, and the next of the queue follows', async () => {
  const { entryId } = await submittedEntry(stage.product, {
    title: '蒲县云上药谷',
    group: 'start_up',
    phone: '19900004321',
  });
  const clerk = await stage.person('clerk-puxian-1');
  await clerk.open('staff/queue');
  await clerk.tap('to-search');
  await clerk.arrives('staff/search');
  await clerk.type('search', '4321');
  await clerk.tap(`row-${entryId}`);
  await clerk.tap('claim');
  await clerk.tap('mark-all');
  await clerk.gone('mark-all');
  await clerk.tap('review-tab-checks');
  await clerk.tap('checks-all-clear');
  await clerk.tap('check-save');
  await clerk.reads('check-wageArrears', '未列入');
  await clerk.tap('approve');
  await clerk.answer(true);
  await clerk.reads('decision-bar', '已决定“审核通过”');
  await clerk.tap('decided-next');
  await clerk.reads('claim');
  expect(await clerk.param('entryId')).not.toBe(entryId);
});
