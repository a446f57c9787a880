import { sql } from 'kysely';
import { up } from '../../../../cloudfunctions/core/platform/migrations/0036-screening-checks';
import { submittedEntry } from '../../../support/entry-factory';
import { freshServer } from '../../../support/server';

test('a look that was kept before is a subject, with its list by its code and its evidence as its note', async () => {
  const server = await freshServer();
  const { entryId } = await submittedEntry(server);
  const look = { entryId, codes: ['wageArrears'], clear: true, checkedOn: '2026-11-24', note: '信用中国' };
  await server.ask('clerk-puxian-1', 'screening/recordChecks', look);
  const kept = await server.db.selectFrom('credit_check').selectAll().execute();
  await sql`alter table credit_check rename column code to list`.execute(server.db);
  await sql`alter table credit_check rename column note to evidence`.execute(server.db);
  await sql`alter table credit_check drop constraint credit_check_id_fkey`.execute(server.db);
  await sql`delete from subject where kind = 'check'`.execute(server.db);
  await up(server.db as never);
  expect(await server.db.selectFrom('credit_check').selectAll().execute()).toEqual(kept);
  const { rows } = await sql<{ id: string }>`select id from subject where kind = 'check'`.execute(server.db);
  expect(rows.map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
  await server.close();
});
