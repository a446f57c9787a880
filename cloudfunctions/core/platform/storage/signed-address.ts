import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who may open which upload until when. `expiresAt` is milliseconds since 1970 and exclusive: at that instant the address is refused. */
export type SignedAddress = { readonly uploadId: string; readonly personId: string; readonly expiresAt: number };

export type AddressVerdict =
  | { readonly ok: true; readonly uploadId: string; readonly personId: string }
  | { readonly ok: false; readonly code: 'ADDRESS_INVALID' | 'ADDRESS_EXPIRED'; readonly message: string };

/** In the place of a person: the file is there for everybody, whoever holds the address. */
export const everyone = 'everyone';

/** How long an address lives, in milliseconds (issue: a few minutes). */
export const addressLifeMs = 5 * 60 * 1000;

/**
 * A token for a file's address, safe in a path or query: `<upload>.<person>.<expiry, ms in base 36>.<HMAC-SHA-256>`.
 * It carries no name or content. Made only after the permission check; `key` is derived for this purpose alone.
 */
export function signAddress(address: SignedAddress, key: Buffer): string {
  const claim = [address.uploadId, address.personId, address.expiresAt.toString(36)].join('.');
  return `${claim}.${mac(claim, key)}`;
}

/**
 * Checks a token in constant time; `now` in milliseconds since 1970. A forged or garbled one is ADDRESS_INVALID; a genuine one past its time
 * ADDRESS_EXPIRED. Whoever knows the caller must also compare the answered `personId`.
 */
export function verifyAddress(token: string, now: number, key: Buffer): AddressVerdict {
  const match = /^(([0-9A-Za-z-]{1,64})\.([0-9A-Za-z-]{1,64})\.([0-9a-z]{1,11}))\.([\w-]{43})$/.exec(token);
  if (match === null) return invalid;
  const [, claim = '', uploadId = '', personId = '', expiry = '', signature = ''] = match;
  // Compared as written: base64url has spare bits at its end that decode to nothing. Both are 43 characters.
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(mac(claim, key)))) return invalid;
  if (now >= Number.parseInt(expiry, 36)) {
    return { ok: false, code: 'ADDRESS_EXPIRED', message: '文件地址已过期，请返回页面重新打开。' };
  }
  return { ok: true, uploadId, personId };
}

const invalid: AddressVerdict = { ok: false, code: 'ADDRESS_INVALID', message: '文件地址无效，请返回页面重新打开。' };

function mac(claim: string, key: Buffer): string {
  return createHmac('sha256', key).update(claim, 'utf8').digest('base64url');
}
