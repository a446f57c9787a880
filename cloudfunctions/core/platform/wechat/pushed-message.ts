import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** By what messages that WeChat pushes to our own server are known and opened, as the console has them (消息推送, 安全模式, JSON). */
export type PushKeys = { token: string; aesKey: string; appId: string };

/** What stands in the address of a push. */
export type PushQuery = { signature: string; msgSignature: string; timestamp: string; nonce: string };

const sign = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** Compared as bytes: a letter beyond ASCII in what was sent takes more than one. */
function same(known: string, sent: string): boolean {
  const [ours, theirs] = [Buffer.from(known), Buffer.from(sent)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

/** Whether WeChat asks that this address be ours, when the console keeps it. */
export const isOfWechat = ({ token }: Pick<PushKeys, 'token'>, query: PushQuery): boolean =>
  same(sign(token, query.timestamp, query.nonce), query.signature);

/**
 * Opens a pushed message: signed over its cipher, AES-256-CBC under a key of 43 letters, of which the first 16 bytes are the start, 16 random
 * bytes, the length, the message and the app's id within. Null: it is not WeChat's, or not for this app.
 */
export function openPushed({ token, aesKey, appId }: PushKeys, query: PushQuery, body: unknown): unknown {
  const cipher = (body as { Encrypt?: unknown } | null)?.Encrypt;
  if (typeof cipher !== 'string') return null;
  if (!same(sign(token, query.timestamp, query.nonce, cipher), query.msgSignature)) return null;
  try {
    const key = Buffer.from(`${aesKey}=`, 'base64');
    const opening = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([opening.update(cipher, 'base64'), opening.final()]);
    const whole = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
    const length = whole.readUInt32BE(16);
    if (whole.subarray(20 + length).toString() !== appId) return null;
    return JSON.parse(whole.subarray(20, 20 + length).toString());
  } catch {
    return null;
  }
}
