/** The cluster as its callers know it: one folder through first start, kill and recovery, and the closed folder of root. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { findPostmaster } from '../../../cloudfunctions/host/postgres/postmaster';
import { removeCluster } from '../../../cloudfunctions/host/postgres/remove-cluster';
import { type Cluster, startCluster } from '../../../cloudfunctions/host/postgres/start-cluster';
import { buildPrograms } from '../../support/programs';

const root = path.join(__dirname, '../../..');
const start = path.join(root, 'cloudfunctions/host/postgres/start-cluster.ts');
const isRoot = process.getuid?.() === 0;
// Only root can lack a user who may enter its own folder.
const asRoot = isRoot ? it : it.skip;

const nobody = { uid: 65534, gid: 65534 };
const readSources = `require('node:fs').accessSync(${JSON.stringify(start)}, 4)`;
const nobodyMayRead = isRoot && spawnSync(process.execPath, ['-e', readSources], { ...nobody, cwd: '/' }).status === 0;
// Run by a normal user, this whole file shows the same; root shows it through a child, who must read the sources.
const asRootAndNobody = nobodyMayRead ? it : it.skip;

jest.setTimeout(20_000);

let programs: Awaited<ReturnType<typeof buildPrograms>>;
beforeAll(async () => {
  programs = await buildPrograms('postgres/start-cluster');
});
afterAll(() => programs.remove());

let folders: string[] = [];
let children: ChildProcess[] = [];

async function newFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xinghuo-cluster-'));
  await chmod(folder, mode);
  return folder;
}

async function removeFolder(folder: string): Promise<void> {
  await removeCluster(folder);
  await rm(folder, { recursive: true, force: true });
}

/** One that ends with its test. */
async function makeFolder(mode: number): Promise<string> {
  const folder = await newFolder(mode);
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  for (const folder of folders) await removeFolder(folder);
  folders = [];
});

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

/** Another Node that starts the cluster and then stays; what it says first is the cluster's URL. */
async function startElsewhere(dataFolder: string, options: { uid?: number; gid?: number } = {}) {
  const code = `require(${JSON.stringify(programs.of('postgres/start-cluster'))}).startCluster({ dataFolder: ${JSON.stringify(dataFolder)}, durable: false })
    .then(({ url }) => { console.log(url); setInterval(() => {}, 1000); })`;
  const child: ChildProcess = spawn(process.execPath, ['-e', code], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  children.push(child);
  let complaint = '';
  child.stderr?.on('data', (part) => {
    complaint += part;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (part) => resolve(String(part).trim()));
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${complaint}`)));
  });
  return { child, url };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function serverOf({ folder }: Cluster) {
  const found = await findPostmaster(path.join(folder, 'data'));
  if (!found) throw new Error('no server');
  return found;
}

describe('a folder from its first start on', () => {
  let dataFolder: string;
  beforeAll(async () => {
    dataFolder = await newFolder(0o755);
  });
  afterAll(() => removeFolder(dataFolder));

  it('makes a cluster at the first start and keeps its data for the next', async () => {
    const said: string[] = [];
    const first = await startCluster({ dataFolder, say: (line) => said.push(line) });
    expect(first.startedHere).toBe(true);
    expect(first.folder).toBe(path.join(dataFolder, 'postgres'));
    expect(said.slice(-2)).toEqual(['正在建立数据库（仅第一次）', '数据库已启动']);
    expect(
      await ask(
        first.url,
        `select current_database(), current_setting('server_encoding'), datlocale, current_setting('fsync')
       from pg_database where datname = current_database()`,
      ),
    ).toEqual([['xinghuo', 'UTF8', 'C.UTF-8', 'on']]);
    await ask(first.url, "create table note as select '蒲县' as words");
    await first.stop();
    await first.stop();
    expect(await findPostmaster(path.join(first.folder, 'data'))).toBeUndefined();

    const second = await startCluster({ dataFolder });
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select words from note')).toEqual([['蒲县']]);
  });

  it('recovers every committed row after the server itself is killed with a connection open', async () => {
    const first = await startCluster({ dataFolder });
    await ask(first.url, 'create table kept as select n from generate_series(1, 1000) n');
    const idle = new Client({ connectionString: first.url });
    idle.on('error', () => {});
    await idle.connect();
    process.kill((await serverOf(first)).pid, 'SIGKILL');

    const second = await startCluster({ dataFolder });
    expect(second.startedHere).toBe(true);
    expect(await ask(second.url, 'select count(*)::int from kept')).toEqual([[1000]]);
  });
});

describe('a folder that several start', () => {
  let dataFolder: string;
  beforeAll(async () => {
    dataFolder = await newFolder(0o755);
  });
  afterAll(() => removeFolder(dataFolder));

  it('lets two first starts at once share one cluster', async () => {
    const [here, there] = await Promise.all([
      startCluster({ dataFolder, durable: false }),
      startElsewhere(dataFolder).then(async ({ child, url }) => {
        await kill(child);
        return url;
      }),
    ]);
    expect(here.url).toBe(there);
  });

  it('takes over the server that a killed process left running, and stops it', async () => {
    await (await startCluster({ dataFolder, durable: false })).stop();
    const { child, url } = await startElsewhere(dataFolder);
    await ask(url, 'create table kept as select 7 as n');
    await kill(child);

    const cluster = await startCluster({ dataFolder, durable: false });
    expect(cluster.startedHere).toBe(false);
    expect(cluster.url).toBe(url);
    expect(await ask(cluster.url, 'select n from kept')).toEqual([[7]]);
    await cluster.stop();
    await expect(ask(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('finds its way past a number and a port that others took, and says what it cannot get past', async () => {
    const first = await startCluster({ dataFolder, durable: false });
    expect((await stat(path.join(first.folder, 'xinghuo.json'))).mode & 0o777).toBe(0o600);
    const guess = new URL(first.url);
    guess.password = 'guess';
    await expect(ask(guess.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' });

    // The pid file of a crash, whose number now belongs to this very process; and a stranger on the cluster's port.
    const pidFile = path.join(first.folder, 'data/postmaster.pid');
    const [, ...others] = (await readFile(pidFile, 'utf8')).split('\n');
    const { uid, gid } = await stat(pidFile);
    await first.stop();
    await writeFile(pidFile, [process.pid, ...others].join('\n'));
    await chown(pidFile, uid, gid);
    const stranger = createServer().listen(Number(guess.port), '127.0.0.1');
    await once(stranger, 'listening');
    const second = await startCluster({ dataFolder, durable: false });
    stranger.close();
    expect(second.startedHere).toBe(true);
    const port = new URL(second.url).port;
    expect(port).not.toBe(guess.port);
    const kept = JSON.parse(await readFile(path.join(second.folder, 'xinghuo.json'), 'utf8')) as { port: number };
    expect(String(kept.port)).toBe(port);
    await second.stop();

    await writeFile(path.join(second.folder, 'data/postgresql.auto.conf'), 'no_such_setting = 1\n');
    await expect(startCluster({ dataFolder, durable: false })).rejects.toThrow(
      /^数据库没有启动[\s\S]*unrecognized configuration parameter "no_such_setting"/,
    );
  });
});

asRoot('keeps the cluster outside a folder that the unprivileged user cannot enter', async () => {
  const dataFolder = await makeFolder(0o700);
  const first = await startCluster({ dataFolder, durable: false });
  expect(first.folder).toMatch(/^\/var\/tmp\/xinghuo-[0-9a-f]{12}$/);
  expect(await readFile(path.join(dataFolder, 'postgres-folder'), 'utf8')).toBe(`${first.folder}\n`);
  await ask(first.url, 'create table kept as select 7 as n');
  await first.stop();

  const second = await startCluster({ dataFolder, durable: false });
  expect(second.folder).toBe(first.folder);
  expect(await ask(second.url, 'select n from kept')).toEqual([[7]]);

  await removeCluster(dataFolder);
  await expect(access(first.folder)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(access(path.join(dataFolder, 'postgres-folder'))).rejects.toMatchObject({ code: 'ENOENT' });
});

asRootAndNobody('works for a normal user, and root later runs that cluster as its owner', async () => {
  const dataFolder = await makeFolder(0o755);
  await chown(dataFolder, 65534, 65534);
  const { child, url } = await startElsewhere(dataFolder, nobody);
  await kill(child);
  const cluster = await startCluster({ dataFolder, durable: false });
  expect(cluster.startedHere).toBe(false);
  expect(cluster.url).toBe(url);
  expect((await stat(path.join(cluster.folder, 'data'))).uid).toBe(65534);
});
