import { type Kysely, sql } from 'kysely';

/**
 * Accounts that were closed: since when a person is empty, and how far what was theirs has gone. A message says what it is about, so that it can be
 * found when that is to be forgotten.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person add column erased_at timestamptz,
    add constraint person_erased check (erased_at is null or num_nonnulls(openid, persona, phone_sealed, phone_masked) = 0)`.execute(
    db,
  );
  await sql`create table erasure (
    person_id uuid primary key references person, asked_at timestamptz not null, done_at timestamptz)`.execute(db);
  await sql`create index erasure_waiting on erasure (asked_at) where done_at is null`.execute(db);
  // Its team no longer wants it shown to the public, or its leader closed their account.
  await sql`alter table entry add column hidden_at timestamptz`.execute(db);
  await sql`alter table message add column about text`.execute(db);
  await sql`update message m set about = o.subject from outbox o where o.id = m.event_id`.execute(db);
  await sql`update message m set about = 'entry:' || substring(m.link from 'entryId=([0-9a-f-]{36})')
    where about is null and m.link ~ 'entryId=[0-9a-f-]{36}'`.execute(db);
  await sql`create index message_about on message (about) where about is not null`.execute(db);
}
