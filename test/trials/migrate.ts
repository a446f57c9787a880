import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillSearch } from '../../cloudfunctions/core/entry/search/fill-search';
import { openDatabase, unhurried } from '../../cloudfunctions/core/platform/db';
import { migrations } from '../../cloudfunctions/core/platform/migrations';
import { removeCluster } from '../../cloudfunctions/host/postgres/remove-cluster';
import { startCluster } from '../../cloudfunctions/host/postgres/start-cluster';
import { before, fillOldRows, fillOldSearch, migrateTo, numbered, rowsOf, subjects } from './old-rows';

/**
 * Fills a database of before entries were subjects, brings it to the newest schema, and prints how long each migration took and whether
 * the old rows are the same after the one that renamed their tables, and how long it then takes to make searchable what was submitted before there was a search. Usage: `npm run trial:migrate [-- --entries 300000]`.
 */
async function main(args: readonly string[]): Promise<void> {
  const entries = Number(args[args.indexOf('--entries') + 1] ?? 300_000) || 300_000;
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-migrate-'));
  const { url } = await startCluster({ dataFolder: folder });
  const db = openDatabase(url, 2, unhurried);
  const timed = async (what: string, work: () => Promise<void>) => {
    const begun = performance.now();
    await work();
    console.log(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  };
  try {
    await migrateTo(db, before);
    await timed(`${entries} entries filled in`, () => fillOldRows(db, entries));
    const was = await rowsOf(db);
    for (const name of Object.keys(migrations).sort()) {
      if (name <= before) continue;
      if (name === numbered)
        await timed('what every second entry is found by', () => fillOldSearch(db).then(() => undefined));
      await timed(name, () => migrateTo(db, name));
      if (name !== subjects) continue;
      const { subject, ...is } = await rowsOf(db);
      const other = Object.keys(was).filter((table) => was[table] !== is[table]);
      console.log(
        `subjects: ${subject?.split(' ')[0]}; tables with other rows than before: ${other.join(', ') || 'none'}`,
      );
      if (other.length > 0) process.exitCode = 1;
    }
    // What a worker does at its first turn, while the product serves.
    await timed('the other entries made searchable', async () => void (await fillSearch({ db })));
  } finally {
    await db.destroy();
    await removeCluster(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
