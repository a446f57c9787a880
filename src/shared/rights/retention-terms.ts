import { contactMonths } from '../people/contact-months';

/** How long something is kept, by what rule, and from when the term runs. */
export type RetentionTerm = {
  readonly zh: string;
  readonly unit: 'days' | 'months';
  /** How many of them, unless the city says otherwise. */
  readonly length: number;
  /** From when it runs. */
  readonly fromZh: string;
  /** The document that it rests on; a demonstration value says that no source names it. */
  readonly basisZh: string;
  /** Between what the city may choose, in the same unit, and why not less or more; without it the term is technical and stands. */
  readonly bounds?: { readonly least: number; readonly most: number; readonly whyZh: string };
};

const demo = '演示值，由主办单位确认';
const shortest = '个人信息保护法第十九条（最短必要）';

/** Every term by which the clock forgets something, with its standard length; the timers, whoever looks over them and the generated assessment read it here. */
export const retentionTerms = {
  doneOnce: { zh: '避免重复办理的技术记录', unit: 'days', length: 7, fromZh: '办理', basisZh: shortest },
  webSignIn: { zh: '电脑登录的申请和输错次数', unit: 'days', length: 1, fromZh: '到期', basisZh: shortest },
  session: { zh: '登录记录', unit: 'days', length: 7, fromZh: '退出或到期', basisZh: shortest },
  grantCode: {
    zh: '没有用过的邀请码',
    unit: 'days',
    length: 365,
    fromZh: '到期',
    basisZh: demo,
    bounds: { least: 30, most: 1098, whyZh: '要够查清是谁发的，又不宜久存' },
  },
  outbox: { zh: '已发出的消息的中间记录', unit: 'days', length: 30, fromZh: '发出', basisZh: shortest },
  message: {
    zh: '收到的消息',
    unit: 'days',
    length: 1098,
    fromZh: '发出',
    basisZh: demo,
    bounds: { least: 366, most: 1830, whyZh: '通知是办理的凭据，至少保存一届' },
  },
  securityLog: {
    zh: '安全日志',
    unit: 'days',
    length: 366,
    fromZh: '操作',
    basisZh: '互联网政务应用安全管理规定第二十条（不少于一年）',
    bounds: { least: 366, most: 1830, whyZh: '互联网政务应用安全管理规定第二十条：不少于一年' },
  },
  contact: {
    zh: '投诉建议的联系方式',
    unit: 'months',
    length: 12,
    fromZh: '答复',
    basisZh: demo,
    bounds: { least: 1, most: contactMonths, whyZh: `提交时告知本人最多保存 ${contactMonths} 个月` },
  },
  phone: {
    zh: '微信提供的手机号',
    unit: 'months',
    length: 12,
    fromZh: '最后一次使用',
    basisZh: demo,
    bounds: { least: 1, most: 12, whyZh: '一年没有使用的不再需要' },
  },
  trainingPhone: {
    zh: '培训学员的手机号',
    unit: 'months',
    length: 6,
    fromZh: '结业、取消或班级结束',
    basisZh: demo,
    bounds: { least: 1, most: 24, whyZh: '结业后核对证书和回访要用，又不宜久存' },
  },
  draft: {
    zh: '没有提交的草稿',
    unit: 'days',
    length: 180,
    fromZh: '最后一次修改',
    basisZh: demo,
    bounds: { least: 30, most: 366, whyZh: '要够填完一次报名，又不宜久存' },
  },
  notTaken: {
    zh: '未通过、退赛、撤回和失效的报名、申报',
    unit: 'months',
    length: 24,
    fromZh: '办结',
    basisZh: demo,
    bounds: { least: 6, most: 36, whyZh: '投诉和行政复议要有据可查' },
  },
  participant: {
    zh: '没有获奖的参赛项目',
    unit: 'months',
    length: 36,
    fromZh: '审核通过',
    basisZh: demo,
    bounds: { least: 12, most: 60, whyZh: '评审、公示和后续服务要用' },
  },
  granted: {
    zh: '办结的贷款、入驻和补贴申报',
    unit: 'months',
    length: 120,
    fromZh: '办结',
    basisZh: '会计档案管理办法（不少于十年）',
    bounds: { least: 120, most: 360, whyZh: '会计档案管理办法：不少于十年' },
  },
  closed: {
    zh: '已停止服务的模块里本人的信息',
    unit: 'months',
    length: 6,
    fromZh: '停止服务',
    basisZh: demo,
    bounds: { least: 1, most: 12, whyZh: '要够本人导出，又不宜久存' },
  },
  winner: {
    zh: '获奖项目',
    unit: 'months',
    length: 120,
    fromZh: '审核通过',
    basisZh: '会计档案管理办法（不少于十年）',
    bounds: { least: 120, most: 360, whyZh: '会计档案管理办法：不少于十年' },
  },
} as const satisfies Record<string, RetentionTerm>;

export type TermName = keyof typeof retentionTerms;
export const termNames = Object.keys(retentionTerms) as TermName[];
export const isTerm = (name: string): name is TermName => termNames.some((one) => one === name);
export const termOf = (name: TermName): RetentionTerm => retentionTerms[name];

/** How long each is kept on a day, in its own unit. */
export type Terms = Readonly<Record<TermName, number>>;

/** What the city said of a term, in force from a day. `YYYY-MM-DD`. */
export type SaidTerm = {
  readonly name: string;
  readonly length: number;
  readonly docNo: string;
  readonly from: string;
};

/** Within what a law asks at least and allows at most: what was said before a law changed never undercuts it. */
export const lawful = (name: TermName, length: number): number => {
  const { bounds, length: standard } = termOf(name);
  return bounds === undefined ? standard : Math.min(Math.max(length, bounds.least), bounds.most);
};

/** The terms by the city's latest word on each, else the standard ones. @param said of each term at most one */
export const termsBy = (said: readonly SaidTerm[]): Terms =>
  Object.fromEntries(
    termNames.map((name) => [name, lawful(name, said.find((one) => one.name === name)?.length ?? termOf(name).length)]),
  ) as Terms;

/** A term in words: `180 天`, `24 个月`. */
export const termZh = (name: TermName, length: number): string =>
  termOf(name).unit === 'days' ? `${length} 天` : `${length} 个月`;

/** Why the city cannot choose this length, beside the field; null: it can. */
export function lengthProblem(name: TermName, length: number): string | null {
  const { bounds } = termOf(name);
  if (bounds === undefined) return '这一项是技术记录，期限不能修改';
  const fits = length >= bounds.least && length <= bounds.most;
  return fits ? null : `须为 ${termZh(name, bounds.least)}至 ${termZh(name, bounds.most)}（${bounds.whyZh}）`;
}
