import { chmod, lstat, mkdir } from 'node:fs/promises';
import { errorCode } from './error-code';

/**
 * Makes a folder that its owner writes and others may at most pass through (the server's user has to).
 *
 * @returns whether it was made now; false when something already stood there.
 */
export async function makePassableFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') return false;
    throw cause;
  }
  await chmod(folder, 0o711);
  return true;
}

/**
 * Refuses a folder under /var/tmp that is not the caller's own: everybody may write there and our names can be guessed,
 * so what another user put in the way must not be trusted with programs or data.
 *
 * @throws when the path is a link, is no folder, belongs to another user or may be written by others.
 */
export async function demandOwnFolder(folder: string): Promise<void> {
  const found = await lstat(folder);
  const foreign = found.uid !== process.getuid?.();
  if (!found.isDirectory() || foreign || (found.mode & 0o022) !== 0) {
    throw new Error(`文件夹 ${folder} 不属于当前用户或他人可写，为安全起见没有使用。请删除它后重试。`);
  }
}
