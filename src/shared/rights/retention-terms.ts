/** How long something is kept, by what rule, and from when the term runs. */
export type RetentionTerm = {
  readonly zh: string;
  readonly length: { readonly days: number } | { readonly months: number };
  /** From when it runs. */
  readonly fromZh: string;
  /** The document that it rests on; a demonstration value says that no source names it. */
  readonly basisZh: string;
};

const demo = '演示值，由主办单位确认';
const shortest = '个人信息保护法第十九条（最短必要）';

/** Every term by which the clock forgets something; the timers read it here, and so do whoever looks over them and the generated assessment. */
export const retentionTerms = {
  doneOnce: { zh: '避免重复办理的技术记录', length: { days: 7 }, fromZh: '办理', basisZh: shortest },
  webSignIn: { zh: '电脑登录的申请和输错次数', length: { days: 1 }, fromZh: '到期', basisZh: shortest },
  session: { zh: '登录记录', length: { days: 7 }, fromZh: '退出或到期', basisZh: shortest },
  grantCode: { zh: '没有用过的邀请码', length: { days: 365 }, fromZh: '到期', basisZh: demo },
  outbox: { zh: '已发出的消息的中间记录', length: { days: 30 }, fromZh: '发出', basisZh: shortest },
  message: { zh: '收到的消息', length: { days: 1098 }, fromZh: '发出', basisZh: demo },
  securityLog: {
    zh: '安全日志',
    length: { days: 366 },
    fromZh: '操作',
    basisZh: '互联网政务应用安全管理规定第二十条（不少于一年）',
  },
  contact: { zh: '投诉建议的联系方式', length: { months: 12 }, fromZh: '答复', basisZh: demo },
  phone: { zh: '微信提供的手机号', length: { months: 12 }, fromZh: '最后一次使用', basisZh: demo },
  draft: { zh: '没有提交的草稿', length: { days: 180 }, fromZh: '最后一次修改', basisZh: demo },
  notTaken: { zh: '未通过、退赛和失效的报名', length: { months: 24 }, fromZh: '办结', basisZh: demo },
  participant: { zh: '没有获奖的参赛项目', length: { months: 36 }, fromZh: '审核通过', basisZh: demo },
  winner: { zh: '获奖项目', length: { months: 120 }, fromZh: '审核通过', basisZh: '会计档案管理办法（不少于十年）' },
} as const satisfies Record<string, RetentionTerm>;

export type TermName = keyof typeof retentionTerms;

/** A term in words: `180 天`, `24 个月`. */
export const termZh = ({ length }: RetentionTerm): string =>
  'days' in length ? `${length.days} 天` : `${length.months} 个月`;

/** How many days a term given in days is. */
export const daysOf = (name: TermName): number => {
  const { length }: RetentionTerm = retentionTerms[name];
  if (!('days' in length)) throw new Error(`${name} is a term of months`);
  return length.days;
};

/** How many months a term given in months is. */
export const monthsOf = (name: TermName): number => {
  const { length }: RetentionTerm = retentionTerms[name];
  if (!('months' in length)) throw new Error(`${name} is a term of days`);
  return length.months;
};
