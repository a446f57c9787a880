import { entryLifecycle } from '@shared/entry/lifecycle';
import type { EntryState } from '@shared/entry/states';
import { sql } from 'kysely';
import { up } from '../../../../cloudfunctions/core/platform/migrations/0025-entry-waits';
import { insertEntryRows } from '../../../support/entry-rows';
import { freshServer } from '../../../support/server';

test('each entry that stood before waits for whom its state says', async () => {
  const server = await freshServer();
  const states = Object.keys(entryLifecycle.states) as EntryState[];
  for (const state of states) await insertEntryRows(server.db, { count: 2, state });
  await sql`alter table entry drop column waits`.execute(server.db);
  await sql`create index entry_queue on entry (contest_id, review_due, id) where review_due is not null`.execute(
    server.db,
  );
  await up(server.db as never);
  const { rows } = await sql<{ state: EntryState; waits: string | null; n: number }>`
    select state, waits, count(*) as n from entry group by 1, 2 order by 1`.execute(server.db);
  expect(rows).toEqual([...states].sort().map((state) => ({ state, waits: entryLifecycle.states[state].waits, n: 2 })));
  await server.close();
});
