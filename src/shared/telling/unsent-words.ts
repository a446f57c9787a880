/** WeChat's reasons, each with what its reader can do about it. */
const causes: Readonly<Record<number, string>> = {
  47003: '微信说消息的内容不合格式，请联系技术人员。',
  40037: '微信说模板编号不对，请技术人员核对订阅消息模板。',
  45168: '微信说内容含敏感词，不能发送。',
  43107: '微信停用了本小程序的订阅消息，请到微信公众平台查看。',
  40003: '收件人的微信账号已经注销或者不可用。',
};

/** Why a message did not reach phones, in words for staff. */
export function unsentWords(state: 'dead' | 'uncertain', code: number | null): string {
  if (state === 'uncertain') return '发送时微信没有回答，不知道是否送到。重新发送可能会送两次。';
  if (code === null) return '还没有设置订阅消息模板，或者一直连不上微信。';
  return causes[code] ?? '微信没有接受，试了 5 次仍不成功。';
}
