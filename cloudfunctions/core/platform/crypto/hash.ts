import { createHash } from 'node:crypto';

/**
 * SHA-256 of a text (as UTF-8) or of bytes, 64 lower-case hex digits.
 * Not for personal values alone: an ID number is found again from its plain hash by trying; use `equality` for those.
 */
export function sha256Hex(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex');
}

/**
 * The one spelling of a JSON value: keys sorted by UTF-16 code unit, no white space (RFC 8785).
 * Equal values always give equal text, so its hash can stand for the value in input hashes, snapshots and audit rows.
 *
 * A key whose value is `undefined` is left out, as on the wire. Throws TypeError for what plain JSON cannot carry
 * (NaN, Infinity, bigint, Date, Map, functions, a hole or `undefined` in an array), rather than let it change silently.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`canonicalJson: ${value} is not a JSON number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (isPlainObject(value)) {
    const pairs = Object.keys(value)
      .filter((name) => value[name] !== undefined)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
    return `{${pairs.join(',')}}`;
  }
  throw new TypeError(`canonicalJson: ${Object.prototype.toString.call(value)} is not plain JSON`);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  // Two steps up at most, so that objects of another realm (a test runner's sandbox) count as plain too.
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
