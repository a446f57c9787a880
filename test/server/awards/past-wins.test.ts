import { sql } from 'kysely';
import { pastEdition } from '../../../cloudfunctions/core/seeds/editions';
import { insertAwards } from '../../support/award-rows';
import { freshIdNumber, freshPerson, freshUscc, submittedEntry } from '../../support/entry-factory';
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

/** Submits an entry and makes it one of the edition that is over, with an award. */
async function winner(wish: Parameters<typeof submittedEntry>[1], level = 'second'): Promise<string> {
  const { entryId } = await submittedEntry(server, { region: '141002', track: 'modern_services', ...wish });
  await server.db
    .updateTable('entry')
    .set({ state: 'qualified', waits: 'organiser', edition_id: pastEdition, contest_id: `${pastEdition}-141002` })
    .where('id', '=', entryId)
    .execute();
  await insertAwards(server, [entryId], level);
  return entryId;
}

test('whoever won in an edition that is over is told to the reviewer by the same leader, credit code or a similar title', async () => {
  const idNumber = freshIdNumber();
  const uscc = freshUscc();
  const leader = await freshPerson(server);
  await winner({ title: '核桃露', idNumber });
  await winner({ title: '苹果醋', uscc, group: 'start_up' }, 'first');
  await winner({ title: '尧都乡村民宿联盟', leader }, 'third');
  const none = await winner({ title: '尧都石墨烯暖贴' });

  const same = await submittedEntry(server, { title: '黄芪茶', idNumber, uscc, group: 'start_up' });
  expect(await winsOf('clerk-puxian-1', same.entryId)).toEqual({
    wins: [
      { year: 2025, title: '核桃露', regionZh: '尧都区', awardZh: '二等奖', by: ['leader'] },
      { year: 2025, title: '苹果醋', regionZh: '尧都区', awardZh: '一等奖', by: ['entity'] },
    ],
  });
  const alike = await submittedEntry(server, { title: '蒲县乡村民宿联盟', leader });
  expect((await winsOf('lead-puxian', alike.entryId)).wins).toEqual([
    { year: 2025, title: '尧都乡村民宿联盟', regionZh: '尧都区', awardZh: '三等奖', by: ['leader', 'title'] },
  ]);

  // Only what is published and stands counts.
  const other = await submittedEntry(server, { title: '尧都石墨烯暖贴' });
  expect((await winsOf('clerk-puxian-1', other.entryId)).wins).toHaveLength(1);
  await sql`update award set state = 'cancelled' where entry_id = ${none}`.execute(server.db);
  expect((await winsOf('clerk-puxian-1', other.entryId)).wins).toEqual([]);
  await sql`update award set state = 'pending' where entry_id = ${none}`.execute(server.db);
  expect((await winsOf('clerk-puxian-1', other.entryId)).wins).toEqual([]);
});

test('it is asked by who reviews the entry: not by another region, its team or anybody, nor of what was taken back', async () => {
  const entry = await submittedEntry(server, { title: '山地羊绒' });
  for (const as of ['clerk-yaodu', entry.leader, null])
    expect((await server.call(as, 'awards/pastWins', { entryId: entry.entryId })).status).toBe(as === null ? 401 : 404);
  await server.ask(entry.leader, 'entry/recall', { entryId: entry.entryId, version: entry.version });
  expect((await server.call('clerk-puxian-1', 'awards/pastWins', { entryId: entry.entryId })).status).toBe(404);
});
