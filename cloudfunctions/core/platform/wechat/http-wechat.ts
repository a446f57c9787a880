import type { Wechat } from './wechat';

export type HttpWechatOptions = {
  /** Where WeChat answers; a local stand-in in tests. No slash at the end. */
  base: string;
  appid: string;
  secret: string;
  /** Milliseconds; decides when the access token has to be asked for anew. */
  now(): number;
  /** Milliseconds to wait for an answer. */
  patience?: number;
};

/** WeChat answered with an error that is neither the user's nor a code's fault, or did not answer. No code or token is named. */
export class WechatFailed extends Error {
  override readonly name = 'WechatFailed';
  constructor(
    readonly call: string,
    readonly errcode: number | null,
  ) {
    super(`WeChat's ${call} failed${errcode === null ? '' : ` with ${errcode}`}`);
  }
}

type Answer = Record<string, unknown> & { errcode?: number };

/** The code is wrong, used, or its user is blocked: the reader's turn to try again, not a fault. */
const refusedCodes = new Set([40029, 40163, 40226, 40013]);
/** The token is no longer good: asked for anew once, then tried again (platform §5). */
const staleToken = new Set([40001, 40014, 42001]);
const busy = new Set([-1, 45011]);
/** A token is renewed so long before its end, in milliseconds. */
const margin = 5 * 60_000;

/**
 * WeChat over HTTP, for servers of one's own (platform §5). Codes, tokens, openids and the secret are never logged and stand
 * in no error. Throws WechatFailed.
 */
export function openHttpWechat(options: HttpWechatOptions): Wechat {
  const { base, appid, secret, now, patience = 5000 } = options;
  let token: { value: string; until: number } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(call: string, path: string, body?: object): Promise<Answer> {
    let answer: unknown;
    try {
      const response = await fetch(`${base}${path}`, {
        ...(body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(patience),
      });
      answer = response.ok ? await response.json() : null;
    } catch {
      // The cause names the address, which holds the code and the secret.
      throw new WechatFailed(call, null);
    }
    if (typeof answer !== 'object' || answer === null) throw new WechatFailed(call, null);
    return answer as Answer;
  }

  /** Stable tokens: asking again gives the same one until its end, so several processes do not put each other out. */
  async function freshToken(force: boolean): Promise<string> {
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

  /** A call that needs the token: a stale one is renewed once, a busy WeChat asked once more. */
  async function askWithToken(call: string, path: string, body: object): Promise<Answer> {
    for (let attempt = 1, force = false; ; attempt += 1) {
      const answer = await ask(call, `${path}?access_token=${encodeURIComponent(await accessToken(force))}`, body);
      const code = answer.errcode ?? 0;
      force = staleToken.has(code);
      if (attempt === 2 || !(force || busy.has(code))) return answer;
    }
  }

  return {
    async openidOf(code) {
      const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' });
      const answer = await ask('jscode2session', `/sns/jscode2session?${query}`);
      if (typeof answer.openid === 'string' && answer.openid !== '') return answer.openid;
      if (refusedCodes.has(answer.errcode ?? 0)) return null;
      throw new WechatFailed('jscode2session', answer.errcode ?? null);
    },

    async phoneOf(code) {
      const answer = await askWithToken('getuserphonenumber', '/wxa/business/getuserphonenumber', { code });
      const info = answer.phone_info;
      const phone =
        typeof info === 'object' && info !== null && 'purePhoneNumber' in info ? info.purePhoneNumber : null;
      if ((answer.errcode ?? 0) === 0 && typeof phone === 'string' && phone !== '') return phone;
      if (refusedCodes.has(answer.errcode ?? 0)) return null;
      throw new WechatFailed('getuserphonenumber', answer.errcode ?? null);
    },
  };
}

/**
 * The adapter that the environment describes: `XINGHUO_WECHAT_APPID`, `XINGHUO_WECHAT_SECRET`, and `XINGHUO_WECHAT_BASE` when another server
 * than WeChat's stands in. null without an app id and secret.
 */
export function wechatFromEnvironment(env: NodeJS.ProcessEnv, now: () => number): Wechat | null {
  const appid = env.XINGHUO_WECHAT_APPID;
  const secret = env.XINGHUO_WECHAT_SECRET;
  if (!appid || !secret) return null;
  const base = (env.XINGHUO_WECHAT_BASE || 'https://api.weixin.qq.com').replace(/\/+$/, '');
  return openHttpWechat({ base, appid, secret, now });
}
