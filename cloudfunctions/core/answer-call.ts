import { demandFittingDatabase, openCloudHome } from './cloud-home';
import type { Home } from './home';
import { openLog } from './platform/log';
import { makeServe, type Reply, type Serve } from './serve';

/** WeChat carries 100 KB in and 1 MB out (platform §1); these leave room for its own wrapping. */
const mostIn = 90 * 1024;
const mostOut = 900 * 1024;

let opened: { home: Home; serve: Serve } | null = null;

/**
 * Answers a function call's payload with the envelope's body. Never throws: what fails before `serve` is an envelope too.
 * @param openid who calls, as the platform says; null: nobody it knows
 */
export async function answerCall(event: unknown, openid: string | null): Promise<Reply['body']> {
  const { path, input, key } = (typeof event === 'object' && event !== null ? event : {}) as Record<string, unknown>;
  if (typeof path !== 'string') return refusal('MALFORMED', '请求格式有误，请更新后重试');
  if (bytesOf(input) > mostIn) return refusal('TOO_LARGE', '提交的内容太大，请精简后重试');
  try {
    const { serve } = await openOnce();
    const { body } = await serve({
      path,
      input,
      key: typeof key === 'string' ? key : null,
      credential: openid === null ? { kind: 'none' } : { kind: 'openid', openid },
      caller: openid ?? 'unknown',
    });
    if (bytesOf(body) <= mostOut) return body;
    throw new Error(`The answer to ${path} is larger than the cloud carries.`);
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    openLog().error({ path, error: { name, message, stack } }, 'a call failed outside serve');
    return refusal('INTERNAL', '系统出了问题，已记录；您填写的内容没有丢失，请稍后重试');
  }
}

/** Kept while the instance lives; an opening that failed is tried again by the next call. */
async function openOnce(): Promise<{ home: Home; serve: Serve }> {
  if (opened) return opened;
  const home = openCloudHome(process.env);
  try {
    await demandFittingDatabase(home);
  } catch (error) {
    await home.db.destroy();
    throw error;
  }
  opened = { home, serve: makeServe(home) };
  return opened;
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');

const refusal = (code: string, message: string): Reply['body'] => ({ ok: false, error: { code, message } });
