import { Migrator, sql } from 'kysely';
import { type Db, openDatabase, unhurried } from './db';
import { migrations } from './migrations';

const lastMigration = Object.keys(migrations).sort().at(-1) ?? '';

/** Brings the database at `url` to the newest schema; four callers at once apply each migration once. */
export async function migrateToLatest(url: string): Promise<void> {
  const db = openDatabase(url, 2, unhurried);
  try {
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
    if (error) throw error;
  } finally {
    await db.destroy();
  }
}

/** “relation does not exist”: not even the table of migrations is there. */
const noSuchTable = '42P01';

/** Whether the newest migration stands in the database; functions refuse to serve an older schema. */
export async function schemaIsCurrent(db: Db): Promise<boolean> {
  try {
    const { rows } = await sql<{
      name: string;
    }>`select name from kysely_migration where name = ${lastMigration}`.execute(db);
    return rows.length === 1;
  } catch (error) {
    if ((error as { code?: unknown }).code === noSuchTable) return false;
    throw error;
  }
}
