import { type Kysely, sql } from 'kysely';

/**
 * Who was reminded of what: by its kind, its subject, its last day and how many days before or after that; a new deadline is a new one. Whoever
 * was never reminded of an earlier stage and comes by a later one has both.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table reminder_sent (
    person_id uuid not null references person, kind text not null, subject_id uuid not null, due_on date not null,
    days int not null, at timestamptz not null, primary key (person_id, kind, subject_id, due_on, days))`.execute(db);
}
