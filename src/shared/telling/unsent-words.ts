/** The reasons of WeChat and of who carries texts, each with what its reader can do about it; the first whose beginning fits. */
const causes: ReadonlyArray<[string, string]> = [
  ['47003', '微信说消息的内容不合格式，请联系技术人员。'],
  ['40037', '微信说模板编号不对，请技术人员核对订阅消息模板。'],
  ['45168', '微信说内容含敏感词，不能发送。'],
  ['43107', '微信停用了本小程序的订阅消息，请到微信公众平台查看。'],
  ['40003', '收件人的微信账号已经注销或者不可用。'],
  ['FailedOperation.InsufficientBalance', '短信套餐包余量不足，请到腾讯云短信控制台充值后重新发送。'],
  ['FailedOperation.SignatureIncorrect', '短信签名没有通过审核或者填写有误，请技术人员核对。'],
  ['FailedOperation.Template', '短信模板没有通过审核或者与内容不一致，请技术人员核对。'],
  ['FailedOperation.ContainSensitiveWord', '短信服务商说内容含敏感词，请技术人员核对短信模板。'],
  ['AuthFailure', '短信服务商不认本系统的密钥，请技术人员核对密钥和服务器时间。'],
  ['UnauthorizedOperation', '短信账号没有发送权限，请到腾讯云短信控制台查看。'],
  ['InternalError', '短信服务商出错，请稍后重新发送；仍不成功请联系短信服务商。'],
  ['RequestLimitExceeded', '短信发送太密，试了 5 次仍不成功，请稍后重新发送。'],
  ['LimitExceeded', '短信发送超过服务商的频率限制，试了 5 次仍不成功，请稍后重新发送。'],
];

/** Why a message did not reach phones on its road, in words for staff. */
export function unsentWords(road: 'wechat' | 'text', state: 'dead' | 'uncertain', code: string | null): string {
  const carrier = road === 'wechat' ? '微信' : '短信服务商';
  if (state === 'uncertain') return `发送时${carrier}没有回答，不知道是否送到。重新发送可能会送两次。`;
  if (code === null)
    return road === 'wechat'
      ? '还没有设置订阅消息模板，或者一直连不上微信。'
      : '还没有设置这一类短信的模板，或者一直连不上短信服务商。';
  const known = causes.find(([beginning]) => code.startsWith(beginning))?.[1];
  return (
    known ??
    (road === 'wechat' ? '微信没有接受，试了 5 次仍不成功。' : '短信服务商没有接受，请技术人员按错误码核对设置。')
  );
}
