import { createHash, createHmac } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();

export const contentType = 'application/json; charset=utf-8';
const signedHeaders = 'content-type;host;x-tc-action';

type Question = { host: string; service: string; action: string; body: string; at: number };

/**
 * The `Authorization` of a question to Tencent Cloud (签名方法 v3, TC3-HMAC-SHA256): a POST to `/` of that host.
 * @param at epoch milliseconds; the provider refuses what is five minutes off
 */
export function tc3Authorization(
  { host, service, action, body, at }: Question,
  key: { secretId: string; secretKey: string },
): string {
  const seconds = Math.floor(at / 1000);
  const day = new Date(at).toISOString().slice(0, 10);
  const scope = `${day}/${service}/tc3_request`;
  const headers = `content-type:${contentType}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonical = ['POST', '/', '', headers, signedHeaders, sha256(body)].join('\n');
  const toSign = ['TC3-HMAC-SHA256', seconds, scope, sha256(canonical)].join('\n');
  const signing = hmac(hmac(hmac(`TC3${key.secretKey}`, day), service), 'tc3_request');
  const signature = hmac(signing, toSign).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${key.secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}
