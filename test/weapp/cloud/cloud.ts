/**
 * WeChat's cloud around the built functions: who calls is said by the environment, 90 KB in, 1 MB out, 20 seconds, no disk, one call
 * at a time in an instance that is frozen between two calls, a fresh process when two are at work and neither is soon idle, and a timer that may fire
 * twice. Behind it a real PostgreSQL, and a stand-in for WeChat's server interface and storage.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { migrateToLatest } from '../../../cloudfunctions/core/platform/migrate';
import { fixedNow } from '../../support/fixed-clock';
import { emptyDatabase, freshDatabase } from '../../support/postgres';
import { openWechatServer, type WechatServer } from '../../support/wechat/wechat-server';
import { type Behind, fetched } from '../host/device';
import type { Told } from './wire';

export type Cloud = {
  /** The database behind the functions, for what a test must arrange or look up. */
  databaseUrl: string;
  wechat: WechatServer;
  /** `wx.cloud.callFunction` for whoever has this openid. */
  callAs(openid: string): (name: string, data: unknown) => Promise<unknown>;
  /** The id of whoever has this openid; a person is made if there is none yet. */
  personOf(openid: string): Promise<string>;
  /** What stands behind the phone of whoever has this openid and this number. */
  behind(openid: string, phone?: string): Behind & Required<Pick<Behind, 'callFunction' | 'uploadFile' | 'download'>>;
  /** The minute's timer fires, twice at once, as it now and then does. Resolves when both have ended. */
  timer(): Promise<void>;
  /** The clock goes on, by milliseconds. */
  pass(ms: number): void;
  /** The clock stands still from now on, at an instant in milliseconds. */
  setClock(ms: number): void;
  /** Every instance goes, as after a pause: the next call starts cold. */
  freeze(): void;
  /** What went wrong in the cloud itself. Empty after a good test. */
  faults: string[];
  /** How many instances were started. */
  started(): number;
  close(): Promise<void>;
};

// WeChat carries 100 KB; what it wraps around a call takes its part.
const mostIn = 90 * 1024;
const mostOut = 1024 * 1024;
const patienceMs = 20_000;
const waitsMs = 250;
const functions = join(__dirname, '../../../dist/cloudfunctions');
const scriptOf = (name: string) => join(functions, name, 'index.js');

type Programs = { instance: string; compiledOf(name: string): string };
let programs: Programs | undefined;

/** The program of an instance, and each function compiled for it; once for all clouds of a run. */
function buildPrograms(): Programs {
  // It goes with the run's own database.
  const folder = mkdtempSync(join(process.env.XINGHUO_TEST_FOLDER ?? tmpdir(), 'xinghuo-cloud-'));
  const entryPoints = ['instance', 'compile'].map((name) => join(__dirname, `${name}.ts`));
  buildSync({ entryPoints, outdir: folder, platform: 'node', format: 'cjs' });
  const known = new Map<string, string>();
  return {
    instance: join(folder, 'instance.js'),
    compiledOf(name) {
      const kept = known.get(name) ?? join(folder, `${name}.compiled`);
      if (!known.has(name))
        execFileSync(process.execPath, [join(folder, 'compile.js'), scriptOf(name), kept], { env: {} });
      known.set(name, kept);
      return kept;
    },
  };
}

/** The functions' key, for a server that reads along. */
export const dataKey = Buffer.alloc(32, 7).toString('base64');

/**
 * A cloud of its own on a fresh database. Throws when the functions were not built.
 * @param empty on a database as `npm run migrate` leaves an empty one: no edition, nobody
 */
export async function openCloud(empty = false): Promise<Cloud> {
  const { url, drop } = empty ? await emptyDatabase() : await freshDatabase();
  if (empty) await migrateToLatest(url);
  const began = Date.now();
  let passed = 0;
  let still: number | null = null;
  // It runs on, as clocks do: what is done later is later.
  const now = () => still ?? fixedNow + (Date.now() - began) + passed;
  const wechat = await openWechatServer(now);
  programs ??= buildPrograms();
  const { instance: program, compiledOf } = programs;
  const idle = new Map<string, ChildProcess[]>();
  const idleOf = (name: string): ChildProcess[] => {
    const known = idle.get(name) ?? [];
    idle.set(name, known);
    return known;
  };
  const all = new Set<ChildProcess>();
  /** Calls that wait for an instance, by its function. */
  const waiting = new Map<string, Array<(idle: ChildProcess | undefined) => void>>();
  const working = new Map<string, number>();
  const faults: string[] = [];
  let started = 0;
  let open = true;

  const start = async (name: string): Promise<ChildProcess> => {
    // A call may be under way while its test ends: an instance that nobody ends would keep the run from ending.
    if (!open) throw new Error('-504002 the cloud is gone');
    started += 1;
    const account = { XINGHUO_WECHAT_BASE: wechat.base, XINGHUO_WECHAT_APPID: wechat.appid };
    const instance = fork(program, [scriptOf(name), String(fixedNow), compiledOf(name)], {
      cwd: '/',
      env: {
        DATABASE_URL: url,
        XINGHUO_DATA_KEY: dataKey,
        XINGHUO_MODE: 'production',
        XINGHUO_CLOUD_ENV: wechat.env,
        XINGHUO_WECHAT_SECRET: wechat.secret,
        XINGHUO_WECHAT_TEMPLATES: 'reviewResult=tmpl-result,correction=tmpl-correction',
        ...account,
        TZ: 'UTC',
      },
      execArgv: ['--unhandled-rejections=strict', ...noDisk],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    all.add(instance);
    instance.once('exit', () => all.delete(instance));
    const said = (words: Buffer) => {
      if (words.includes('"level":50')) faults.push(words.toString());
    };
    instance.stdout?.on('data', said);
    instance.stderr?.on('data', (words: Buffer) => void faults.push(words.toString()));
    await message(instance);
    return instance;
  };

  const call = async (openid: string | null, name: string, event: unknown): Promise<unknown> => {
    if (Buffer.byteLength(JSON.stringify(event) ?? '') > mostIn) throw new Error('-504002 the payload is too large');
    const lying = idleOf(name).pop();
    const busy = lying === undefined && (working.get(name) ?? 0) >= 2;
    const known = busy ? await soonIdle(name) : lying;
    // One that was waited for may have gone meanwhile, with all others.
    const instance = known && all.has(known) ? known : undefined;
    if (instance) thaw(instance);
    working.set(name, (working.get(name) ?? 0) + 1);
    try {
      return await callOn(instance ?? (await start(name)), openid, name, event);
    } finally {
      working.set(name, (working.get(name) ?? 0) - 1);
    }
  };

  /** A start costs more than most calls: behind two that are at work a call waits a little. */
  const soonIdle = (name: string): Promise<ChildProcess | undefined> =>
    new Promise((take) => {
      const line = waiting.get(name) ?? [];
      waiting.set(name, line);
      line.push(take);
      setTimeout(() => {
        const place = line.indexOf(take);
        if (place >= 0) line.splice(place, 1);
        take(undefined);
      }, waitsMs);
    });

  const callOn = async (
    instance: ChildProcess,
    openid: string | null,
    name: string,
    event: unknown,
  ): Promise<unknown> => {
    const answer = message<Told>(instance);
    instance.send({ event, openid, now: now() });
    const told = await answer;
    if ('fault' in told) {
      faults.push(told.fault);
      instance.kill('SIGKILL');
      throw new Error('-504002 functions execute fail');
    }
    if (told.waits) faults.push(`${name} waits for an empty event loop: it would never answer`);
    const size = Buffer.byteLength(JSON.stringify(told.result) ?? '');
    if (size > mostOut) throw new Error('-504002 the answer is too large');
    // Between two calls nothing of an instance runs, its timers and its sockets neither.
    instance.kill('SIGSTOP');
    const next = waiting.get(name)?.shift();
    if (next) next(instance);
    else idleOf(name).push(instance);
    return told.result;
  };

  const stop = () => {
    idle.clear();
    for (const instance of all) instance.kill('SIGKILL');
    all.clear();
  };
  const timer = { Type: 'Timer', TriggerName: 'minute', Message: '' };
  return {
    databaseUrl: url,
    wechat,
    callAs: (openid) => (name, data) => call(openid, name, data),
    async personOf(openid) {
      await call(openid, 'api', { path: 'people/signIn', input: {}, key: null });
      const answer = await call(openid, 'api', { path: 'people/me', input: {}, key: null });
      return (answer as { data: { personId: string } }).data.personId;
    },
    behind: (openid, phone) => ({
      callFunction: (name, data) => call(openid, name, data),
      uploadFile: async (path, { bytes }) => ({ fileID: wechat.storage.sendAs(openid, path, bytes) }),
      download: async (address) => fetched(await fetch(address)),
      phoneCode: () => (phone === undefined ? 'no phone is bound' : wechat.phoneCode(phone)),
    }),
    async timer() {
      const answers = await Promise.all([call(null, 'worker', timer), call(null, 'worker', timer)]);
      for (const answer of answers) {
        if (!(answer as { ok: boolean }).ok) faults.push(`the timer was answered ${JSON.stringify(answer)}`);
      }
    },
    pass(ms) {
      passed += ms;
    },
    setClock(ms) {
      still = ms;
    },
    freeze: stop,
    faults,
    started: () => started,
    async close() {
      open = false;
      stop();
      await wechat.close();
      await drop();
    },
  };
}

/** Node's own guard: whatever writes to a file fails. Its flag lost its prefix in Node 23. */
const noDisk = [
  Number(process.versions.node.split('.')[0]) < 23 ? '--experimental-permission' : '--permission',
  '--allow-fs-read=*',
  '--disable-warning=ExperimentalWarning',
];

const thaw = (instance: ChildProcess) => instance.kill('SIGCONT');

/** The next word from an instance, or an error when it dies or says nothing for 20 seconds. */
function message<T>(instance: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(timer);
      instance.off('message', heard);
      instance.off('exit', died);
      act();
    };
    const heard = (words: unknown) => end(() => resolve(words as T));
    const died = (code: number | null) => end(() => reject(new Error(`the instance ended with ${code}`)));
    const late = () => {
      instance.kill('SIGKILL');
      end(() => reject(new Error('-504003 invoking task timed out after 20 seconds')));
    };
    const timer = setTimeout(late, patienceMs);
    instance.on('message', heard);
    instance.on('exit', died);
  });
}
