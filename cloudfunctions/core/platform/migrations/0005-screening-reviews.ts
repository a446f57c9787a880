import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table review_mark (
    id uuid primary key, entry_id uuid not null references entry, round int not null, section text not null,
    verdict text not null check (verdict in ('unread', 'ok', 'fault')), codes jsonb not null, comment text not null,
    version int not null, marked_by uuid not null references person, marked_at timestamptz not null,
    cleared_at timestamptz)`.execute(db);
  // One live mark a section and reading; a transfer clears them all and keeps them.
  await sql`create unique index review_mark_live on review_mark (entry_id, round, section) where cleared_at is null`.execute(
    db,
  );
  await sql`create table one_time_notice (
    entry_id uuid not null references entry, n int not null, faults jsonb not null, message text not null,
    sent_at timestamptz not null, sent_by uuid not null references person, due_date date not null,
    provisional boolean not null, primary key (entry_id, n))`.execute(db);
  await sql`create table review_note (
    id uuid primary key, entry_id uuid not null references entry, author uuid not null references person,
    body text not null, at timestamptz not null)`.execute(db);
  await sql`create index review_note_entry on review_note (entry_id, at)`.execute(db);
  await sql`create table credit_check (
    id uuid primary key, entry_id uuid not null references entry, list text not null, clear boolean not null,
    checked_on date not null, evidence text not null, checked_by uuid not null references person,
    at timestamptz not null)`.execute(db);
  await sql`create index credit_check_entry on credit_check (entry_id, at)`.execute(db);
}
