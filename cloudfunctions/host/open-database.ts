import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { keyFiles } from '../core/platform/crypto/keys';
import { contentMisfit, contentOf } from '../core/platform/database-content';
import { type Db, openDatabase, unhurried } from '../core/platform/db';
import { sealFolder } from '../core/platform/storage/seal-book';
import type { Mode } from '../core/rpc/home';
import { removeCluster } from './postgres/remove-cluster';
import { startCluster } from './postgres/start-cluster';
import { WrongSetting } from './settings';

export type HostDatabase = {
  url: string;
  /** Whatever was started here is started again by itself whenever it dies, until `stop()`; a server of one's own is its owner's care. */
  keepRunning(): void;
  /** Shuts down what was started here; a server of one's own goes on. Close the connections first. */
  stop(): Promise<void>;
  /** false: it was running before, and goes on after whoever only looked in. */
  startedHere: boolean;
};

/** The database to use: the one that DATABASE_URL names, or the npm package's PostgreSQL in the data folder. */
export async function findDatabase(
  wanted: { databaseUrl: string | null; dataFolder: string },
  say: (line: string) => void,
): Promise<HostDatabase> {
  if (wanted.databaseUrl === null) return startCluster({ dataFolder: wanted.dataFolder, say });
  return {
    url: wanted.databaseUrl,
    keepRunning: () => undefined,
    stop: async () => undefined,
    startedHere: false,
  };
}

/** Throws WrongSetting when the database holds data that this mode must not touch. */
export async function demandFittingContent(mode: Mode, db: Db): Promise<void> {
  const misfit = contentMisfit(mode, await contentOf(db));
  if (misfit !== null) throw new WrongSetting(misfit);
}

/** Throws the demo's data away: the cluster of the data folder, or every table of a database of one's own; and all files. */
export async function eraseDemo(wanted: { databaseUrl: string | null; dataFolder: string }): Promise<void> {
  if (wanted.databaseUrl === null) {
    await removeCluster(wanted.dataFolder);
  } else {
    const db = openDatabase(wanted.databaseUrl, 1, unhurried);
    try {
      await demandFittingContent('demo', db);
      await sql`drop schema public cascade`.execute(db);
      await sql`create schema public`.execute(db);
    } finally {
      await db.destroy();
    }
  }
  for (const name of ['files', sealFolder, ...Object.values(keyFiles)]) {
    await rm(`${wanted.dataFolder}/${name}`, { recursive: true, force: true });
  }
}
