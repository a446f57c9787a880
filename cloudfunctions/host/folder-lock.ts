import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './postgres/error-code';

/** Who holds a folder: a process, and the address it answers at once it listens. */
export type Holder = { pid: number; startedAt: string; address: string | null };

export type FolderLock = {
  /** Writes the address beside the process, for whoever comes second. */
  tellAddress(address: string): Promise<void>;
  release(): Promise<void>;
};

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  constructor(readonly holder: Holder) {
    super(`the folder is held by process ${holder.pid}`);
  }
}

/**
 * Takes a folder for this process alone. The lock is a file; one left behind by a killed process is taken over. A process id that was
 * given to another program since is told apart by the process's start time where there is /proc.
 * Throws FolderInUse.
 */
export async function lockFolder(folder: string, name = 'running.json'): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  const mine: Holder = { pid: process.pid, startedAt: (await startOf(process.pid)) ?? '', address: null };
  for (;;) {
    if (await place(path, mine)) break;
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) continue;
    const holder = parse(text);
    if (holder && (await lives(holder))) throw new FolderInUse(holder);
    await removeStale(path, text);
  }
  return {
    async tellAddress(address) {
      const next = `${path}.${randomUUID()}`;
      await writeFile(next, JSON.stringify({ ...mine, address }));
      await rename(next, path);
    },
    release: () => rm(path, { force: true }),
  };
}

/** A link appears whole or not at all, and of two at once only one succeeds. */
async function place(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(holder));
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moved away before it is deleted: when another has meanwhile taken the folder, its lock is put back. */
async function removeStale(path: string, text: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  if (
    !(await rename(path, aside).then(
      () => true,
      () => false,
    ))
  )
    return;
  if ((await readFile(aside, 'utf8')) !== text) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function parse(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    const { pid, startedAt = '', address = null } = value;
    return typeof pid === 'number' ? { pid, startedAt, address } : null;
  } catch {
    return null;
  }
}

async function lives(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  const startedAt = await startOf(holder.pid);
  return startedAt === null || holder.startedAt === '' || startedAt === holder.startedAt;
}

/** When a process began, in the kernel's ticks since boot (field 22 of /proc/<pid>/stat); null where that is not known. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}
