import { createHmac } from 'node:crypto';
import type { DataKey } from '../crypto/data-key';
import { deriveKey } from '../crypto/derive-key';
import { canonicalJson, sha256Hex } from '../crypto/hash';

/** A chain's newest row as a seal holds it: subject, the row's place, its hash. */
export type Head = [subject: string, n: number, hash: string];

/**
 * The hash of a seal, over the seal before it, its place, its instant (milliseconds) and all heads that it holds: HMAC-SHA-256 under a key
 * that the database does not hold, so that who rewrites the database cannot make it. `key` null: a plain SHA-256, as seals were
 * before they had a key.
 */
export function sealHash(
  { n, prevHash, at, heads }: { n: number; prevHash: string; at: number; heads: readonly Head[] },
  key: DataKey | null,
): string {
  if (key === null) return sha256Hex(canonicalJson([n, prevHash, at, heads]));
  return createHmac('sha256', deriveKey(key, 'audit-seal'))
    .update(canonicalJson([n, prevHash, at, heads, key.id]), 'utf8')
    .digest('hex');
}
