import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { demandOwnFolder, makePassableFolder } from './own-folder';
import { canReach, type ServerUser, serverUser } from './server-user';

/** The text file in the data folder that names the cluster when it lives elsewhere. */
export const pointerName = 'postgres-folder';

/** Where a cluster lives when the server's user cannot reach the data folder. */
const outsidePattern = /^\/var\/tmp\/xinghuo-[0-9a-f]{12}$/;

export interface ClusterPlace {
  /** Holds `data`, `server.log` and `xinghuo.json`. */
  folder: string;
  /** PostgreSQL's own data folder. */
  data: string;
  /** Who runs the server; undefined means the caller. */
  user: ServerUser | undefined;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/**
 * The folder named by the data folder's pointer file, or undefined without one.
 *
 * @throws when the file names a place where we never put a cluster: what it names may be deleted by a fresh start.
 */
export async function pointedFolder(dataFolder: string): Promise<string | undefined> {
  const pointer = path.join(dataFolder, pointerName);
  if (!(await exists(pointer))) return undefined;
  const named = (await readFile(pointer, 'utf8')).trim();
  if (!outsidePattern.test(named)) throw new Error(`文件 ${pointer} 的内容不是数据库文件夹的位置：${named}`);
  return named;
}

async function place(folder: string): Promise<ClusterPlace> {
  const data = path.join(folder, 'data');
  return { folder, data, user: await serverUser(data) };
}

/**
 * Decides where the cluster of a data folder lives, and makes that folder.
 *
 * Data that is already there stays where it is. A new cluster goes to `<dataFolder>/postgres`, or, when root runs us and
 * the unprivileged user that PostgreSQL needs cannot reach that, to `/var/tmp/xinghuo-<12 hex of the path's SHA-256>`.
 *
 * @throws a sentence for people when existing data has become unreachable or was removed.
 */
export async function chooseClusterPlace(dataFolder: string): Promise<ClusterPlace> {
  await mkdir(dataFolder, { recursive: true });
  const home = await realpath(dataFolder);
  const named = await pointedFolder(home);
  if (named) {
    if (!(await exists(named))) {
      throw new Error(`数据库原在 ${named}，现已不存在。如需从头开始，请用 --fresh 启动；已有数据将不再使用。`);
    }
    await demandOwnFolder(named);
    return place(named);
  }
  const inside = await place(path.join(home, 'postgres'));
  if (await canReach(home, inside.user)) {
    await makePassableFolder(inside.folder);
    return inside;
  }
  if (await exists(inside.data)) {
    throw new Error(`数据库在 ${inside.folder}，但运行数据库的用户无法进入上级文件夹。请放开其通行权限（chmod o+x）。`);
  }
  const outside = `/var/tmp/xinghuo-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
  await makePassableFolder(outside);
  await demandOwnFolder(outside);
  await writeFile(path.join(home, pointerName), `${outside}\n`);
  return place(outside);
}
