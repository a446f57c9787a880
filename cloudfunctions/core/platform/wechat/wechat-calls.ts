import { shanghaiDate } from '@shared/kernel/shanghai';
import { neverLeft } from '../carriers/never-left';
import { makeGuard } from './guard';

export type WechatAccount = {
  /** Where WeChat answers; a local stand-in in tests. No slash at the end. */
  base: string;
  appid: string;
  secret: string;
  /** Milliseconds; decides when the access token has to be asked for anew. */
  now(): number;
  /** Milliseconds to wait for an answer. */
  patience?: number;
};

/** Whether WeChat took the question up: it was never asked, it said that it could not, or no answer came, so that nobody knows. */
export type Heard = 'no' | 'failed' | 'unknown';

/** WeChat answered with an error that is neither the user's nor a code's fault, or did not answer. No code or token is named. */
export class WechatFailed extends Error {
  override readonly name = 'WechatFailed';
  constructor(
    readonly call: string,
    readonly errcode: number | null,
    readonly heard: Heard = 'failed',
  ) {
    super(`WeChat's ${call} failed${errcode === null ? '' : ` with ${errcode}`}`);
  }
}

export type Answer = Record<string, unknown> & { errcode?: number };

/**
 * Asks WeChat's server interface. `call` names a question in errors; both throw WechatFailed when no answer comes, or at once while WeChat has
 * been silent lately.
 */
export type WechatCalls = {
  account: WechatAccount;
  ask(call: string, path: string, body?: object): Promise<Answer>;
  /** A call that needs the access token: a stale one is renewed once, a busy WeChat asked once more. */
  askWithToken(call: string, path: string, body: object): Promise<Answer>;
};

/** The token is no longer good: asked for anew once, then tried again (platform §5). */
const staleToken = new Set([40001, 40014, 42001]);
const busy = new Set([-1, 45011]);
/** So often a day a process has a token made anew before its end: half of what WeChat allows an account, which another process may need. */
const mostForced = 10;
/** A token is renewed so long before its end, in milliseconds. */
const margin = 5 * 60_000;

/**
 * WeChat's server interface over HTTP (platform §5), the same for servers of one's own and for cloud functions: the cloud's own library
 * takes 290 ms and more to load. Codes, tokens, openids and the secret are never logged and stand in no error.
 */
export function openWechatCalls(account: WechatAccount): WechatCalls {
  const { base, appid, secret, now, patience = 5000 } = account;
  let token: { value: string; until: number } | null = null;
  let asking: Promise<string> | null = null;
  let forced = { day: '', n: 0 };

  const guarded = makeGuard(() => new WechatFailed('asking', null, 'no'));

  const ask = (call: string, path: string, body?: object): Promise<Answer> => guarded(() => askOnce(call, path, body));

  async function askOnce(call: string, path: string, body?: object): Promise<Answer> {
    let answer: unknown;
    try {
      const response = await fetch(`${base}${path}`, {
        ...(body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(patience),
      });
      answer = response.ok ? await response.json() : null;
    } catch (error) {
      // The cause names the address, which holds the code and the secret.
      throw new WechatFailed(call, null, neverLeft(error) ? 'no' : 'unknown');
    }
    if (typeof answer !== 'object' || answer === null) throw new WechatFailed(call, null);
    return answer as Answer;
  }

  /** Stable tokens: asking again gives the same one until its end, so several processes do not put each other out. */
  async function freshToken(wanted: boolean): Promise<string> {
    const day = shanghaiDate(now());
    if (forced.day !== day) forced = { day, n: 0 };
    const force = wanted && forced.n < mostForced;
    if (force) forced.n += 1;
    const answer = await ask('stable_token', '/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid,
      secret,
      force_refresh: force,
    });
    const { access_token: value, expires_in: seconds } = answer;
    if (typeof value !== 'string' || typeof seconds !== 'number') {
      throw new WechatFailed('stable_token', answer.errcode ?? null);
    }
    token = { value, until: now() + seconds * 1000 - margin };
    return value;
  }

  function accessToken(force: boolean): Promise<string> {
    if (!force && token !== null && now() < token.until) return Promise.resolve(token.value);
    asking ??= freshToken(force).finally(() => {
      asking = null;
    });
    return asking;
  }

  async function askWithToken(call: string, path: string, body: object): Promise<Answer> {
    for (let attempt = 1, force = false; ; attempt += 1) {
      const answer = await ask(call, `${path}?access_token=${encodeURIComponent(await accessToken(force))}`, body);
      const code = answer.errcode ?? 0;
      force = staleToken.has(code);
      if (attempt === 2 || !(force || busy.has(code))) return answer;
    }
  }

  return { account, ask, askWithToken };
}

/**
 * The account that the environment describes: `XINGHUO_WECHAT_APPID`, `XINGHUO_WECHAT_SECRET`, and `XINGHUO_WECHAT_BASE` when another server
 * than WeChat's stands in. null without an app id and secret.
 */
export function wechatFromEnvironment(env: NodeJS.ProcessEnv, now: () => number): WechatCalls | null {
  const appid = env.XINGHUO_WECHAT_APPID;
  const secret = env.XINGHUO_WECHAT_SECRET;
  if (!appid || !secret) return null;
  const base = (env.XINGHUO_WECHAT_BASE || 'https://api.weixin.qq.com').replace(/\/+$/, '');
  return openWechatCalls({ base, appid, secret, now });
}
