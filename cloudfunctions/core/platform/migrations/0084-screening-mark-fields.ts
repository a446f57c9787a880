import { type Kysely, sql } from 'kysely';

/** Which fields of a part a reviewer found wrong, so that the letter names them and leads to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table review_mark add column fields jsonb not null default '[]'`.execute(db);
  await sql`alter table review_mark alter column fields drop default`.execute(db);
}
