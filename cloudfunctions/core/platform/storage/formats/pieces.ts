import type { RandomAccess } from '../storage';

const pieceBytes = 256 * 1024;

/** Pieces of a file from `start` on, each with its place; neighbours share `overlap` bytes, so that nothing is cut in two. */
export async function* pieces(
  file: RandomAccess,
  start: number,
  overlap: number,
): AsyncGenerator<{ readonly at: number; readonly bytes: Buffer }> {
  for (let at = start; at < file.size; at += pieceBytes) yield { at, bytes: await file.read(at, pieceBytes + overlap) };
}

/** Where a mark stands first from `start` on; undefined when nowhere. */
export async function findMark(file: RandomAccess, mark: Buffer, start: number): Promise<number | undefined> {
  for await (const { at, bytes } of pieces(file, start, mark.length - 1)) {
    const index = bytes.indexOf(mark);
    if (index !== -1) return at + index;
  }
  return undefined;
}

const aheadBytes = 4096;

/** The same file, whose small reads fetch a few kilobytes more, for what lies one behind the other. */
export function readingAhead(file: RandomAccess): RandomAccess {
  let at = 0;
  let block: Buffer = Buffer.alloc(0);
  return {
    size: file.size,
    async read(offset, length) {
      if (length > aheadBytes) return file.read(offset, length);
      const inside = offset >= at && offset + Math.min(length, Math.max(0, file.size - offset)) <= at + block.length;
      if (!inside) [at, block] = [offset, await file.read(offset, aheadBytes)];
      return block.subarray(offset - at, offset - at + length);
    },
  };
}
