import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type ByteRange, type Opened, type Received, StorageError } from './storage';

const headBytes = 4096;

/** Writes a stream piece by piece, counting and hashing. Throws UPLOAD_TOO_LARGE at the first piece that passes `maxBytes`. */
export async function writeWithin(
  handle: FileHandle,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Received> {
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

/** Bytes of a file from an offset, fewer at its end. Throws UPLOAD_MISSING. */
export async function readPart(path: string, offset: number, length: number): Promise<Buffer> {
  const handle = await orMissing(open(path, 'r'), 'UPLOAD_MISSING');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Opens a file of a known size, whole or a part. Throws RANGE_NOT_SATISFIABLE. */
export function openPart(path: string, size: number, range: ByteRange | undefined): Opened {
  const start = range?.start ?? 0;
  const end = Math.min(range?.end ?? size - 1, size - 1);
  if (range !== undefined && (start < 0 || start > end)) throw new StorageError('RANGE_NOT_SATISFIABLE');
  const bytes = size === 0 ? Readable.from([]) : createReadStream(path, { start, end });
  return { size, range: { start, end }, bytes };
}

/** The SHA-256 of what streams, in hex. */
export async function hashOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of source) hash.update(piece);
  return hash.digest('hex');
}

/** A renamed file survives a power cut only once its folder is written too. Windows has no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits for work on a file; that there is none becomes a StorageError. */
export async function orMissing<T>(work: Promise<T>, code: 'UPLOAD_MISSING' | 'FILE_MISSING'): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isNotFound(error) ? new StorageError(code) : error;
  }
}

/** Did work on a file find it? Other failures are thrown. */
export async function succeeds(work: Promise<unknown>): Promise<boolean> {
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
