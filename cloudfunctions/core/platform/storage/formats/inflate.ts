import { constants, createInflate, createInflateRaw } from 'node:zlib';

/**
 * The first `limit` bytes of what deflated bytes unpack to, even when they are cut short; nothing beyond is unpacked.
 * Undefined when they are not deflated. `raw` is without zlib's header, as in a zip.
 */
export async function inflatedStart(bytes: Buffer, limit: number, form: 'raw' | 'zlib'): Promise<Buffer | undefined> {
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  const stream = form === 'raw' ? createInflateRaw(options) : createInflate(options);
  const chunks: Buffer[] = [];
  let length = 0;
  stream.end(bytes);
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= limit) break;
    }
  } catch {
    if (length === 0) return undefined;
  }
  return Buffer.concat(chunks).subarray(0, limit);
}
