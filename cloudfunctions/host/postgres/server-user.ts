import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** The operating system's user that the server runs as. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; 65534 is `nobody` on every Linux the npm binaries support. */
const nobody: ServerUser = { uid: 65534, gid: 65534 };

/**
 * The user to run the server as, or undefined when it runs as the caller (every case but root).
 *
 * Existing data decides first: PostgreSQL accepts a data folder only from its owner, so a cluster that a normal user
 * made is run as that user when root starts it later.
 *
 * @param data the cluster's data folder; it need not exist yet.
 */
export async function serverUser(data: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(data).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody;
}

/**
 * Whether the user may walk into a folder: every folder on the way, and itself, must let him pass by its mode bits.
 *
 * @param user undefined means the caller, for whom the answer is always yes.
 */
export async function canReach(folder: string, user: ServerUser | undefined): Promise<boolean> {
  if (!user) return true;
  let step = await realpath(folder);
  for (;;) {
    const { uid, gid, mode } = await stat(step);
    const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return false;
    const parent = path.dirname(step);
    if (parent === step) return true;
    step = parent;
  }
}
