/**
 * A real PostgreSQL for the tests: one server a run, and for each test a database of its own, copied from a migrated
 * template in some 30 ms. The processes of one run find each other by environment variables:
 * XINGHUO_TEST_PG (the server), XINGHUO_TEST_TEMPLATE (the template's name), XINGHUO_TEST_FOLDER (our own server's data).
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Pool, type PoolClient } from 'pg';
import { errorCode } from '../../cloudfunctions/host/postgres/error-code';
import { isAlive } from '../../cloudfunctions/host/postgres/postmaster';
import { removeCluster } from '../../cloudfunctions/host/postgres/remove-cluster';
import { startCluster } from '../../cloudfunctions/host/postgres/start-cluster';

const folderPrefix = 'xinghuo-jest-';

/** Bytes of memory and of room in it that a run may take. */
const roomNeeded = 1_500_000_000;

/**
 * Where the run's server keeps its data: in memory where there is enough, since making the 400 files of a copy on a
 * busy disk takes up to ten times as long; else the folder for temporary files.
 */
async function scratchFolder(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined);
  const roomy = memory && memory.bavail * memory.bsize > roomNeeded && freemem() > roomNeeded;
  return roomy ? '/dev/shm' : tmpdir();
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: this test needs the run's PostgreSQL (test/support/global-setup.ts)`);
  return value;
}

function urlOf(database: string): string {
  const url = new URL(setting('XINGHUO_TEST_PG'));
  url.pathname = `/${database}`;
  return url.toString();
}

let kept: { url: string; pool: Pool } | undefined;

/** Works on the server itself, on a connection that is kept for a moment: to open one costs as much as to copy a database. */
async function onServer<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const url = setting('XINGHUO_TEST_PG');
  // Who starts a second server after the first was stopped, as the bench does, asks that one.
  if (kept?.url !== url) {
    kept = { url, pool: new Pool({ connectionString: url, max: 2, idleTimeoutMillis: 1000, allowExitOnIdle: true }) };
    // It may be stopped while nobody asks.
    kept.pool.on('error', () => undefined);
  }
  const client = await kept.pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** By the socket file a statement costs either side half of what it costs by the network of the machine. */
function bySocketFile({ url, folder }: { url: string; folder: string }): string {
  const local = new URL(url);
  local.searchParams.set('host', path.join(folder, 'data'));
  return local.toString();
}

/**
 * Lets our own server know the password by one round of hashing instead of 4096: each of the thousands of connections of a run would
 * cost either side some milliseconds for it.
 */
async function hashOnce(url: string): Promise<void> {
  const { username, password } = new URL(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('set scram_iterations = 1');
  await client.query(`alter role ${client.escapeIdentifier(username)} password ${client.escapeLiteral(password)}`);
  await client.end();
}

/** Stops and deletes what our own runs that were killed before their teardown left behind. */
async function removeAbandoned(): Promise<void> {
  for (const place of ['/dev/shm', tmpdir()]) {
    for (const name of await readdir(place).catch(() => [])) {
      const pid = new RegExp(`^${folderPrefix}(\\d+)-`).exec(name)?.[1];
      if (!pid || isAlive(Number(pid))) continue;
      const folder = path.join(place, name);
      if ((await stat(folder)).uid === process.getuid?.()) await removeFolder(folder);
    }
  }
}

async function removeFolder(folder: string): Promise<void> {
  await removeCluster(folder);
  await rm(folder, { recursive: true, force: true });
}

/** Starts the run's own server in a temporary folder, or takes the one that DATABASE_URL names. */
export async function startServer(): Promise<void> {
  if (process.env.DATABASE_URL) {
    process.env.XINGHUO_TEST_PG = process.env.DATABASE_URL;
    return;
  }
  await removeAbandoned();
  const folder = await mkdtemp(path.join(await scratchFolder(), `${folderPrefix}${process.pid}-`));
  await chmod(folder, 0o755);
  process.env.XINGHUO_TEST_FOLDER = folder;
  const cluster = await startCluster({ dataFolder: folder, durable: false });
  await hashOnce(cluster.url);
  process.env.XINGHUO_TEST_PG = bySocketFile(cluster);
}

/**
 * Makes the database that every fresh one is copied from, and closes it to connections so that copies never wait.
 *
 * @param migrate brings the empty database at that URL to the newest schema; it must close its connections.
 */
export async function createTemplate(migrate: (url: string) => Promise<void>): Promise<void> {
  const name = `xinghuo_test_${randomBytes(5).toString('hex')}`;
  process.env.XINGHUO_TEST_TEMPLATE = name;
  await onServer((client) => client.query(`create database ${name} template template0`));
  await migrate(urlOf(name));
  await onServer((client) => client.query(`alter database ${name} with allow_connections false is_template true`));
}

/** Closes a database to connections, so that it can be copied, until the end of the run. Answers its name. */
export async function keepAsTemplate(url: string): Promise<string> {
  const name = new URL(url).pathname.slice(1);
  await onServer((client) => client.query(`alter database ${name} with allow_connections false`));
  return name;
}

/** Copies the template; waits up to five seconds for whoever is still leaving it (SQLSTATE 55006). */
async function copyTemplate(client: PoolClient, template: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`create database ${name} template ${template} strategy file_copy`);
      return;
    } catch (cause) {
      const busy = errorCode(cause) === '55006';
      if (!busy || attempt === 50) throw cause;
      await pause(100);
    }
  }
}

/**
 * A migrated database of one's own. Any number of workers may ask at once.
 *
 * @returns its URL, and `drop`, which deletes it even when connections are open.
 */
export const freshDatabase = (): Promise<Fresh> => copyOf(templateName());

/** The database that every fresh one is a copy of. */
export const templateName = (): string => setting('XINGHUO_TEST_TEMPLATE');

/** A database of one's own, with its URL, and `drop`, which deletes it even when connections are open. */
type Fresh = { url: string; drop(): Promise<void> };

/** The same, with what stands in a database that is kept (`keepAsTemplate`). */
export async function copyOf(template: string): Promise<Fresh> {
  const name = `${setting('XINGHUO_TEST_TEMPLATE')}_${randomBytes(6).toString('hex')}`;
  await onServer((client) => copyTemplate(client, template, name));
  return { url: urlOf(name), drop: () => dropDatabase(name) };
}

/** A database without a single table, for tests of migrations; as `freshDatabase` in all else. */
export async function emptyDatabase(): Promise<Fresh> {
  const name = `${setting('XINGHUO_TEST_TEMPLATE')}_${randomBytes(6).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name} template template0`));
  return { url: urlOf(name), drop: () => dropDatabase(name) };
}

const dropDatabase = async (name: string): Promise<void> => {
  await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
};

/** Leaves nothing behind: our own server goes with its folder; on another's, the template and its copies are dropped. */
export async function teardown(): Promise<void> {
  await clean();
  await kept?.pool.end();
  kept = undefined;
}

async function clean(): Promise<void> {
  const folder = process.env.XINGHUO_TEST_FOLDER;
  if (folder) {
    await removeFolder(folder);
    return;
  }
  const template = process.env.XINGHUO_TEST_TEMPLATE;
  if (!template) return;
  await onServer(async (client) => {
    await client.query(`alter database ${template} with is_template false`);
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where datname like $1', [
      `${template}%`,
    ]);
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}
