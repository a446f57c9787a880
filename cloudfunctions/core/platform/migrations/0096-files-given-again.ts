import { type Kysely, sql } from 'kysely';

/** A file that its owner gave before says where it comes from; null: it was sent here. Its bytes are those of before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table upload add column given_zh text`.execute(db);
}
