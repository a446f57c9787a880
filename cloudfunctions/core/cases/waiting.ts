import { sql } from 'kysely';
import type { Db } from '../platform/db';

/**
 * Whether any of these things still waits for somebody.
 * @param tables those of the nouns that they may be
 * @param ids of subjects
 */
export async function anyWaits(db: Db, tables: readonly string[], ids: readonly string[]): Promise<boolean> {
  if (tables.length === 0 || ids.length === 0) return false;
  const waiting = tables.map(
    (table) => sql`select id from ${sql.table(table)} where id = any(${ids}::uuid[]) and waits is not null`,
  );
  const { rows } = await sql`select from (${sql.join(waiting, sql` union all `)}) w limit 1`.execute(db);
  return rows.length > 0;
}
