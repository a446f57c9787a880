import { randomBytes } from 'node:crypto';

/** Bytes that are drawn at once. */
const stock = 4096;

/**
 * Makes a source of random bytes for ids, keys and tokens. The system is asked for some thousand at a time, as Node's own `randomUUID` does, since
 * each asking costs more than the id it is for. No byte is given twice.
 */
export function openRandom(): (bytes: number) => Uint8Array {
  let drawn = Buffer.alloc(0);
  return (bytes) => {
    if (bytes > stock) return randomBytes(bytes);
    // What was given before stays as it is: a new stock lies elsewhere.
    if (drawn.length < bytes) drawn = randomBytes(stock);
    const given = drawn.subarray(0, bytes);
    drawn = drawn.subarray(bytes);
    return given;
  };
}
