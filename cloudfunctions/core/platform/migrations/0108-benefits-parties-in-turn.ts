import { type Kysely, sql } from 'kysely';

/** An application may come back to an organisation after another of the same party had it: each time is a row of its own, and the last one's people read it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table application_party drop constraint application_party_pkey`.execute(db);
  await sql`alter table application_party add column n bigint generated always as identity`.execute(db);
  await sql`alter table application_party add primary key (application_id, n)`.execute(db);
}
