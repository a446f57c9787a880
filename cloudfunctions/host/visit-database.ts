import { FolderInUse, lockFolder } from './folder-lock';
import { findDatabase } from './open-database';

/**
 * Lends the database to `work`, whether the product runs or not: a running server is only looked into; one that had to be started is
 * stopped afterwards, and meanwhile the data folder is held, so that no start of the product comes to depend on it.
 */
export async function visitDatabase<T>(
  wanted: { databaseUrl: string | null; dataFolder: string },
  say: (line: string) => void,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const lock = await lockFolder(wanted.dataFolder).catch((error: unknown) => {
    if (error instanceof FolderInUse) return null;
    throw error;
  });
  try {
    const database = await findDatabase(wanted, say);
    try {
      return await work(database.url);
    } finally {
      if (lock !== null && database.startedHere) await database.stop();
    }
  } finally {
    await lock?.release();
  }
}
