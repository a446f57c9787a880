import { type Kysely, sql } from 'kysely';

/** A site and its places are set up by its own people: who saves what another changed meanwhile is told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table place_site add column version int not null default 1`.execute(db);
}
