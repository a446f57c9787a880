import { link } from '../../src/shared/routes';
import { beginDraft } from '../support/entry-factory';
import { insertEntryRows } from '../support/entry-rows';
import { setStage } from './stage';

const stage = setStage();

/** Bytes: the aims of one `setData` (docs/generated/bench.md). */
const aims = { page: 8 * 1024, key: 1024 };

const sum = (bytes: readonly number[]): number => bytes.reduce((all, each) => all + each, 0);

/** No part over 8 KB, and none twice: all of them weigh 15 KB. */
function expectLight(home: readonly number[]): void {
  expect(Math.max(...home)).toBeLessThanOrEqual(aims.page);
  expect(sum(home)).toBeLessThanOrEqual(17 * 1024);
}

test('the home page makes one call and comes in small parts', async () => {
  const { page, measures, calls } = await stage.phone('o-visitor');
  await page.reads('results');
  expectLight(await measures());
  expect(calls()).toBe(1);
});

test('a key that is struck sends little', async () => {
  const entryId = await beginDraft(stage.home.server, await stage.cloud.personOf('o-typist'));
  const start = link('entry/section', { entryId, section: 'project' });
  const { page, measures } = await stage.phone('o-typist', { start });
  await page.type('field-title', '蒲县山货直');
  await page.reads('save-sign', '已自动保存');
  await measures();
  await page.type('field-title', '蒲县山货直供');
  await page.reads('save-sign', '正在保存');
  const key = await measures();
  expect(key.length).toBeGreaterThan(0);
  expect(sum(key)).toBeLessThanOrEqual(aims.key);
});

test('a row of the queue sends its words and little more, and the rows before it are not sent again, on the last page either', async () => {
  await insertEntryRows(stage.db, { count: 60, regionId: '141033', state: 'submitted' });
  await stage.grant('o-clerk', 'regionStaff', '141033');
  const { page, measures, window } = await stage.phone('o-clerk', {
    start: '/packages/staff/queue/index?contestId=LF-XH-2026-141033',
  });
  const standing = (count: number) =>
    window.waitForFunction((wanted) => document.querySelectorAll('[id^="row-"]').length === wanted, count);
  await standing(20);
  for (const rows of [40, 60]) {
    await measures();
    await page.reachBottom();
    await standing(rows);
    expect(sum(await measures()) / 20).toBeLessThanOrEqual(880);
  }
});
