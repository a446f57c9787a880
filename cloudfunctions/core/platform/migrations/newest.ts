import { sql } from 'kysely';
import type { Db } from '../db';

/** Functions ask for it by its name, and carry none of the migrations. */
export const newestMigration = '0109-lending-unpaid-statements';

/** “relation does not exist”: not even the table of migrations is there. */
const noSuchTable = '42P01';

/** Whether the newest migration stands in the database; functions refuse to serve an older schema. */
export async function schemaIsCurrent(db: Db): Promise<boolean> {
  try {
    const { rows } = await sql<{
      name: string;
    }>`select name from kysely_migration where name = ${newestMigration}`.execute(db);
    return rows.length === 1;
  } catch (error) {
    if ((error as { code?: unknown }).code === noSuchTable) return false;
    throw error;
  }
}
