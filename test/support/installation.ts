import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appendAudit } from '../../cloudfunctions/core/platform/audit/audit';
import { openDatabase } from '../../cloudfunctions/core/platform/db';
import { json } from '../../cloudfunctions/core/platform/schema';
import { removeCluster } from '../../cloudfunctions/host/postgres/remove-cluster';
import { type Cluster, startCluster } from '../../cloudfunctions/host/postgres/start-cluster';
import { fixedNow } from './fixed-clock';
import { prepareTemplate } from './prepare-template';
import { buildPrograms, type Program } from './programs';

const root = path.join(__dirname, '../..');

export type Run = {
  child: ChildProcess;
  said(): string;
  /** All that was said, once these words are among it. */
  until(words: string): Promise<string>;
  ended: Promise<number | null>;
};

export type Installation = {
  /** Where its data lies. */
  readonly data: string;
  /** One of the host's programs, built, on the folder's own database where none is named. */
  start(program: Program, env: Record<string, string>, ...args: string[]): Run;
  /** The host as `npm start` has it: from the sources. */
  fromSources(env: Record<string, string>, ...args: string[]): Run;
  /** A database of its own that passes for a seeded demo, stopped. */
  prepared(): Promise<Cluster>;
};

/** For each test of a file a folder that the host's programs are started on; they end with it. */
export function setInstallation(...names: Program[]): Installation {
  let programs: Awaited<ReturnType<typeof buildPrograms>>;
  let folder: string;
  let started: ChildProcess[] = [];
  beforeAll(async () => {
    programs = await buildPrograms(...names);
  });
  afterAll(() => programs.remove());
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'xinghuo-start-'));
    // The server's unprivileged user has to pass through.
    chmodSync(folder, 0o755);
  });
  afterEach(async () => {
    for (const child of started) child.kill('SIGKILL');
    started = [];
    await removeCluster(path.join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true });
  });
  const data = () => path.join(folder, 'data');
  const run = (args: readonly string[], env: Record<string, string>): Run => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { PATH: process.env.PATH, XINGHUO_DATA: data(), ...env },
    });
    started.push(child);
    return listenTo(child);
  };
  return {
    get data() {
      return data();
    },
    start: (program, env, ...args) => run([programs.of(program), ...args], env),
    fromSources: (env, ...args) => run(['--import', 'tsx', 'cloudfunctions/host/start.ts', ...args], env),
    async prepared() {
      const cluster = await startCluster({ dataFolder: data(), durable: false });
      await prepareTemplate(cluster.url);
      await markAsDemo(cluster.url);
      await cluster.stop();
      return cluster;
    },
  };
}

/** Hears what a program says. */
function listenTo(child: ChildProcess): Run {
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const until = (words: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if (text.includes(words)) resolve(text);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`ended without saying “${words}”:\n${text}`)));
    });
  return { child, said: () => text, until, ended };
}

/** Where the host says that it answers. */
export const addressIn = (text: string) => /ready (http:\S+)/.exec(text)?.[1] ?? '';

/** A port that no other test has, most likely. */
export const anyPort = (): string => String(20_000 + Math.floor(Math.random() * 20_000));

/** Marks a prepared database as a seeded demo, without playing the whole edition. */
export async function markAsDemo(url: string): Promise<void> {
  const db = openDatabase(url, 1);
  await db
    .insertInto('setting')
    .values({ key: 'demoSeeded', value: json({}) })
    .execute();
  await appendAudit(db, { subject: 'entry:1', act: 'entry/start', data: {}, actor: 'system', now: fixedNow });
  await db.destroy();
}
