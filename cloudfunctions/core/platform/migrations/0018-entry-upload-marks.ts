import { type Kysely, sql } from 'kysely';

/** What staff are told of an accepted file, by codes (`FileMark`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table upload add column marks text[] not null default '{}'`.execute(db);
}
