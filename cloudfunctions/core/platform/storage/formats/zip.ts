import type { RandomAccess } from '../storage';
import { inflatedStart } from './inflate';

const endRecordBytes = 22;
const maxComment = 65_535;
const maxDirectoryBytes = 1024 * 1024;
const tooLarge = 0xffffffff;

/** One part of a zip. `size` is what it says it unpacks to, in bytes. */
export type ZipPart = {
  /** With forward slashes and in lower case: names of parts are compared without case (ECMA-376-2, 6.2.2.3). */
  readonly name: string;
  readonly encrypted: boolean;
  readonly deflated: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

/**
 * The central directory of a zip (APPNOTE 6.3); undefined when the file ends without one, or it does not fit. Nothing is
 * unpacked. Reads the file's last 64 KB and at most 1 MB of directory.
 */
export async function readZip(file: RandomAccess): Promise<readonly ZipPart[] | undefined> {
  const tailStart = Math.max(0, file.size - endRecordBytes - maxComment);
  const tail = await file.read(tailStart, endRecordBytes + maxComment);
  const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (at === -1 || tail.length < at + endRecordBytes) return undefined;
  const count = tail.readUInt16LE(at + 10);
  const size = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  if (size > maxDirectoryBytes || offset + size > tailStart + at) return undefined;
  return parseDirectory(await file.read(offset, size), count);
}

function parseDirectory(bytes: Buffer, count: number): readonly ZipPart[] | undefined {
  const parts: ZipPart[] = [];
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (bytes.length < at + 46 || bytes.toString('latin1', at, at + 4) !== 'PK\x01\x02') return undefined;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const small = bytes.readUInt32LE(at + 24);
    parts.push({
      name: bytes
        .toString('utf8', at + 46, nameEnd)
        .replaceAll('\\', '/')
        .toLowerCase(),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      deflated: bytes.readUInt16LE(at + 10) === 8,
      packed: bytes.readUInt32LE(at + 20),
      size: small === tooLarge ? sizeInExtra(bytes.subarray(nameEnd, extraEnd)) : small,
      offset: bytes.readUInt32LE(at + 42),
    });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return at <= bytes.length ? parts : undefined;
}

/** Zip64 (4.5.3): where a size does not fit into 32 bits, it stands first in the extra field 1. */
function sizeInExtra(extra: Buffer): number {
  let at = 0;
  while (at + 12 <= extra.length) {
    if (extra.readUInt16LE(at) === 1) return Number(extra.readBigUInt64LE(at + 4));
    at += 4 + extra.readUInt16LE(at + 2);
  }
  return tooLarge;
}

/**
 * The first `limit` bytes of a part, unpacked; shorter when the part is. Undefined when its local header is not where
 * the directory says, or it cannot be unpacked. Reads no more than twice `limit`.
 */
export async function readPart(file: RandomAccess, part: ZipPart, limit: number): Promise<Buffer | undefined> {
  const local = await file.read(part.offset, 30);
  if (local.length < 30 || local.toString('latin1', 0, 4) !== 'PK\x03\x04') return undefined;
  const start = part.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const bytes = await file.read(start, Math.min(part.packed, 2 * limit));
  if (!part.deflated) return bytes.subarray(0, limit);
  return inflatedStart(bytes, limit, 'raw');
}
