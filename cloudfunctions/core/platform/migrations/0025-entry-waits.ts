import { type Kysely, sql } from 'kysely';

/**
 * For whose list of things to do an entry waits stands in its row, so that lists, queues and indexes ask that and no list of states.
 * The lifecycle's table says the same from here on (test/server/platform/lifecycle-predicates.test.ts).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index entry_queue`.execute(db);
  await sql`alter table entry add column waits text`.execute(db);
  // Written anew with its indexes in one pass: an update would leave every row twice, and find each in every index.
  await sql`alter table entry alter column waits type text using case
      when state in ('draft', 'returned') then 'own'
      when state in ('submitted', 'under_review', 'resubmitted', 'transferred') then 'staff'
      when state = 'qualified' then 'organiser' end`.execute(db);
  await sql`create index entry_queue on entry (contest_id, review_due, id) where waits = 'staff'`.execute(db);
}
