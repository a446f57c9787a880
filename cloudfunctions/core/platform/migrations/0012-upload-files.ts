import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A slot may hold several files; each has versions of its own.
  await sql`alter table upload add column file_no int not null default 1,
    add column transfer_at timestamptz, add column received_sha256 text, add column checking_until timestamptz`.execute(
    db,
  );
  await sql`alter table upload drop constraint upload_entry_id_slot_version_key,
    add unique (entry_id, slot, file_no, version)`.execute(db);
  await sql`update upload set received_sha256 = sha256 where sha256 is not null`.execute(db);
  await sql`update upload set sha256 = null where state <> 'accepted'`.execute(db);
  await sql`create index upload_begun on upload (begun_by, begun_at)`.execute(db);
  await sql`create index upload_content on upload (sha256) where sha256 is not null`.execute(db);
  // Bytes that a deleted row named: nothing else would remember where they lie.
  await sql`create table file_leaving (
    name text primary key, kind text, since timestamptz not null, erasing_at timestamptz)`.execute(db);
  await sql`insert into file_leaving (name, kind, since)
    select sha256, min(kind), min(removed_at) from upload
    where state = 'accepted' and removed_at is not null and frozen_in is null group by sha256`.execute(db);
}
