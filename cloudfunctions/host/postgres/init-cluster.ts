import { spawn } from 'node:child_process';
import { chown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClusterPlace } from './cluster-folder';
import { type ClusterSettings, roleName } from './cluster-settings';
import { errorCode } from './error-code';
import { makePassableFolder } from './own-folder';
import { isAlive } from './postmaster';
import type { Programs } from './prepare-programs';
import { serverSpawnOptions } from './server-environment';

/** UTF-8, sorted by code point on every machine; only by password, and only on 127.0.0.1. */
const initArguments = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  `--username=${roleName}`,
  '--no-instructions',
];

async function runInitdb(program: string, args: string[], place: ClusterPlace): Promise<void> {
  const child = spawn(program, args, { ...serverSpawnOptions(place.folder, place.user), stdio: 'pipe' });
  let output = '';
  child.stdout?.on('data', (part) => (output += part));
  child.stderr?.on('data', (part) => (output += part));
  await new Promise<void>((resolve, reject) => {
    const fail = (cause?: Error) => {
      const lines = output.trim().split('\n').slice(-8).join('\n');
      reject(new Error(`数据库没有建成（${place.folder}）。初始化程序最后说：\n${lines}`, { cause }));
    };
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? resolve() : fail(new Error(`initdb ended with code ${code}`))));
  });
}

/** Removes the drafts of processes that ended in the middle of their first start. */
async function removeLeftDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^initdb-(\d+)$/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      await rm(path.join(folder, name), { recursive: true, force: true });
    }
  }
}

/**
 * Makes the cluster's data folder when there is none: drafted beside its place and moved there in one step, so that an
 * interrupted first start leaves nothing half made, and of two at once one simply wins.
 *
 * @param options.durable false skips waiting for the disk; for tests.
 * @throws a sentence for people with initdb's last lines.
 */
export async function initCluster(options: {
  place: ClusterPlace;
  programs: Programs;
  settings: ClusterSettings;
  durable: boolean;
  say: (line: string) => void;
}): Promise<void> {
  const { place, programs, settings, durable } = options;
  const present = await stat(place.data).catch(() => undefined);
  if (present) return;
  options.say('正在建立数据库（仅第一次）');
  await removeLeftDrafts(place.folder);
  const draft = path.join(place.folder, `initdb-${process.pid}`);
  const [data, passwordFile] = [path.join(draft, 'data'), path.join(draft, 'password')];
  try {
    await makePassableFolder(draft);
    await mkdir(data, { mode: 0o700 });
    await writeFile(passwordFile, settings.password, { mode: 0o600 });
    if (place.user) {
      for (const file of [data, passwordFile]) await chown(file, place.user.uid, place.user.gid);
    }
    const args = [...initArguments, `--pwfile=${passwordFile}`, ...(durable ? [] : ['--no-sync']), '-D', data];
    await runInitdb(programs.initdb, args, place);
    await rename(data, place.data).catch((cause: unknown) => {
      if (errorCode(cause) !== 'ENOTEMPTY' && errorCode(cause) !== 'EEXIST') throw cause;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
