import { type Kysely, sql } from 'kysely';

/**
 * Signing in on the web by a code that the phone confirms, and what a person is told of the devices that are signed in. Sessions from before
 * are all of phones: until now the web had none in production.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session add column id uuid not null unique default gen_random_uuid(),
    add column kind text not null default 'phone' check (kind in ('phone', 'web', 'demo')),
    add column device_zh text not null default '', add column place_zh text not null default '',
    add column last_seen_at timestamptz`.execute(db);
  await sql`alter table session alter column id drop default, alter column kind drop default,
    alter column device_zh drop default, alter column place_zh drop default`.execute(db);
  await sql`create index session_person on session (person_id)`.execute(db);
  await sql`create table web_sign_in (
    id uuid primary key, secret_hash text not null unique, code_mark text not null unique,
    device_zh text not null, place_zh text not null, created_at timestamptz not null, expires_at timestamptz not null,
    seen_by uuid references person, seen_at timestamptz, match_number text,
    answer text check (answer in ('confirmed', 'refused')), answered_at timestamptz, taken_at timestamptz,
    check ((seen_by is null) = (seen_at is null) and (seen_by is null) = (match_number is null)),
    check ((answer is null) = (answered_at is null)), check (answer is null or seen_by is not null),
    check (taken_at is null or answer = 'confirmed'))`.execute(db);
  await sql`create index web_sign_in_expires on web_sign_in (expires_at)`.execute(db);
  await sql`create table web_code_tries (
    person_id uuid primary key references person, since timestamptz not null, tries int not null)`.execute(db);
}
