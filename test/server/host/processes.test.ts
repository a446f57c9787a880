import { type ChildProcess, fork, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Db, openDatabase } from '../../../cloudfunctions/core/platform/db';
import { json } from '../../../cloudfunctions/core/platform/schema';
import { freshDatabase } from '../../support/postgres';
import { buildPrograms } from '../../support/programs';

jest.setTimeout(120_000);

const root = path.join(__dirname, '../../..');

let programs: Awaited<ReturnType<typeof buildPrograms>>;
beforeAll(async () => {
  programs = await buildPrograms('start', 'child');
});
afterAll(() => programs.remove());

test('a process that answers runs from the sources too, as `npm start` has them', async () => {
  const child = fork(path.join(root, 'cloudfunctions/host/processes/child.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env.PATH },
  });
  expect(await once(child, 'message')).toEqual([{ kind: 'loaded' }, undefined]);
  const ended = once(child, 'exit');
  // Whoever started it is gone.
  child.disconnect();
  expect(await ended).toEqual([0, null]);
});

describe('on a database', () => {
  let folder: string;
  let url: string;
  let drop: () => Promise<void>;
  let db: Db;
  let host: { child: ChildProcess; address: string; ended: Promise<number | null> };

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

  /** The host, with two processes that answer. */
  async function start(): Promise<typeof host> {
    const child = spawn(process.execPath, [programs.of('start'), '--no-build'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        XINGHUO_MODE: 'demo',
        XINGHUO_DATA: path.join(folder, 'data'),
        XINGHUO_PORT: String(20_000 + Math.floor(Math.random() * 20_000)),
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

  type Answered = { status: number; body: { ok: boolean; data: { home?: { now: string }; session?: string } } };

  /** Over a connection of its own, so that both processes are asked in turn. */
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

  const landing = () => post('/api/notices/landing', {});

  /** Those that answer calls, as the system knows them. */
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

  async function until(isSo: () => boolean | Promise<boolean>, patienceMs = 30_000): Promise<void> {
    const end = performance.now() + patienceMs;
    while (!(await isSo())) {
      if (performance.now() > end) throw new Error('It never became so.');
      await pause(50);
    }
  }

  const lives = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    } catch {
      return false;
    }
  };

  test('clock, worker and log are one for all; one that is killed is replaced; all end together', async () => {
    const before = answering();
    expect(before).toHaveLength(2);
    let calls = 0;
    const counted = async <T>(call: Promise<T>): Promise<T> => {
      calls += 1;
      return call;
    };

    // Whoever asks next reads the new time, in whichever process.
    await counted(landing());
    await counted(landing());
    const moved = await post('/_demo/clock', { now: '2026-12-02T03:04:05+08:00' });
    expect(moved.status).toBe(200);
    const told = await Promise.all(Array.from({ length: 6 }, () => counted(landing())));
    expect(told.map(({ body }) => body.data.home?.now.slice(0, 16))).toEqual(Array(6).fill('2026-12-02T03:04'));

    // The worker ticks every half minute only; who left something wakes it.
    const signedIn = await counted(post('/api/people/signInAs', { persona: 'entrant-new' }));
    const as = { Authorization: `Bearer ${signedIn.body.data.session}` };
    const letter = { kind: 'question', body: '什么时候公布名单？', contact: '' };
    for (let n = 0; n < 2; n += 1) await counted(post('/api/people/sendFeedback', letter, as));
    const waiting = () => db.selectFrom('outbox').select('id').where('delivered_at', 'is', null).execute();
    await until(async () => (await waiting()).length === 0, 5_000);

    // Lines of the log leave together every 20 ms.
    await pause(500);
    process.kill(before[0] ?? 0, 'SIGKILL');
    await until(() => answering().length === 2 && !answering().includes(before[0] ?? 0));
    await until(async () => {
      const both = await Promise.all([landing(), landing()]).catch(() => []);
      return both.length === 2 && both.every(({ status }) => status === 200);
    });

    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
    expect([before, answering()].flat().filter(lives)).toEqual([]);
    const lines = readFileSync(path.join(folder, 'data/host.log'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string; pid?: number; time: string });
    const died = lines.findIndex(({ msg }) => msg === 'a process that answers calls has ended');
    expect(lines[died]?.pid).toBe(before[0]);
    expect(lines.slice(0, died).filter(({ msg }) => msg === 'call')).toHaveLength(calls);
    expect(lines.some(({ msg }) => msg === 'log lines were lost')).toBe(false);
  });

  test('where the one that keeps the installation is killed, those that answer end as well', async () => {
    const those = answering();
    expect((await landing()).status).toBe(200);
    host.child.kill('SIGKILL');
    await host.ended;
    await until(() => !those.some(lives));
  });
});
