import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Mode } from '../core/home';
import { type Db, openDatabase } from '../core/platform/db';
import { removeCluster } from './postgres/remove-cluster';
import { startCluster } from './postgres/start-cluster';
import { WrongSetting } from './settings';

export type HostDatabase = {
  url: string;
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
  if (wanted.databaseUrl !== null) return { url: wanted.databaseUrl, stop: async () => undefined, startedHere: false };
  return startCluster({ dataFolder: wanted.dataFolder, say });
}

export type Content = 'empty' | 'demo' | 'real';

/** What the database holds: nothing yet, the demo edition, or real data. */
export async function contentOf(db: Db): Promise<Content> {
  const { rows } = await sql<{ seeded: boolean; filled: boolean }>`
    select to_regclass('setting') is not null as seeded, to_regclass('region') is not null as filled`.execute(db);
  if (rows[0]?.seeded) {
    const demo = await db.selectFrom('setting').select('key').where('key', '=', 'demoSeeded').executeTakeFirst();
    if (demo) return 'demo';
  }
  if (!rows[0]?.filled) return 'empty';
  const region = await db.selectFrom('region').select('id').limit(1).executeTakeFirst();
  return region ? 'real' : 'empty';
}

/** Demo data and real data never meet: the demo lets anyone be anybody. Throws WrongSetting. */
export function demandFittingContent(mode: Mode, content: Content): void {
  if (mode === 'production' && content === 'demo') {
    throw new WrongSetting('这个数据库里是演示数据，不能用于正式运行。请换一个空的数据库。');
  }
  if (mode === 'demo' && content === 'real') {
    throw new WrongSetting('这个数据库里是正式数据，不能用演示模式打开：演示模式任何人都可以用任何身份登录。');
  }
}

/** Throws the demo's data away: the cluster of the data folder, or every table of a database of one's own; and all files. */
export async function eraseDemo(wanted: { databaseUrl: string | null; dataFolder: string }): Promise<void> {
  if (wanted.databaseUrl === null) {
    await removeCluster(wanted.dataFolder);
  } else {
    const db = openDatabase(wanted.databaseUrl, 1);
    try {
      demandFittingContent('demo', await contentOf(db));
      await sql`drop schema public cascade`.execute(db);
      await sql`create schema public`.execute(db);
    } finally {
      await db.destroy();
    }
  }
  for (const name of ['files', 'data-key']) {
    await rm(`${wanted.dataFolder}/${name}`, { recursive: true, force: true });
  }
}
