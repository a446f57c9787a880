import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ByteRange, type Opened, type Received, StorageError, type StreamingStorage } from './storage';

const headBytes = 4096;

/**
 * Storage in one folder of this machine's disk:
 *
 *     incoming/<key>.<random>.part   being received
 *     incoming/<key>                 received whole, not yet checked
 *     settling/<key>                 checked, on its way
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

  return {
    async receive(key, source, limit) {
      const path = incomingPath(key);
      const part = `${path}.${randomUUID()}.part`;
      const handle = await open(part, 'wx', 0o600);
      let received: Received;
      try {
        received = await writeWithin(handle, source, limit.maxBytes);
        await handle.sync();
        await handle.close();
        await rename(part, path);
      } catch (error) {
        await handle.close();
        await rm(part, { force: true });
        throw error;
      }
      await syncFolder(incoming);
      return received;
    },

    async received(key) {
      const path = incomingPath(key);
      const { size } = await orMissing(stat(path), 'UPLOAD_MISSING');
      return { size, read: (offset, length) => readPart(path, offset, length), sha256: () => hashOf(path) };
    },

    async settle(key, { sha256 }) {
      const target = settledPath(sha256);
      const staged = join(settling, safeKey(key));
      // Out of reach of a second transfer first, then hashed: what is hashed is what is kept.
      const moved = await succeeds(rename(incomingPath(key), staged));
      if (!moved && !(await succeeds(stat(staged)))) {
        if (await succeeds(stat(target))) return;
        throw new StorageError('UPLOAD_MISSING');
      }
      if ((await hashOf(staged)) !== sha256) {
        await rm(staged, { force: true });
        throw new StorageError('UPLOAD_CHANGED');
      }
      const place = join(folder, sha256.slice(0, 2));
      await mkdir(place, { recursive: true, mode: 0o700 });
      await rename(staged, target);
      await syncFolder(place);
      await syncFolder(folder);
    },

    async discard(key) {
      await rm(incomingPath(key), { force: true });
      await rm(join(settling, key), { force: true });
      return true;
    },

    async open(sha256, range) {
      const path = settledPath(sha256);
      const { size } = await orMissing(stat(path), 'FILE_MISSING');
      return openPart(path, size, range);
    },
  };
}

async function writeWithin(handle: FileHandle, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Received> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > maxBytes) throw new StorageError('UPLOAD_TOO_LARGE');
    hash.update(chunk);
    if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
    // Awaited before the next chunk is asked for: the sender waits for the disk, memory stays flat.
    await handle.appendFile(chunk);
  }
  return { size, sha256: hash.digest('hex'), head };
}

async function readPart(path: string, offset: number, length: number): Promise<Buffer> {
  const handle = await orMissing(open(path, 'r'), 'UPLOAD_MISSING');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function openPart(path: string, size: number, range: ByteRange | undefined): Opened {
  const start = range?.start ?? 0;
  const end = Math.min(range?.end ?? size - 1, size - 1);
  if (range !== undefined && (start < 0 || start > end)) throw new StorageError('RANGE_NOT_SATISFIABLE');
  const bytes = size === 0 ? Readable.from([]) : createReadStream(path, { start, end });
  return { size, range: { start, end }, bytes };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** A renamed file survives a power cut only once its folder is written too. Windows has no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orMissing<T>(work: Promise<T>, code: 'UPLOAD_MISSING' | 'FILE_MISSING'): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isNotFound(error) ? new StorageError(code) : error;
  }
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
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
