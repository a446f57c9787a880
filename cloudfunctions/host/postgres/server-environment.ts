import type { SpawnOptions } from 'node:child_process';
import type { ServerUser } from './server-user';

/**
 * How both programs are spawned: as the server's user, from a folder he can enter, with messages in English and without
 * any PG* variable of the caller, so that a cluster is the same whoever starts it.
 */
export function serverSpawnOptions(folder: string, user: ServerUser | undefined): SpawnOptions {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...user, cwd: folder, env: { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }, windowsHide: true };
}
