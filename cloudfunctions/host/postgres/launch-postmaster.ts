import { type ChildProcess, spawn } from 'node:child_process';
import { chown, open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterPlace } from './cluster-folder';
import { readPidFile } from './postmaster';
import { serverSpawnOptions } from './server-environment';

/** Small enough for a laptop, large enough for a county on one; only 127.0.0.1, and no socket file. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=60',
  'shared_buffers=64MB',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
];

/**
 * For tests alone: nothing waits for the disk, no autovacuum worker sits on a template database, a socket file lies in the data's folder, and a
 * statement that is prepared is planned once, not six times: few connections of a test live to ask it oftener.
 */
const careless = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'max_wal_size=256MB',
  'unix_socket_directories=.',
  'plan_cache_mode=force_generic_plan',
];

/** Bytes after which the log starts anew at the next start. */
const logLimit = 10_000_000;

/** How a launch ended: the server takes connections, or it gave up and these were its words. */
export type Launch = { ready: true } | { ready: false; words: string };

/** Opens the log to append, owned as the cluster's folder is even when root makes it. */
async function openLog(folder: string, file: string) {
  const before = await stat(file).catch(() => undefined);
  const handle = await open(file, before && before.size > logLimit ? 'w' : 'a', 0o600);
  if (!before && process.getuid?.() === 0) {
    const { uid, gid } = await stat(folder);
    await chown(file, uid, gid);
  }
  return handle;
}

/** Ends when the server is ready or has ended; recovery after a crash may take it a while, so it alone decides. */
async function settle(child: ChildProcess, data: string): Promise<boolean> {
  let ended = child.pid === undefined;
  child.once('exit', () => {
    ended = true;
  });
  while (!ended) {
    const found = await readPidFile(data);
    if (found?.pid === child.pid && found?.status === 'ready') return true;
    await pause(20);
  }
  return false;
}

/**
 * Spawns the server and waits until it takes connections.
 *
 * It gets a session of its own: Ctrl-C in the terminal reaches only us, and we stop it once our own work has ended.
 */
export async function launchPostmaster(options: {
  place: ClusterPlace;
  program: string;
  port: number;
  durable: boolean;
}): Promise<Launch> {
  const { place, program, port, durable } = options;
  const file = path.join(place.folder, 'server.log');
  const log = await openLog(place.folder, file);
  try {
    const { size } = await log.stat();
    const chosen = [`port=${port}`, ...settings, ...(durable ? [] : careless)].flatMap((setting) => ['-c', setting]);
    const child = spawn(program, ['-D', place.data, ...chosen], {
      ...serverSpawnOptions(place.folder, place.user),
      stdio: ['ignore', log.fd, log.fd],
      detached: true,
    });
    let spawnError = '';
    child.once('error', (cause) => {
      spawnError = cause.message;
    });
    child.unref();
    if (await settle(child, place.data)) return { ready: true };
    const words = (await readFile(file)).subarray(size).toString('utf8');
    return { ready: false, words: `${words}${spawnError}` };
  } finally {
    await log.close();
  }
}
