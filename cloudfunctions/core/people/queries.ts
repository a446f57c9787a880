import type { Db } from '../platform/db';

/** What other areas may know of people: the name shown to colleagues, by id. */
export async function namesOf(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'display_name'])
    .where('id', 'in', [...personIds])
    .execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}
