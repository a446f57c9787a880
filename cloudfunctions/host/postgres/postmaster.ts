import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { errorCode } from './error-code';

/** What a running server says of itself in its postmaster.pid. */
export interface Postmaster {
  pid: number;
  port: number;
  status: 'starting' | 'ready' | 'stopping' | 'unknown';
}

/** Whether a process of that id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return errorCode(cause) === 'EPERM';
  }
}

/** Reads postmaster.pid as it stands; undefined without the file or while it is being written. */
export async function readPidFile(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0) || !(port > 0)) return undefined;
  const status = lines[7];
  const known = status === 'starting' || status === 'ready' || status === 'stopping';
  return { pid, port, status: known ? status : 'unknown' };
}

/**
 * Whether the process is a server of this data folder, not another one that was given the same id since: a server's
 * working directory is its data folder. Where there is no /proc, its command line names the folder.
 */
async function serves(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return folder !== undefined && folder === (await realpath(data));
  }
  if (process.platform === 'win32') return true;
  const { stdout } = await promisify(execFile)('ps', ['-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes(data);
}

/** The running server of a data folder, in whatever state it is; undefined when none runs. */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const found = await readPidFile(data);
  if (!found || !isAlive(found.pid) || !(await serves(found.pid, data))) return undefined;
  return found;
}

/**
 * Removes a postmaster.pid whose id now belongs to an unrelated process, or to a dead one that nobody reaps (containers):
 * PostgreSQL itself would refuse to start for ever. Only where /proc shows that no process at all works in the folder,
 * since the file also guards against the remains of a killed server.
 */
export async function removeStalePidFile(data: string): Promise<void> {
  const found = await readPidFile(data);
  if (!found || !isAlive(found.pid) || process.platform !== 'linux') return;
  for (const name of await readdir('/proc')) {
    if (/^\d+$/.test(name) && (await serves(Number(name), data))) return;
  }
  if ((await readPidFile(data))?.pid === found.pid) await rm(path.join(data, 'postmaster.pid'), { force: true });
}

/**
 * Waits until the server of that id is gone.
 *
 * @param patience milliseconds.
 * @returns false when it is still there after that time.
 */
async function waitUntilGone(pid: number, data: string, patience: number): Promise<boolean> {
  const end = Date.now() + patience;
  while ((await findPostmaster(data))?.pid === pid) {
    if (Date.now() > end) return false;
    await pause(20);
  }
  return true;
}

/**
 * Stops the server of a data folder and waits for it: a fast shutdown (connections are closed, everything is written);
 * after 30 seconds an immediate one, which the next start recovers from. Does nothing when none runs.
 */
export async function stopPostmaster(data: string): Promise<void> {
  const running = await findPostmaster(data);
  if (!running) return;
  for (const [signal, patience] of [['SIGINT', 30_000] as const, ['SIGQUIT', 10_000] as const]) {
    if (isAlive(running.pid)) process.kill(running.pid, signal);
    if (await waitUntilGone(running.pid, data, patience)) return;
  }
  throw new Error(`数据库（进程 ${running.pid}）没有停下，请稍后重试。`);
}
