import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Db, openDatabase } from '../../cloudfunctions/core/platform/db';
import { json } from '../../cloudfunctions/core/platform/schema';
import { anyPort } from './installation';
import { freshDatabase } from './postgres';
import { buildPrograms } from './programs';

const root = path.join(__dirname, '../..');

export type Answered = { status: number; body: { ok: boolean; data: { home?: { now: string }; session?: string } } };

type Host = { child: ChildProcess; address: string; ended: Promise<number | null> };
type Line = { msg: string; pid?: number; time: string };

export type ManyProcesses = {
  readonly db: Db;
  readonly host: Host;
  /** Over a connection of its own, so that both processes are asked in turn. */
  post(where: string, input: object, headers?: Record<string, string>): Promise<Answered>;
  landing(): Promise<Answered>;
  /** Those that answer calls, as the system knows them. */
  answering(): number[];
  /** What the host has written down. */
  log(): Line[];
};

/** For each test of a file a host of two processes that answer, on a database that passes for a seeded demo. */
export function setManyProcesses(): ManyProcesses {
  let programs: Awaited<ReturnType<typeof buildPrograms>>;
  let folder: string;
  let url: string;
  let drop: () => Promise<void>;
  let db: Db;
  let host: Host;

  beforeAll(async () => {
    programs = await buildPrograms('start', 'child');
  });
  afterAll(() => programs.remove());
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'xinghuo-processes-'));
    ({ url, drop } = await freshDatabase());
    db = openDatabase(url, 2);
    await db
      .insertInto('setting')
      .values({ key: 'demoSeeded', value: json({}) })
      .execute();
    host = await start();
  });
  afterEach(async () => {
    host.child.kill('SIGKILL');
    await host.ended;
    await db.destroy();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<Host> {
    const child = spawn(process.execPath, [programs.of('start'), '--no-build'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        XINGHUO_MODE: 'demo',
        XINGHUO_DATA: path.join(folder, 'data'),
        XINGHUO_PORT: anyPort(),
        XINGHUO_PROCESSES: '2',
        DATABASE_URL: url,
      },
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const address = await new Promise<string>((ready, failed) => {
      let words = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk) => {
          words += chunk;
          const told = /^ready (http:\S+)/m.exec(words)?.[1];
          if (told !== undefined) ready(told);
        });
      }
      void ended.then(() => failed(new Error(words)));
    });
    return { child, address, ended };
  }

  const post = (where: string, input: object, headers: Record<string, string> = {}) =>
    new Promise<Answered>((resolve, reject) => {
      const sent = request(
        `${host.address}${where}`,
        { method: 'POST', agent: false, headers: { 'Idempotency-Key': randomUUID(), ...headers } },
        (answer) => {
          let text = '';
          answer.on('data', (chunk) => {
            text += chunk;
          });
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) }));
        },
      );
      sent.on('error', reject);
      sent.end(JSON.stringify(input));
    });

  const answering = (): number[] =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => {
        try {
          const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
          return Number(parent) === host.child.pid && command.includes(programs.of('child'));
        } catch {
          return false;
        }
      });

  return {
    get db() {
      return db;
    },
    get host() {
      return host;
    },
    post,
    landing: () => post('/api/notices/landing', {}),
    answering,
    log: () =>
      readFileSync(path.join(folder, 'data/host.log'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Line),
  };
}

export async function until(isSo: () => boolean | Promise<boolean>, patienceMs = 30_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It never became so.');
    await pause(50);
  }
}

export const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};
