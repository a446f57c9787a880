import { scanWindowMs } from '@shared/people/web-sign-in';
import type { DataKey } from '../../platform/crypto/data-key';
import { equality } from '../../platform/crypto/equality';

const sealBytes = 12;

/**
 * What the code to be scanned holds: the wish's id, and a seal of it for this minute. Nothing is written when it is renewed, and a picture of it is
 * good for two minutes at most. 38 characters.
 */
export function scanToken(id: string, now: number, key: DataKey): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return `${bytes.toString('base64url')}${sealOf(id, minuteAt(now), key)}`;
}

/** The id in a token that was made in this minute or the one before; null in any other. */
export function readScanToken(token: string, now: number, key: DataKey): string | null {
  const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const minute = minuteAt(now);
  const seals = [minute, minute - 1].map((each) => sealOf(id, each, key));
  return id.length === 36 && seals.includes(token.slice(22)) ? id : null;
}

const minuteAt = (now: number): number => Math.floor(now / scanWindowMs);

const sealOf = (id: string, minute: number, key: DataKey): string =>
  Buffer.from(equality(`${id} ${minute}`, 'web-sign-in-scan', key), 'hex')
    .subarray(0, sealBytes)
    .toString('base64url');
