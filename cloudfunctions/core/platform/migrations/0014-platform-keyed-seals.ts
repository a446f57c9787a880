import { type Kysely, sql } from 'kysely';

/** Which key sealed it; null: a seal from before seals had a key, a plain hash. The first seal under a key takes those before it in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_seal add column key_id text`.execute(db);
}
