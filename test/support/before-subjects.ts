import { sql } from 'kysely';
import type { Db } from '../../cloudfunctions/core/platform/db';
import { up } from '../../cloudfunctions/core/platform/migrations/0024-subjects';

const tables = {
  section: 'entry_section',
  sealed_value: 'entry_sealed',
  consent: 'entry_consent',
  snapshot: 'entry_snapshot',
  snapshot_sealed: 'entry_snapshot_sealed',
  move: 'entry_move',
  upload: 'upload',
};

/** Tests of older migrations: does `work` while the tables stand as they did before entries were subjects. */
export async function beforeSubjects(db: Db, work: () => Promise<void>): Promise<void> {
  // Nobody decided in rows of their own then.
  await sql`delete from move m using decision d where d.id = m.subject_id`.execute(db);
  await sql`delete from decision`.execute(db);
  await sql`drop table subject cascade`.execute(db);
  for (const [is, was] of Object.entries(tables)) {
    if (is !== was) await sql`alter table ${sql.table(is)} rename to ${sql.id(was)}`.execute(db);
    await sql`alter table ${sql.table(was)} rename column subject_id to entry_id`.execute(db);
    if (is === 'snapshot_sealed') continue;
    await sql`alter table ${sql.table(was)} add foreign key (entry_id) references entry`.execute(db);
  }
  await work();
  await up(db as never);
}
