import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { DataKey } from './data-key';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const empty = Buffer.alloc(0);

/** A sealed value that cannot be opened: changed, moved to another place, or its key is not here. Holds no content. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError';
  readonly code: 'SEAL_MALFORMED' | 'SEAL_KEY_UNKNOWN' | 'SEAL_BROKEN';

  constructor(code: UnsealError['code']) {
    super(`A sealed value cannot be opened: ${code}`);
    this.code = code;
  }
}

/**
 * Encrypts a personal value for its column: `<key id>.<iv>.<tag>.<cipher>`, the last three in base64url (AES-256-GCM,
 * a fresh 96-bit iv each time, NIST SP 800-38D).
 *
 * `place` names where the value belongs (`person:<id>:phone`). It is authenticated, not stored: a value copied
 * into another row or column does not open there.
 */
export function seal(plain: string, key: DataKey, place: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key.bytes, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [key.id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

/**
 * Opens what `seal` made, with the key it names. `place` must be the one it was sealed for.
 * Throws UnsealError: SEAL_MALFORMED (not our form), SEAL_KEY_UNKNOWN (no such key among `keys`), SEAL_BROKEN (changed
 * by a single bit, sealed for another place, or under another key of that name).
 */
export function open(sealed: string, keys: readonly DataKey[], place: string): string {
  const match = /^(k[0-9]{1,4})\.([\w-]{16})\.([\w-]{22})\.([\w-]*)$/.exec(sealed);
  if (match === null) throw new UnsealError('SEAL_MALFORMED');
  const [, id, ...texts] = match;
  const parts = texts.map((text) => Buffer.from(text, 'base64url'));
  // One spelling only: base64url has spare bits at its end that decode to nothing.
  if (parts.some((part, i) => part.toString('base64url') !== texts[i])) throw new UnsealError('SEAL_MALFORMED');
  const [iv = empty, tag = empty, cipherText = empty] = parts;
  const key = keys.find((candidate) => candidate.id === id);
  if (key === undefined) throw new UnsealError('SEAL_KEY_UNKNOWN');
  try {
    const decipher = createDecipheriv(algorithm, key.bytes, iv, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(place, 'utf8'));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(cipherText), decipher.final()]).toString('utf8');
  } catch {
    throw new UnsealError('SEAL_BROKEN');
  }
}
