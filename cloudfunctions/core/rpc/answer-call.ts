import { sha256Hex } from '../platform/crypto/hash';
import { insistModest } from '../platform/input-size';
import { faultOf } from '../platform/log/fault';
import { openLog } from '../platform/log/log';
import { demandFittingDatabase, openCloudHome } from './cloud-home';
import type { Reply } from './envelope';
import type { AreaCalls } from './procedure';
import { Refused } from './refused';
import { makeServe, type Serve } from './serve';
import { serveErrors } from './serve-errors';

/** WeChat carries 100 KB in and 1 MB out (platform §1); these leave room for its own wrapping. */
const mostIn = 90 * 1024;
const mostOut = 900 * 1024;

/** Answers a function call's payload with the envelope's body. `openid`: who calls, as the platform says; null: nobody it knows. */
export type AnswerCall = (event: unknown, openid: string | null) => Promise<Reply['body']>;

/** Makes what answers the calls of an instance for as long as it lives. Never throws: what fails before `serve` is an envelope too. */
export function makeAnswerCall(areas: readonly AreaCalls[]): AnswerCall {
  let opened: Serve | null = null;

  return (event, openid) => answer(event, openid, openOnce);

  /** An opening that failed is tried again by the next call. */
  async function openOnce(): Promise<Serve> {
    if (opened) return opened;
    const home = openCloudHome(process.env);
    try {
      await demandFittingDatabase(home);
    } catch (error) {
      await home.db.destroy();
      throw error;
    }
    opened = makeServe(home, areas);
    return opened;
  }
}

async function answer(event: unknown, openid: string | null, open: () => Promise<Serve>): Promise<Reply['body']> {
  const { path, input, key, visitor } = (typeof event === 'object' && event !== null ? event : {}) as Record<
    string,
    unknown
  >;
  if (typeof path !== 'string') return refusal('MALFORMED', '小程序版本太旧。请关闭后重新打开，再试一次');
  try {
    modest(input, mostIn);
    const serve = await open();
    const { body } = await serve({
      path,
      read: async (maxBytes) => modest(input, maxBytes),
      key: typeof key === 'string' ? key : null,
      // Whoever has left this device is a visitor on it; that can only take rights away.
      credential: openid === null || visitor === true ? { kind: 'none' } : { kind: 'openid', openid },
      caller: openid === null ? 'unknown' : `wx-${sha256Hex(openid).slice(0, 16)}`,
    });
    if (bytesOf(body) <= mostOut) return body;
    throw new Error(`The answer to ${path} is larger than the cloud carries.`);
  } catch (error) {
    if (error instanceof Refused) return refusal(error.code, serveErrors[error.code]?.message ?? '');
    openLog().error({ error: faultOf(error) }, 'a call failed outside serve');
    return refusal('INTERNAL', '系统出错，已自动记录。请不要关闭本页，稍后重试');
  }
}

/** What WeChat carried in, which it measured less strictly than we do. Throws Refused TOO_LARGE. */
function modest(input: unknown, maxBytes: number): unknown {
  insistModest(input);
  if (bytesOf(input) > maxBytes) throw new Refused('TOO_LARGE');
  return input;
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');

const refusal = (code: string, message: string): Reply['body'] => ({ ok: false, error: { code, message } });
