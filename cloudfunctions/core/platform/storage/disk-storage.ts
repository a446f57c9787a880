import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf, openPart, orMissing, readPart, succeeds, syncFolder, writeWithin } from './disk-files';
import { overwriting } from './location/overwrite';
import { type Received, StorageError, type StreamingStorage } from './storage';

type NameOf = (written: Received) => Promise<string>;

/**
 * Storage in one folder of this machine's disk:
 *
 *     incoming/<key>.<random>.part   being received
 *     incoming/<key>                 received whole, not yet checked
 *     settling/<key>                 taken: judged, and copied from when it passes
 *     settling/<key>.<random>        that copy, on its way
 *     <aa>/<sha256>                  settled; <aa> are the hash's first two digits
 *
 * Files are 0600, folders 0700. A name appears only after its bytes are on the disk (fsync, then rename, then fsync of
 * the folder), so a crash leaves a whole file or none.
 */
export async function openDiskStorage(folder: string): Promise<StreamingStorage> {
  const incoming = join(folder, 'incoming');
  const settling = join(folder, 'settling');
  for (const path of [folder, incoming, settling]) await mkdir(path, { recursive: true, mode: 0o700 });
  const incomingPath = (key: string) => join(incoming, safeKey(key));
  const settledPath = (sha256: string) => join(folder, safeHash(sha256).slice(0, 2), sha256);

  /** Writes a file under a passing name and gives it its own only when all of it is on the disk. */
  async function write(part: string, source: AsyncIterable<Uint8Array>, maxBytes: number, nameOf: NameOf) {
    const handle = await open(part, 'wx', 0o600);
    try {
      const written = await writeWithin(handle, source, maxBytes);
      await handle.sync();
      await handle.close();
      await rename(part, await nameOf(written));
      return written;
    } catch (error) {
      await handle.close();
      await rm(part, { force: true });
      throw error;
    }
  }

  async function receive(key: string, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Received> {
    const path = incomingPath(key);
    const received = await write(`${path}.${randomUUID()}.part`, source, maxBytes, async () => path);
    await syncFolder(incoming);
    return received;
  }

  async function settle(source: AsyncIterable<Uint8Array>, taken: string, sha256: string): Promise<void> {
    const target = settledPath(sha256);
    const place = join(folder, sha256.slice(0, 2));
    // A copy, so that whoever crashes before the row says so finds the file where it was.
    await write(`${taken}.${randomUUID()}`, source, Number.POSITIVE_INFINITY, async (written) => {
      if (written.sha256 !== sha256) throw new StorageError('UPLOAD_CHANGED');
      await mkdir(place, { recursive: true, mode: 0o700 });
      return target;
    });
    await syncFolder(place);
    await syncFolder(folder);
  }

  return {
    receive: (key, source, { maxBytes }) => receive(key, source, maxBytes),

    async bring(key, source) {
      await receive(key, source, Number.POSITIVE_INFINITY);
    },

    async read({ sha256 }) {
      const path = settledPath(sha256);
      await orMissing(stat(path), 'FILE_MISSING');
      return createReadStream(path);
    },

    async take(key, { maxBytes }) {
      const taken = join(settling, safeKey(key));
      // Taken before and not yet settled, after a crash or by another worker: that copy stands.
      const again = await succeeds(stat(taken));
      if (!again && !(await succeeds(rename(incomingPath(key), taken))) && !(await succeeds(stat(taken))))
        throw new StorageError('UPLOAD_MISSING');
      const { size } = await orMissing(stat(taken), 'UPLOAD_MISSING');
      if (size > maxBytes) throw new StorageError('UPLOAD_TOO_LARGE');
      return {
        size,
        read: (offset, length) => readPart(taken, offset, length),
        sha256: (overwrites = []) => hashOf(overwriting(createReadStream(taken), overwrites)),
        settle: ({ sha256 }, overwrites = []) =>
          settle(overwriting(createReadStream(taken), overwrites), taken, sha256),
      };
    },

    async discard(key) {
      await rm(incomingPath(key), { force: true });
      await rm(join(settling, safeKey(key)), { force: true });
      return true;
    },

    async erase({ sha256 }) {
      await rm(settledPath(sha256), { force: true });
      return true;
    },

    async freeBytes() {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },

    async open(sha256, range) {
      const path = settledPath(sha256);
      const { size } = await orMissing(stat(path), 'FILE_MISSING');
      return openPart(path, size, range);
    },
  };
}

/** Keys are made by the server; one that is not plain is a fault of ours and must never reach a path. */
function safeKey(key: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,127}$/.test(key)) throw new Error('A storage key holds letters, digits and hyphens');
  return key;
}

function safeHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A content name is a SHA-256 in lower-case hex');
  return sha256;
}
