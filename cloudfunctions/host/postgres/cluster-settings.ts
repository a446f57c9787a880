import { randomBytes } from 'node:crypto';
import { chown, link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { errorCode } from './error-code';

/** What `<cluster>/xinghuo.json` keeps: only its owner may read it, and the password opens the database. */
export interface ClusterSettings {
  port: number;
  password: string;
}

/** The only role of the cluster, and the owner of its database. */
export const roleName = 'xinghuo';

/** A TCP port on 127.0.0.1 that nobody uses at this moment. */
export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Writes a draft that only its owner can read, owned as the cluster's folder is even when root writes it. */
async function writeDraft(folder: string, settings: ClusterSettings): Promise<string> {
  const draft = path.join(folder, `xinghuo.json.${randomBytes(6).toString('hex')}`);
  await writeFile(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  if (process.getuid?.() === 0) {
    const { uid, gid } = await stat(folder);
    await chown(draft, uid, gid);
  }
  return draft;
}

/**
 * Reads the cluster's settings, making them on the first start.
 *
 * @throws a sentence for people when the data is there but its settings, and so the password, are gone.
 */
export async function openSettings(folder: string): Promise<ClusterSettings> {
  const file = path.join(folder, 'xinghuo.json');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    if (errorCode(cause) !== 'ENOENT') throw new Error(`无法读取数据库设置 ${file}，它可能属于另一个用户。`, { cause });
    return undefined;
  });
  if (text !== undefined) return JSON.parse(text) as ClusterSettings;
  const dataIsThere = await stat(path.join(folder, 'data')).catch(() => undefined);
  if (dataIsThere) {
    throw new Error(`数据库设置 ${file} 不见了，其中的口令无法恢复。请找回该文件，或用 --fresh 从头开始。`);
  }
  const draft = await writeDraft(folder, { port: await findFreePort(), password: randomBytes(24).toString('hex') });
  // A link fails where a rename would replace: of two first starts at once, both go on with the same password.
  await link(draft, file).catch((cause: unknown) => {
    if (errorCode(cause) !== 'EEXIST') throw cause;
  });
  await rm(draft);
  return JSON.parse(await readFile(file, 'utf8')) as ClusterSettings;
}

/** Keeps changed settings; a crash leaves either the old or the new file, never half of one. */
export async function saveSettings(folder: string, settings: ClusterSettings): Promise<void> {
  await rename(await writeDraft(folder, settings), path.join(folder, 'xinghuo.json'));
}

/** The connection string of one database of the cluster. */
export function databaseUrl(settings: ClusterSettings, database: string): string {
  return `postgres://${roleName}:${settings.password}@127.0.0.1:${settings.port}/${database}`;
}
