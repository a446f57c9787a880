import { hkdfSync } from 'node:crypto';
import type { DataKey } from './data-key';

/**
 * A 32-byte key for one purpose, made from the data key by HKDF-SHA-256 (RFC 5869), so that no key serves two purposes
 * and only one secret has to be kept. The same key and purpose always give the same bytes.
 */
export function deriveKey(key: DataKey, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key.bytes, 'xinghuo', purpose, 32));
}
