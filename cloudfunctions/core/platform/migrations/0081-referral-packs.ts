import { type Kysely, sql } from 'kysely';

/** Every pack that was made of a referral: by whom, for whom, when, of what, and the hash of the whole once it was written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table referral_pack (
    upload_id uuid primary key references upload, referral_id uuid not null references referral, receiver text not null,
    made_by uuid not null references person, made_at timestamptz not null, contents jsonb not null, sha256 text)`.execute(
    db,
  );
  await sql`create index referral_pack_of on referral_pack (referral_id, made_at desc)`.execute(db);
}
