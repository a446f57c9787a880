/**
 * A UUIDv7 (RFC 9562 §5.7): 48 bits of time, then randomness, so that ids made later sort later.
 * @param nowMs epoch milliseconds, when the request arrived
 * @param random ten fresh bytes from a cryptographic source; only the server has one, so only the server makes ids
 */
export function makeUuidV7(nowMs: number, random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError(`ten random bytes are needed, not ${random.length}`);
  if (!Number.isSafeInteger(nowMs) || nowMs < 0 || nowMs >= 2 ** 48) throw new RangeError(`not a time: ${nowMs}`);
  const time = nowMs.toString(16).padStart(12, '0');
  const hex = Array.from(random, (byte, index) => {
    if (index === 0) return ((byte & 0x0f) | 0x70).toString(16);
    if (index === 2) return ((byte & 0x3f) | 0x80).toString(16);
    return byte.toString(16).padStart(2, '0');
  }).join('');
  const parts = [time.slice(0, 8), time.slice(8), hex.slice(0, 4), hex.slice(4, 8), hex.slice(8)];
  return parts.join('-');
}

/** True for a UUID in lower case, of any version. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

/** The instant, in epoch milliseconds, at the head of a UUIDv7. */
export const instantOfId = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** The least UUIDv7 of an instant (epoch milliseconds): every id of an earlier instant is below it, every other not. */
export const leastIdOf = (nowMs: number): string => makeUuidV7(nowMs, new Uint8Array(10));
