import { type Kysely, sql } from 'kysely';

/** Whose lease an event is under, so that a worker that begins anew takes back what its killed forerunner held. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox add column leased_by text`.execute(db);
}
