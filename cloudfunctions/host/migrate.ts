/** `npm run migrate`: brings the database that DATABASE_URL names, or the data folder's own, to the newest schema. */
import { migrateToLatest } from '../core/platform/migrate';
import { findDatabase } from './open-database';
import { readSettings } from './settings';

async function main(): Promise<void> {
  const database = await findDatabase(readSettings(process.env, []), (line) => console.log(line));
  try {
    await migrateToLatest(database.url);
    console.log('数据库结构已是最新');
  } finally {
    if ('startedHere' in database && database.startedHere) await database.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
