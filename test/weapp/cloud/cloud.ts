/**
 * WeChat's cloud around a built function: who calls is said by the environment, 90 KB in, 1 MB out, 20 seconds, one call
 * at a time in an instance, and a fresh process whenever none is idle.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { fixedNow } from '../../support/fixed-clock';
import { freshDatabase } from '../../support/postgres';
import type { Told } from './wire';

export type Cloud = {
  /** The database behind the functions, for what a test must arrange or look up. */
  databaseUrl: string;
  /** `wx.cloud.callFunction` for whoever has this openid. */
  callAs(openid: string): (name: string, data: unknown) => Promise<unknown>;
  /** Every instance goes, as after a pause: the next call starts cold. */
  freeze(): void;
  /** What went wrong in the cloud itself. Empty after a good test. */
  faults: string[];
  /** How many instances were started. */
  started(): number;
  close(): Promise<void>;
};

const mostIn = 100 * 1024;
const mostOut = 1024 * 1024;
const patienceMs = 20_000;
const functions = join(__dirname, '../../../dist/cloudfunctions');
const dataKey = Buffer.alloc(32, 7).toString('base64');

/** A cloud of its own on a fresh database. Throws when the functions were not built. */
export async function openCloud(): Promise<Cloud> {
  const { url, drop } = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-cloud-'));
  const program = join(folder, 'instance.js');
  buildSync({ entryPoints: [join(__dirname, 'instance.ts')], outfile: program, platform: 'node', format: 'cjs' });
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();
  const faults: string[] = [];
  let started = 0;

  const start = async (name: string): Promise<ChildProcess> => {
    started += 1;
    const environment = { DATABASE_URL: url, XINGHUO_DATA_KEY: dataKey, XINGHUO_MODE: 'production', TZ: 'UTC' };
    const instance = fork(program, [join(functions, name), String(fixedNow)], {
      cwd: '/',
      env: environment,
      execArgv: ['--unhandled-rejections=strict'],
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

  const call = async (openid: string, name: string, event: unknown): Promise<unknown> => {
    if (Buffer.byteLength(JSON.stringify(event) ?? '') > mostIn) throw new Error('-504002 the payload is too large');
    const instance = idle.pop() ?? (await start(name));
    const answer = message<Told>(instance);
    instance.send({ event, openid });
    const told = await answer;
    if ('fault' in told) {
      faults.push(told.fault);
      instance.kill();
      throw new Error('-504002 functions execute fail');
    }
    if (told.waits) faults.push(`${name} waits for an empty event loop: it would never answer`);
    const size = Buffer.byteLength(JSON.stringify(told.result) ?? '');
    if (size > mostOut) throw new Error('-504002 the answer is too large');
    idle.push(instance);
    return told.result;
  };

  const stop = () => {
    idle.length = 0;
    for (const instance of all) instance.kill();
  };
  return {
    databaseUrl: url,
    callAs: (openid) => (name, data) => call(openid, name, data),
    freeze: stop,
    faults,
    started: () => started,
    async close() {
      stop();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

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
      instance.kill();
      end(() => reject(new Error('-504003 invoking task timed out after 20 seconds')));
    };
    const timer = setTimeout(late, patienceMs);
    instance.on('message', heard);
    instance.on('exit', died);
  });
}
