import { type Kysely, sql } from 'kysely';

/** Which rows of a part a reviewer judged in order one by one, so that a reading that was broken off goes on where it stood. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table review_mark add column seen jsonb not null default '[]'`.execute(db);
  await sql`alter table review_mark alter column seen drop default`.execute(db);
}
