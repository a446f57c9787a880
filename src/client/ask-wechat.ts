import Taro from '@tarojs/taro';

export type WechatAnswer = 'accept' | 'reject' | 'ban' | 'filter';

const answers: ReadonlySet<string> = new Set(['accept', 'reject', 'ban', 'filter']);
/** WeChat asks for so many in one question. */
const most = 3;

/** Subscription messages exist in WeChat alone. */
export const wechatReminds = process.env.TARO_ENV === 'weapp';

/**
 * Asks for the agreement to one message of each template. WeChat allows it inside a tap alone, so nothing may be awaited before it.
 * @returns what was answered to each; nothing where WeChat did not ask
 */
export async function askWechat(templateIds: readonly string[]): Promise<ReadonlyMap<string, WechatAnswer>> {
  const asked = templateIds.slice(0, most);
  if (!wechatReminds || asked.length === 0) return new Map();
  try {
    const told = { ...(await Taro.requestSubscribeMessage({ tmplIds: asked, entityIds: [] })) } as Record<
      string,
      unknown
    >;
    return new Map(asked.flatMap((id) => (answers.has(String(told[id])) ? [[id, told[id] as WechatAnswer]] : [])));
  } catch {
    // Whoever has turned all messages off, or a WeChat that is too old: people are told in the app.
    return new Map();
  }
}
