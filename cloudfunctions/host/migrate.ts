/** `npm run migrate`: brings the database that DATABASE_URL names, or the data folder's own, to the newest schema. */
import { migrateToLatest } from '../core/platform/migrate';
import { readSettings } from './settings';
import { visitDatabase } from './visit-database';

Promise.resolve()
  .then(() => visitDatabase(readSettings(process.env, []), (line) => console.log(line), migrateToLatest))
  .then(() => console.log('数据库结构已是最新'))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
