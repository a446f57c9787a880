import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table done_once (
    person_id uuid not null, key text not null, procedure text not null, input_hash text not null,
    answer text, at timestamptz not null, primary key (person_id, key))`.execute(db);
  await sql`create index done_once_at on done_once (at)`.execute(db);
  // Unlogged: a crash may forget how often someone called this minute, nothing else.
  await sql`create unlogged table call_rate (
    caller text not null, minute int not null, calls int not null, primary key (caller, minute))`.execute(db);
  await sql`create table counter (name text primary key, value int not null)`.execute(db);
  await sql`create table outbox (
    id uuid primary key, event text not null, subject text not null, payload jsonb not null,
    created_at timestamptz not null, delivered_at timestamptz, failed_at timestamptz,
    attempts int not null default 0, leased_until timestamptz, last_error text)`.execute(db);
  await sql`create index outbox_waiting on outbox (created_at, id) where delivered_at is null and failed_at is null`.execute(
    db,
  );
  await sql`create table audit (
    subject text not null, n int not null, prev_hash text not null, hash text not null, at timestamptz not null,
    actor text not null, act text not null, data jsonb not null, sealed_in int, primary key (subject, n))`.execute(db);
  await sql`create index audit_unsealed on audit (subject, n) where sealed_in is null`.execute(db);
  await sql`create table audit_seal (
    n int primary key, prev_hash text not null, hash text not null, at timestamptz not null, heads jsonb not null)`.execute(
    db,
  );
  await sql`create table setting (key text primary key, value jsonb not null)`.execute(db);
}
