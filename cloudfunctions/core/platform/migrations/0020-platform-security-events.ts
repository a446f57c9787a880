import { type Kysely, sql } from 'kysely';

/** The security log: who did what with which outcome from where, never a value. No key to `person`: a log outlives what it tells of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table security_event (
    id uuid primary key, person_id uuid, act text not null, outcome text not null, caller text not null,
    times int not null, at timestamptz not null)`.execute(db);
  await sql`create index security_event_at on security_event (at, id)`.execute(db);
  await sql`create index security_event_person on security_event (person_id, at, id)`.execute(db);
  await sql`create index security_event_act on security_event (act, at, id)`.execute(db);
}
