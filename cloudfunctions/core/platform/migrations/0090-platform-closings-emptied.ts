import { type Kysely, sql } from 'kysely';

/** When all that goes of a module or the whole service that was closed had gone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table closing add column emptied_at timestamptz`.execute(db);
}
