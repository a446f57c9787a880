import { sql } from 'kysely';
import { open } from '../../../../cloudfunctions/core/platform/crypto/seal';
import { type Db, openDatabase, unhurried } from '../../../../cloudfunctions/core/platform/db';
import { beforeSubjects } from '../../../support/before-subjects';
import { submittedEntry } from '../../../support/entry-factory';
import { emptyDatabase } from '../../../support/postgres';
import { claimAs } from '../../../support/review-acts';
import { freshServer } from '../../../support/server';
import { before, fillOldRows, migrateTo, rowsOf, subjects } from '../../../trials/old-rows';

const renamed = /\b(public\.)?(section|sealed_value|consent|snapshot|snapshot_sealed|move|upload) /;

/** The constraints and indexes of the renamed tables: where, called what, saying what. */
async function named(db: Db): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
      where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n'
    union all select indexdef from pg_indexes where schemaname = 'public' order by 1`.execute(db);
  return rows.map(({ line }) => line).filter((line) => renamed.test(line));
}

test('every row of before is there as it was under the new names, every entry is a subject, and nothing is called after entries any more', async () => {
  const { url, drop } = await emptyDatabase();
  const db = openDatabase(url, 1, unhurried);
  await migrateTo(db, before);
  await fillOldRows(db, 40);
  const was = await rowsOf(db);
  expect(was.section).toMatch(/^200 -?\d+$/);
  await migrateTo(db, subjects);
  const { subject, ...is } = await rowsOf(db);
  expect(is).toEqual(was);
  expect(subject).toMatch(/^40 /);
  const { rows } = await sql`select from entry e join subject s using (id) where s.kind = 'entry'
    and s.created_at = e.started_at`.execute(db);
  expect(rows).toHaveLength(40);
  const names = await named(db);
  expect(names.filter((line) => line.includes('entry'))).toEqual([]);
  expect(names.filter((line) => line.endsWith('FOREIGN KEY (subject_id) REFERENCES subject(id)'))).toHaveLength(6);
  await db.destroy();
  await drop();
});

test('what was sealed opens where it always did', async () => {
  const server = await freshServer();
  const { db } = server;
  const entry = await submittedEntry(server);
  await beforeSubjects(db, async () => undefined);
  const values = await db
    .selectFrom('sealed_value')
    .select(['field', 'sealed'])
    .where('subject_id', '=', entry.entryId)
    .execute();
  const frozen = await db
    .selectFrom('snapshot_sealed')
    .select(['field', 'sealed'])
    .where('subject_id', '=', entry.entryId)
    .execute();
  // The places are spelled out: they are sealed in, and a word of them that changed would close every value for ever.
  const opened = (field: string, sealed: string, place: string) =>
    [field, open(sealed, server.home.keys, `entry:${entry.entryId}:${place}`)] as const;
  const live = new Map(values.map(({ field, sealed }) => opened(field, sealed, field)));
  const sent = new Map(frozen.map(({ field, sealed }) => opened(field, sealed, `snapshot:1:${field}`)));
  expect(live.get('leader.phone')).toMatch(/^199/);
  expect(sent).toEqual(live);
  await claimAs(server, 'clerk-puxian-1', entry.entryId);
  expect(
    await server.ask('clerk-puxian-1', 'screening/reveal', { entryId: entry.entryId, field: 'leader.phone' }),
  ).toEqual({
    value: live.get('leader.phone'),
  });
  await server.close();
});

test('nothing hangs from a subject that is not there, and none goes while something hangs from it', async () => {
  const server = await freshServer();
  const { entryId } = await submittedEntry(server);
  const stray = sql`insert into move (subject_id, n, move, to_state, at, details)
    values ('00000000-0000-7000-8000-000000000000', 1, 'begin', 'open', to_timestamp(0), '{}')`;
  await expect(stray.execute(server.db)).rejects.toThrow('move_subject_id_fkey');
  await expect(sql`delete from subject where id = ${entryId}`.execute(server.db)).rejects.toThrow('fkey');
  await server.close();
});
