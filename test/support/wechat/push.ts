import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { PushKeys } from '../../../cloudfunctions/core/platform/wechat/pushed-message';

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** A message as WeChat pushes it to a server of one's own: the address it asks for, and the body. */
export function pushed({ token, aesKey, appId }: PushKeys, message: object): { query: string; body: string } {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const text = Buffer.from(JSON.stringify(message));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)]);
  const pad = 32 - (plain.length % 32);
  const sealing = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const encrypted = Buffer.concat([sealing.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), sealing.final()]);
  const cipher = encrypted.toString('base64');
  const [timestamp, nonce] = ['1795741200', '20261127'];
  const query = new URLSearchParams({
    timestamp,
    nonce,
    signature: sha1(token, timestamp, nonce),
    msg_signature: sha1(token, timestamp, nonce, cipher),
    encrypt_type: 'aes',
    echostr: 'hello',
  });
  return { query: query.toString(), body: JSON.stringify({ ToUserName: 'gh_870882ca4b1', Encrypt: cipher }) };
}
