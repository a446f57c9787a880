import { type Kysely, sql } from 'kysely';

/**
 * Applications of every kind in one table: what a kind has of its own stands in its form's sections and in `details`, so that no kind needs a migration.
 * `party` says who has it now, `live` whether it counts against the one that a person may have of a kind; both follow the kind's lifecycle with each move.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table application (
    id uuid primary key references subject,
    kind text not null, state text not null, waits text, version int not null default 1, changed_at timestamptz not null,
    claimed_by uuid references person, claimed_at timestamptz,
    applicant_id uuid not null references person, region_id text not null references region,
    party text, live boolean not null, rank int not null, reference text unique,
    submitted_at timestamptz, due_on date, lapses_at timestamptz,
    clocks jsonb not null, details jsonb not null,
    check ((claimed_by is null) = (claimed_at is null)))`.execute(db);
  await sql`create unique index application_one_live on application (applicant_id, kind) where live`.execute(db);
  await sql`create index application_own on application (applicant_id, changed_at desc)`.execute(db);
  await sql`create index application_queue on application (party, kind, region_id, rank, submitted_at, id) where waits = 'staff'`.execute(
    db,
  );
  await sql`create index application_lapses on application (lapses_at) where lapses_at is not null`.execute(db);
}
