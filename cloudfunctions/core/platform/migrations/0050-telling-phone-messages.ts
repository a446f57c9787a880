import { type Kysely, sql } from 'kysely';

/**
 * Messages for phones (subscription messages of WeChat): how many each person agreed to for which purpose, with the ledger behind it, whom
 * each message waits for or how it ended, and what a person does not want. Words for the phone stand on the message beside the inbox's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table message add column phone_purpose text, add column phone_fields jsonb,
    add constraint message_phone check (num_nonnulls(phone_purpose, phone_fields) in (0, 2))`.execute(db);
  await sql`create table phone_quota (
    person_id uuid not null references person, purpose text not null, left_over int not null check (left_over >= 0),
    primary key (person_id, purpose))`.execute(db);
  await sql`create table phone_quota_change (
    id uuid primary key, person_id uuid not null references person, purpose text not null, change int not null,
    why text not null, message_id uuid, at timestamptz not null)`.execute(db);
  await sql`create index phone_quota_change_person on phone_quota_change (person_id, id)`.execute(db);
  await sql`create table phone_choice (
    person_id uuid not null references person, purpose text not null, wanted boolean not null, at timestamptz not null,
    primary key (person_id, purpose))`.execute(db);
  await sql`create table phone_message (
    person_id uuid not null references person, message_id uuid not null references message, purpose text not null,
    state text not null check (state in ('waiting', 'sending', 'sent', 'not_agreed', 'unwanted', 'dead', 'uncertain')),
    tries int not null default 0, due_at timestamptz not null, leased_until timestamptz, code int, ended_at timestamptz,
    primary key (person_id, message_id), check ((state = 'sending') = (leased_until is not null)),
    check ((state in ('waiting', 'sending')) = (ended_at is null)))`.execute(db);
  await sql`create index phone_message_due on phone_message (due_at, person_id, message_id) where state = 'waiting'`.execute(
    db,
  );
  await sql`create index phone_message_sending on phone_message (leased_until) where state = 'sending'`.execute(db);
  await sql`create index phone_message_failed on phone_message (message_id) where state in ('dead', 'uncertain')`.execute(
    db,
  );
}
