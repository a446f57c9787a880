/** Bytes to be written over those that stand in a file from `offset`; never past its end, so its length stays. */
export type Overwrite = { readonly offset: number; readonly bytes: Buffer };

/** A stretch filled with one byte. */
export function fill(offset: number, length: number, byte: number): Overwrite {
  return { offset, bytes: Buffer.alloc(length, byte) };
}

/** The same bytes with the overwrites done, piece by piece: for copying a file without holding it whole. */
export async function* overwriting(
  source: AsyncIterable<Uint8Array>,
  overwrites: readonly Overwrite[],
): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const piece of source) {
    yield overwritten(piece, at, overwrites);
    at += piece.length;
  }
}

/** A copy of `piece`, which stands in the file from `at`, with whatever of the overwrites falls into it. */
export function overwritten(piece: Uint8Array, at: number, overwrites: readonly Overwrite[]): Buffer {
  const copy = Buffer.from(piece);
  for (const { offset, bytes } of overwrites) {
    const from = Math.max(offset, at);
    const to = Math.min(offset + bytes.length, at + copy.length);
    if (from < to) bytes.copy(copy, from - at, from - offset, to - offset);
  }
  return copy;
}
