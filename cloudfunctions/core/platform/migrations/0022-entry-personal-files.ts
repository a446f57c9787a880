import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Pictures of a person's paper, which are opened and deleted like sealed values.
  await sql`alter table upload add column personal boolean not null default false`.execute(db);
  // The day in Shanghai on which a person last called, from which the term of the number that WeChat told runs.
  await sql`alter table person add column last_used_on date`.execute(db);
}
