import { remindedBy } from './reminder';
import type { Wechat } from './wechat';
import { type WechatCalls, WechatFailed } from './wechat-calls';

/** The code is wrong, used, or its user is blocked: the reader's turn to try again, not a fault. */
const refusedCodes = new Set([40029, 40163, 40226, 40013]);

const sending = 'subscribe/send';

/** Who signs in, and which phone number was given, asked of WeChat: both throw WechatFailed; and messages for phones. */
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

    async remind({ openid, templateId, page, fields }) {
      const data = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value }]));
      const body = { touser: openid, template_id: templateId, page: page.replace(/^\//, ''), data, lang: 'zh_CN' };
      try {
        const { errcode } = await askWithToken(sending, '/cgi-bin/message/subscribe/send', body);
        return remindedBy(errcode ?? 0);
      } catch (error) {
        if (!(error instanceof WechatFailed)) throw error;
        // Only this question's own silence leaves open whether the message went out: one for a token sends none.
        const open = error.call === sending && error.heard === 'unknown';
        return open ? { kind: 'unknown' } : { kind: 'retry', code: error.errcode };
      }
    },
  };
}
