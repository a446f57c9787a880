import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table region (
    id text primary key, name_zh text not null, name_en text not null, kind text not null,
    gb2260 text unique, located_in text references region, sort int not null)`.execute(db);
  await sql`create table person (
    id uuid primary key, openid text unique, persona text unique, display_name text not null,
    phone_sealed text, phone_masked text, elder_mode boolean not null default false, created_at timestamptz not null)`.execute(
    db,
  );
  await sql`create table session (
    token_hash text primary key, person_id uuid not null references person, created_at timestamptz not null,
    expires_at timestamptz not null, revoked_at timestamptz)`.execute(db);
  await sql`create table role_grant (
    id uuid primary key, person_id uuid not null references person, role text not null,
    region_id text references region, given_by uuid references person, given_at timestamptz not null,
    ends_at timestamptz, revoked_at timestamptz)`.execute(db);
  await sql`create index role_grant_person on role_grant (person_id)`.execute(db);
  await sql`create table feedback (
    id uuid primary key, reference text not null unique, person_id uuid not null references person, kind text not null,
    body text not null, contact_sealed text, created_at timestamptz not null, due_date date not null,
    answer text, answered_by uuid references person, answered_at timestamptz, version int not null default 1,
    check ((answer is null) = (answered_at is null)))`.execute(db);
  await sql`create index feedback_waiting on feedback (created_at, id) where answered_at is null`.execute(db);
  await sql`create index feedback_answered on feedback (answered_at, id) where answered_at is not null`.execute(db);
  await sql`create index feedback_person on feedback (person_id, created_at, id)`.execute(db);
}
