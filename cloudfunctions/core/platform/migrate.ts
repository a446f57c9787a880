import { Migrator } from 'kysely';
import { openDatabase, unhurried } from './db';
import { migrations } from './migrations';

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
