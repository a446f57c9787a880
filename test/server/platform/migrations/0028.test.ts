import { sql } from 'kysely';
import { up } from '../../../../cloudfunctions/core/platform/migrations/0028-awards';
import { insertEntryRows } from '../../../support/entry-rows';
import { freshServer } from '../../../support/server';

test('what entries won becomes rows of its own, with the line of the timeline that says so, and every count stays', async () => {
  const server = await freshServer();
  const [won = '', second = '', lost = '', open = ''] = await insertEntryRows(server.db, {
    count: 4,
    regionId: '141033',
    state: 'qualified',
  });
  await sql`drop table award cascade`.execute(server.db);
  await sql`alter table entry add column award_level text`.execute(server.db);
  await sql`update entry set state = 'awarded', waits = null, award_level = case id when ${won} then 'first' else 'second' end
    where id in (${won}, ${second})`.execute(server.db);
  await sql`update entry set state = 'not_awarded', waits = null where id = ${lost}`.execute(server.db);
  await sql`insert into entry_count (contest_id, state, track_code, delta)
    select contest_id, 'qualified', track_code, -1 from entry where state <> 'qualified' union all
    select contest_id, state, track_code, 1 from entry where state <> 'qualified'`.execute(server.db);
  await sql`insert into move (subject_id, n, move, from_state, to_state, at, details)
    select id, 5, case state when 'awarded' then 'recordAward' else 'recordNoAward' end, 'qualified', state, changed_at, '{}'
    from entry where state <> 'qualified'`.execute(server.db);

  await server.db.transaction().execute((tx) => up(tx as never));

  const awards =
    await sql`select a.entry_id, a.level, a.state, a.waits, a.version, s.kind, m.n, m.move, m.from_state, m.to_state
    from award a join subject s on s.id = a.id join move m on m.subject_id = a.id order by a.level`.execute(server.db);
  const imported = {
    state: 'confirmed',
    waits: null,
    version: 2,
    kind: 'award',
    n: 2,
    move: 'importPast',
    from_state: 'pending',
    to_state: 'confirmed',
  };
  expect(awards.rows).toEqual([
    { entry_id: won, level: 'first', ...imported },
    { entry_id: second, level: 'second', ...imported },
  ]);
  const entries = await sql<{
    id: string;
  }>`select id from entry where state = 'qualified' and waits = 'organiser'`.execute(server.db);
  expect(new Set(entries.rows.map(({ id }) => id))).toEqual(new Set([won, second, lost, open]));
  expect((await sql`select from move where move like 'record%'`.execute(server.db)).rows).toEqual([]);
  const counts = await sql`select state, sum(delta) as n from entry_count group by 1`.execute(server.db);
  expect(counts.rows).toEqual([{ state: 'qualified', n: 4 }]);
  await server.close();
});
