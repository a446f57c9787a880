import { type WechatCalls, WechatFailed } from '../wechat/wechat-calls';
import type { ContentCheck } from './content-check';
import { judgedBy } from './judged-by';

/** WeChat takes at most so many characters. */
const longest = 2500;

/** WeChat's check of texts (`msg_sec_check`, version 2; platform §5). No text and no openid stands in an error. */
export const openWechatCheck = ({ askWithToken }: WechatCalls): ContentCheck => ({
  async text({ content, ...text }) {
    const body = { version: 2, content: content.slice(0, longest), ...text };
    try {
      return judgedBy(await askWithToken('msg_sec_check', '/wxa/msg_sec_check', body));
    } catch (error) {
      if (!(error instanceof WechatFailed)) throw error;
      return { kind: 'later', code: error.errcode };
    }
  },
});
