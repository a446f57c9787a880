/**
 * What WeChat tells of somebody who used the app: took a permission back, closed their WeChat account, or had their profile cleaned
 * (developers.weixin.qq.com/miniprogram/security/basic/listen.html).
 */
export type WechatWord = {
  event: 'user_info_modified' | 'user_authorization_revoke' | 'user_authorization_cancellation';
  openid: string;
  /** Of a permission that was taken back: which, by WeChat's numbers. */
  revoked: readonly string[];
};

const events: readonly string[] = [
  'user_info_modified',
  'user_authorization_revoke',
  'user_authorization_cancellation',
];

/** The phone number; nickname and picture, the nickname chosen in the keyboard, the picture chosen for it. All else we never take from WeChat. */
const phoneCode = '8';
const nameCodes: readonly string[] = ['6', '19', '20'];

/** What has to go. `account`: everything, for the person has closed their WeChat account. */
export type Going = 'account' | 'phone' | 'name';

export function goingBy({ event, revoked }: WechatWord): readonly Going[] {
  if (event === 'user_authorization_cancellation') return ['account'];
  if (event === 'user_info_modified') return ['name'];
  return [
    ...(revoked.includes(phoneCode) ? (['phone'] as const) : []),
    ...(revoked.some((code) => nameCodes.includes(code)) ? (['name'] as const) : []),
  ];
}

/** Reads a message that WeChat pushed; null: it is none of these. Names of fields may come with a space before them. */
export function readWechatWord(message: unknown): WechatWord | null {
  if (typeof message !== 'object' || message === null) return null;
  const said = new Map(Object.entries(message).map(([name, value]) => [name.trim(), String(value)]));
  const event = said.get('Event') ?? '';
  const openid = said.get('OpenID') ?? '';
  if (said.get('MsgType')?.toLowerCase() !== 'event' || !events.includes(event) || openid === '') return null;
  const revoked = (said.get('RevokeInfo') ?? '').split(/[,，\s]+/).filter((code) => code !== '');
  return { event: event as WechatWord['event'], openid, revoked };
}
