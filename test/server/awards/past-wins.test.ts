import { sql } from 'kysely';
import { fillSearch } from '../../../cloudfunctions/core/entry/search/fill-search';
import { pastEdition } from '../../../cloudfunctions/core/seeds/editions';
import { insertAwards } from '../../support/award-rows';
import { filledDraft, freshUscc, submittedEntry } from '../../support/entry-factory';
import { insertEntryRows } from '../../support/entry-rows';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Wins = { wins: Array<{ year: number; title: string; regionZh: string; awardZh: string; by: string[] }> };
const winsOf = (as: string, entryId: string) => server.ask<Wins>(as, 'awards/pastWins', { entryId });

type Won = {
  title: string;
  level: string;
  leader_id?: string;
  leader_id_eq?: string | null;
  sent_uscc?: string | null;
};

/** Projects of 尧都区 that won in the edition that is over, as its results were entered. */
async function winners(won: readonly Won[]): Promise<void> {
  const ids = await insertEntryRows(server.db, { count: won.length, regionId: '141002', state: 'qualified' });
  for (const [i, { level, ...columns }] of won.entries()) {
    const past = { edition_id: pastEdition, contest_id: `${pastEdition}-141002` };
    const id = ids[i] ?? '';
    await server.db
      .updateTable('entry')
      .set({ ...past, ...columns })
      .where('id', '=', id)
      .execute();
    await insertAwards(server, [id], level);
  }
  await fillSearch(server.home);
}

test('whoever won in an edition that is over is told to the reviewer by the same leader, credit code or a similar title', async () => {
  const uscc = freshUscc();
  const { entryId, leader } = await filledDraft(server, { title: '蒲县乡村民宿联盟', uscc, group: 'start_up' });
  await server.ask(leader, 'entry/submit', { entryId, version: 1 });
  const { leader_id_eq } = await server.db
    .selectFrom('entry')
    .select('leader_id_eq')
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  await winners([
    { title: '核桃露', level: 'second', leader_id_eq },
    { title: '苹果醋', level: 'first', sent_uscc: uscc },
    { title: '尧都乡村民宿联盟', level: 'third', leader_id: leader },
    { title: '石墨烯暖贴', level: 'first' },
  ]);
  const winsNow = async () => (await winsOf('clerk-puxian-1', entryId)).wins;
  const there = { year: 2025, regionZh: '尧都区' };
  const alike = { ...there, title: '尧都乡村民宿联盟', awardZh: '三等奖', by: ['leader', 'title'] };
  const wins = await winsNow();
  expect(wins).toHaveLength(3);
  expect(wins).toEqual(
    expect.arrayContaining([
      { ...there, title: '核桃露', awardZh: '二等奖', by: ['leader'] },
      { ...there, title: '苹果醋', awardZh: '一等奖', by: ['entity'] },
      alike,
    ]),
  );

  // Only what is published and stands counts.
  const become = (state: string) =>
    sql`update award a set state = ${state} from entry e where e.id = a.entry_id and e.title in ('核桃露', '苹果醋')`.execute(
      server.db,
    );
  await become('cancelled');
  expect(await winsNow()).toEqual([alike]);
  await become('pending');
  expect(await winsNow()).toEqual([alike]);
});

test('it is asked by who reviews the entry: not by another region, its team or anybody, nor of what was taken back', async () => {
  const entry = await submittedEntry(server, { title: '山地羊绒' });
  for (const as of ['clerk-yaodu', entry.leader, null])
    expect((await server.call(as, 'awards/pastWins', { entryId: entry.entryId })).status).toBe(as === null ? 401 : 404);
  await server.ask(entry.leader, 'entry/recall', { entryId: entry.entryId, version: entry.version });
  expect((await server.call('clerk-puxian-1', 'awards/pastWins', { entryId: entry.entryId })).status).toBe(404);
});
