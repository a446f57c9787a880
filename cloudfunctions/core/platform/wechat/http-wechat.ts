import type { Wechat } from './wechat';
import { type WechatCalls, WechatFailed } from './wechat-calls';

/** The code is wrong, used, or its user is blocked: the reader's turn to try again, not a fault. */
const refusedCodes = new Set([40029, 40163, 40226, 40013]);

/** Who signs in, and which phone number was given, asked of WeChat. Throws WechatFailed. */
export function openHttpWechat({ account, ask, askWithToken }: WechatCalls): Wechat {
  const { appid, secret } = account;
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
