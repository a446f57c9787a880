import { contestId, currentEdition } from '../../cloudfunctions/core/seeds/editions';
import { begin } from '../support/acts/entry';
import { insertEntryRows } from '../support/entry-rows';
import { grantTo } from '../support/grant';
import type { MiniProgram } from '../weapp/host/open';
import { crossings, type WeappStage } from './weapp-stage';

/** Bytes of each `setData`, in their order. */
export type Crossings = readonly number[];

export type WeappPages = {
  entrantsWorkbench: Crossings;
  clerksWorkbench: Crossings;
  /** A list for each page of 20 rows, the first with all that stands around them. */
  queue: readonly Crossings[];
  key: Crossings;
  autosave: Crossings;
};

const county = '141033';
const rowsWanted = 200;

/** What crosses to the view on the pages that people have open most. */
export async function measureWeappPages(stage: WeappStage): Promise<WeappPages> {
  const form = await measureForm(stage);
  const entrantsWorkbench = await measureEntrant(stage);
  return { ...form, entrantsWorkbench, ...(await measureClerk(stage)) };
}

/** A title that is typed to its end: its last key, and all that follows until it is kept. */
async function measureForm(stage: WeappStage): Promise<Pick<WeappPages, 'key' | 'autosave'>> {
  // Looking makes nobody a person: the typist has signed in before.
  await stage.cloud.personOf('o-typist');
  const phone = await stage.phone('o-typist');
  const { page } = phone;
  await begin(page, 'idea_team');
  await page.tap('section-project');
  await page.type('field-title', '蒲县山货直');
  await page.reads('save-sign', '已自动保存');
  await crossings(phone);
  await page.type('field-title', '蒲县山货直供');
  await page.reads('save-sign', '正在保存');
  const key = await phone.measures();
  await page.reads('save-sign', '已自动保存');
  const autosave = await crossings(phone);
  await phone.close();
  return { key, autosave };
}

/** Three entries: one to fill in, one to put right, one that waits. */
async function measureEntrant(stage: WeappStage): Promise<Crossings> {
  const leader = await stage.cloud.personOf('o-entrant');
  for (const state of ['draft', 'returned', 'submitted'] as const) {
    await insertEntryRows(stage.db, { count: 1, regionId: county, state, leader });
  }
  const phone = await stage.phone('o-entrant');
  const { page } = phone;
  const weighed = await openWorkbench(phone, () => page.reads('wait-0'));
  await phone.close();
  return weighed;
}

async function measureClerk(stage: WeappStage): Promise<Pick<WeappPages, 'clerksWorkbench' | 'queue'>> {
  const { db } = stage;
  const clerk = await stage.cloud.personOf('o-clerk');
  await grantTo(db, 'o-clerk', 'regionStaff', county);
  await insertEntryRows(db, { count: rowsWanted, regionId: county, state: 'submitted' });
  const held = await insertEntryRows(db, { count: 3, regionId: county, state: 'under_review' });
  await db.updateTable('entry').set({ claimed_by: clerk }).where('id', 'in', held).execute();

  const phone = await stage.phone('o-clerk');
  const { page } = phone;
  const link = `queue-${contestId(currentEdition, county)}`;
  const clerksWorkbench = await openWorkbench(phone, () => page.reads(link));
  await page.tap(link);
  await page.reads('queue-count', '共');
  const queue: Crossings[] = [await pageOfQueue(phone, 20)];
  while (queue.length * 20 < rowsWanted) {
    await page.reachBottom();
    queue.push(await pageOfQueue(phone, (queue.length + 1) * 20));
  }
  await phone.close();
  return { clerksWorkbench, queue };
}

async function openWorkbench(phone: MiniProgram, seen: () => Promise<string>): Promise<Crossings> {
  await phone.page.reads('results');
  await crossings(phone);
  await phone.page.tab('workbench');
  await seen();
  return crossings(phone);
}

/** What has crossed when that many rows stand in the queue. */
async function pageOfQueue({ window, ...phone }: MiniProgram, rows: number): Promise<Crossings> {
  await window.waitForFunction(
    (wanted) => document.querySelectorAll('.wx-frame:not([hidden]) [id^="row-"]').length === wanted,
    rows,
  );
  return crossings({ window, ...phone });
}
