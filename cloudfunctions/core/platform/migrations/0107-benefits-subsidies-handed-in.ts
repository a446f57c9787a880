import { type Kysely, sql } from 'kysely';

/** What was handed in for start-up money is looked over newest first, all of it, a region's, or what stands in one way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, first] of [
    ['subsidies_handed_in', sql``],
    ['subsidies_of_region', sql`region_id, `],
    ['subsidies_in_state', sql`state, `],
  ] as const)
    await sql`create index ${sql.raw(name)} on application (${first}submitted_at desc, id desc)
      where kind like 'subsidy-%' and submitted_at is not null`.execute(db);
}
