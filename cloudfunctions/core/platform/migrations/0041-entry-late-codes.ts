import { type Kysely, sql } from 'kysely';

/** Codes by which somebody may still enter after sign-up, who came by which, and until when an entry may be sent in by one. Of a code only its hash is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table late_code (
    id uuid primary key, code_hash text not null unique,
    contest_id text not null references contest, track_code text,
    reason text not null, uses int not null, used int not null default 0,
    made_by uuid not null references person, made_by_key text, made_at timestamptz not null,
    ends_at timestamptz not null, voided_at timestamptz, voided_by uuid references person,
    check (used between 0 and uses))`.execute(db);
  await sql`create index late_code_newest on late_code (made_at, id)`.execute(db);
  await sql`create index late_code_maker on late_code (made_by) where voided_at is null`.execute(db);
  await sql`create table late_use (
    code_id uuid not null references late_code, person_id uuid not null references person,
    entry_id uuid references entry on delete set null, used_at timestamptz not null,
    primary key (code_id, person_id))`.execute(db);
  await sql`create index late_use_entry on late_use (entry_id) where entry_id is not null`.execute(db);
  await sql`alter table entry add column late_until timestamptz, add column late_code_id uuid references late_code,
    add constraint entry_late check ((late_until is null) = (late_code_id is null))`.execute(db);
}
