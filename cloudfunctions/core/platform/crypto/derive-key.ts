import { hkdfSync } from 'node:crypto';
import type { DataKey } from './data-key';

/**
 * A 32-byte key for one purpose, made from the data key by HKDF-SHA-256 (RFC 5869), so that no key serves two purposes
 * and only one secret has to be kept. The same key and purpose always give the same bytes.
 */
export function deriveKey(key: DataKey, purpose: string): Buffer {
  const known = derived.get(key) ?? new Map<string, Buffer>();
  derived.set(key, known);
  const made = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', key.bytes, 'xinghuo', purpose, 32));
  known.set(purpose, made);
  return made;
}

/** Purposes are few and named in our code; a key that nobody holds any more takes what was made of it along. */
const derived = new WeakMap<DataKey, Map<string, Buffer>>();
