import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { readKeys } from '../../cloudfunctions/core/platform/crypto/keys';
import { openDatabase } from '../../cloudfunctions/core/platform/db';
import { migrateToLatest } from '../../cloudfunctions/core/platform/migrate';
import { json } from '../../cloudfunctions/core/platform/schema';
import { seedEditions } from '../../cloudfunctions/core/seeds/editions';
import { seedPersonas } from '../../cloudfunctions/core/seeds/personas';
import { seedPolicies } from '../../cloudfunctions/core/seeds/policies';
import { chooseClusterPlace } from '../../cloudfunctions/host/postgres/cluster-folder';
import { databaseUrl, findFreePort, openSettings } from '../../cloudfunctions/host/postgres/cluster-settings';
import { findPostmaster } from '../../cloudfunctions/host/postgres/postmaster';
import { removeCluster } from '../../cloudfunctions/host/postgres/remove-cluster';
import { startCluster } from '../../cloudfunctions/host/postgres/start-cluster';

const root = resolve(__dirname, '../..');

/** The host as `npm start` runs it, in a process, a folder and on a port of its own, with a database that keeps its promises. */
export type TrialHost = {
  address: string;
  dataFolder: string;
  /** Does something with its database while the host does not run, and nothing of it takes part. */
  beforehand<T>(work: (url: string) => Promise<T>): Promise<T>;
  /** Starts it and resolves when it answers; throws with its last words when it ends instead. */
  start(): Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C does; answers the exit code. */
  stop(): Promise<number | null>;
  postmaster(): Promise<number | null>;
  /** Its database as it stands now: the port may change with a restart. */
  url(): Promise<string>;
  /** What its processes, without the database's, have used of the cores so far, in milliseconds; null where there is no /proc. */
  cpuMs(): number | null;
  /** The key that was made for it. */
  dataKey(): Promise<string>;
  /** Ends what runs and takes everything away. */
  clear(): Promise<void>;
};

/**
 * A folder prepared as a demo whose edition runs today: phases, regions, personas, no entry.
 * @param env further settings of the host, such as XINGHUO_PROXIES
 */
export async function makeTrialHost(name: string, env: Record<string, string> = {}): Promise<TrialHost> {
  const folder = mkdtempSync(join(tmpdir(), `xinghuo-${name}-`));
  // The database's unprivileged user has to pass through.
  chmodSync(folder, 0o755);
  const dataFolder = join(folder, 'data');
  const port = await findFreePort();
  let child: ChildProcess | null = null;
  let ended: Promise<number | null> = Promise.resolve(null);
  let words = '';

  const clear = async () => {
    child?.kill('SIGKILL');
    await ended;
    await removeCluster(dataFolder);
    rmSync(folder, { recursive: true, force: true });
  };
  const place = () => chooseClusterPlace(dataFolder);
  try {
    await prepare(dataFolder);
  } catch (error) {
    await clear();
    throw error;
  }
  return {
    address: `http://127.0.0.1:${port}`,
    dataFolder,
    clear,
    async beforehand(work) {
      const cluster = await startCluster({ dataFolder });
      try {
        return await work(cluster.url);
      } finally {
        await cluster.stop();
      }
    },
    async start() {
      words = '';
      const started = spawn(process.execPath, ['--import', 'tsx', 'cloudfunctions/host/start.ts', '--no-build'], {
        cwd: root,
        // In a group of its own: Ctrl-C in the terminal reaches the trial alone, which then ends what it started.
        detached: true,
        env: {
          PATH: process.env.PATH,
          XINGHUO_MODE: 'demo',
          XINGHUO_DATA: dataFolder,
          XINGHUO_PORT: String(port),
          ...env,
        },
      });
      child = started;
      ended = new Promise((done) => started.once('close', (code) => done(code)));
      await new Promise<void>((ready, failed) => {
        for (const stream of [started.stdout, started.stderr]) {
          stream.on('data', (chunk: Buffer) => {
            words = `${words}${chunk}`.slice(-4000);
            if (/^ready /m.test(words)) ready();
          });
        }
        void ended.then(() => failed(new Error(`The host ended instead of starting:\n${words}`)));
      });
    },
    async kill() {
      child?.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child?.kill('SIGTERM');
      return ended;
    },
    postmaster: async () => (await findPostmaster((await place()).data))?.pid ?? null,
    cpuMs: () => (child?.pid === undefined ? null : cpuOfGroup(child.pid)),
    dataKey: () => readFile(join(dataFolder, 'data-key'), 'utf8'),
    url: async () => databaseUrl(await openSettings((await place()).folder), 'xinghuo'),
  };
}

/** Linux counts a process's time in hundredths of a second. */
const tickMs = 10;

function cpuOfGroup(group: number): number | null {
  if (!existsSync('/proc/self/stat')) return null;
  const fields = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => statOf(pid));
  const ticks = fields.filter((stat) => stat[2] === String(group)).map((stat) => Number(stat[11]) + Number(stat[12]));
  return ticks.reduce((sum, n) => sum + n, 0) * tickMs;
}

/** The fields of /proc/<pid>/stat after the name, which may hold anything; none of a process that has ended meanwhile. */
function statOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

async function prepare(dataFolder: string): Promise<void> {
  const cluster = await startCluster({ dataFolder });
  await migrateToLatest(cluster.url);
  const now = Date.now();
  const db = openDatabase(cluster.url, 1);
  await seedEditions(db, now);
  await seedPersonas(db, now);
  await seedPolicies(db);
  await db
    .insertInto('setting')
    .values({ key: 'demoSeeded', value: json({}) })
    .execute();
  await db.destroy();
  await cluster.stop();
  readKeys({}, { mode: 'demo', dataFolder });
}

/** Asks the database one thing over a connection of its own. */
export async function askDatabase<Row>(host: TrialHost, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: await host.url(), connectionTimeoutMillis: 2000 });
  // A connection that is killed while it lies idle is no fault of ours.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end().catch(() => undefined);
  }
}
