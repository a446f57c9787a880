import { keyGroups } from '../entry/fields';
import type { Choice } from '../forms/question';
import { fourLists } from '../screening/checks';

/**
 * What rules may ask of a person: a word for each fact, in one list. What is asked only in the application that needs it (`sensitive`: health,
 * release, need, credit) is never kept with a person and never part of a push.
 */

/** Whence a fact is known. `application`: answered in one application and good for that one alone. */
export type SourceKind = 'entry' | 'award' | 'declared' | 'application' | 'staff' | 'register';

/**
 * `birth` and `month` may be known to the month (`YYYY-MM`) or to the day; what the month leaves open stays unknown. `money` is fen, `codes` a whole
 * list: what is not on it is not the case. `share` is in basis points, rounded down.
 */
export type FactType = 'flag' | 'count' | 'share' | 'year' | 'money' | 'date' | 'month' | 'birth' | 'choice' | 'codes';

type Text = { date: string; month: string; birth: string; choice: string };
type Values = {
  flag: boolean;
  count: number;
  share: number;
  year: number;
  money: number;
  codes: readonly string[];
} & Text;

/** Names of choices that are data of the editions or regions. */
export type NamedBy = 'regions' | 'tracks' | 'groups' | 'editions' | 'awardLevels';

export type Fact = {
  readonly type: FactType;
  /** Follows “您的”; of a flag it is what is asked. */
  readonly zh: string;
  /** Of a flag, after “您”: so it is, so it is not. */
  readonly saidZh?: readonly [yes: string, no: string];
  readonly unitZh?: string;
  readonly sources: readonly SourceKind[];
  readonly sensitive?: true;
  readonly choices?: readonly Choice[];
  readonly namedBy?: NamedBy;
  /** Reckoned from these and kept by nobody. */
  readonly from?: readonly string[];
};

const flag = <const S extends SourceKind>(zh: string, yes: string, no: string, ...sources: S[]) =>
  ({ type: 'flag', zh, saidZh: [yes, no], sources }) as const;
const asked = <const F extends object>(fact: F) => ({ ...fact, sensitive: true, sources: ['application'] }) as const;

const kept = keyGroups.filter((group) => group.value !== 'none');
type KeptGroup = Exclude<(typeof keyGroups)[number]['value'], 'none'>;

const inGroup = (zh: string) => flag(`是否属于${zh}`, `属于${zh}`, `不属于${zh}`, 'entry', 'declared', 'staff');
const keptGroups = Object.fromEntries(kept.map(({ value, zh }) => [`keyGroup.${value}`, inGroup(zh)])) as Record<
  `keyGroup.${KeptGroup}`,
  ReturnType<typeof inGroup>
>;
const askedGroup = (zh: string) => asked(flag(`是否属于${zh}`, `属于${zh}`, `不属于${zh}`));

/** The lists that staff look people and firms up in (rules §2.10). */
const creditLists = fourLists.map(({ code, zh }) => ({ value: code, zh }));

const loanKinds = [
  { value: 'student', zh: '助学贷款' },
  { value: 'poverty_microcredit', zh: '脱贫人口小额信贷' },
  { value: 'housing', zh: '住房贷款' },
  { value: 'car', zh: '购车贷款' },
  { value: 'consumer', zh: '小额消费贷款（含信用卡）' },
  { value: 'other', zh: '其他贷款' },
] as const;

const courses = [
  { value: 'GYB', zh: '产生你的企业想法（GYB）' },
  { value: 'SYB', zh: '创办你的企业（SYB）' },
  { value: 'IYB', zh: '改善你的企业（IYB）' },
  { value: 'EYB', zh: '扩大你的企业（EYB）' },
  { value: 'ONLINE', zh: '网络创业' },
  { value: 'SIM', zh: '创业模拟实训' },
  { value: 'CUSTOM', zh: '定制化培训' },
] as const;

const said = ['entry', 'declared', 'staff'] as const;
const ofFirm = ['declared', 'staff', 'register'] as const;
const byAward = ['award'] as const;

export const facts = {
  /** Kept to the month; an application knows the day. */
  age: { type: 'birth', zh: '出生年月', sources: said },
  /** Whose retirement age it is: a woman's goes by her post, and is unknown while she has not said it. */
  retirementKind: {
    type: 'choice',
    zh: '退休类别',
    sources: said,
    choices: [
      { value: 'man', zh: '男职工' },
      { value: 'woman55', zh: '女职工（管理、技术岗位）' },
      { value: 'woman50', zh: '女职工（其他岗位）' },
    ],
  },
  retirementMonth: { type: 'month', zh: '法定退休年月', sources: [], from: ['age', 'retirementKind'] },
  regionId: { type: 'choice', zh: '所在县（市、区）', sources: said, namedBy: 'regions' },
  registered: flag('是否办了营业执照', '已办营业执照', '还没有办营业执照', 'entry', 'declared', 'staff', 'register'),
  registrationDate: { type: 'date', zh: '营业执照成立日期', sources: [...said, 'register'] },
  entityKind: {
    type: 'choice',
    zh: '经营主体类型',
    sources: ofFirm,
    choices: [
      { value: 'company', zh: '公司' },
      { value: 'sole_trader', zh: '个体户' },
      { value: 'cooperative', zh: '农民专业合作社' },
      { value: 'none', zh: '还没有经营主体' },
    ],
  },
  smallFirm: flag('是否属于小微企业', '的企业属于小微企业', '的企业不属于小微企业', 'declared', 'staff'),
  employees: { type: 'count', zh: '现有职工人数', unitZh: '人', sources: [...said, 'register'] },
  newHiresEligible12m: { type: 'count', zh: '近 12 个月新招用的重点群体人数', unitZh: '人', sources: ofFirm },
  newHireContracts12m: {
    type: 'count',
    zh: '近 12 个月新签 1 年以上劳动合同的人数',
    unitZh: '人',
    sources: ofFirm,
  },
  newHireShare: {
    type: 'share',
    zh: '新招用重点群体人员占现有职工的比例',
    sources: [],
    from: ['employees', 'newHiresEligible12m', 'newHireContracts12m'],
  },
  hardToEmployHired: { type: 'count', zh: '招用的就业困难人员人数', unitZh: '人', sources: ofFirm },
  othersHired: { type: 'count', zh: '带动就业的其他人数', unitZh: '人', sources: ofFirm },
  wageArrears: flag('是否拖欠工资', '有拖欠工资', '没有拖欠工资', 'declared', 'staff'),
  insuranceArrears: flag('是否欠缴社会保险费', '有欠缴社会保险费', '没有欠缴社会保险费', 'declared', 'staff'),
  track: { type: 'choice', zh: '参赛赛道', sources: ['entry'], namedBy: 'tracks' },
  group: { type: 'choice', zh: '参赛组别', sources: ['entry'], namedBy: 'groups' },
  awardLevel: { type: 'choice', zh: '获奖等次', sources: byAward, namedBy: 'awardLevels' },
  awardGrade: {
    type: 'choice',
    zh: '奖项级别',
    sources: byAward,
    choices: [
      { value: 'city', zh: '市级' },
      { value: 'county', zh: '县级' },
    ],
  },
  awardEdition: { type: 'choice', zh: '获奖届次', sources: byAward, namedBy: 'editions' },
  awardCancelled: flag('奖项是否已取消', '的奖项已取消', '的奖项没有取消', 'award'),
  ...keptGroups,
  'keyGroup.hard_to_employ': askedGroup('就业困难人员'),
  'keyGroup.disabled': askedGroup('残疾人'),
  'keyGroup.released_prisoner': askedGroup('刑满释放人员'),
  'keyGroup.minimum_income': askedGroup('最低生活保障家庭成员'),
  loanTimes: { type: 'count', zh: '已享受创业担保贷款次数', unitZh: '次', sources: ofFirm },
  loanUnsettled: flag(
    '是否有未还清的创业担保贷款',
    '有未还清的创业担保贷款',
    '没有未还清的创业担保贷款',
    'declared',
    'staff',
  ),
  loanOverdueEver: flag(
    '创业担保贷款是否逾期过',
    '的创业担保贷款逾期过',
    '的创业担保贷款没有逾期过',
    'declared',
    'staff',
  ),
  otherLoans: asked({ type: 'codes', zh: '其他贷款种类', choices: loanKinds }),
  consumerLoanFen: asked({ type: 'money', zh: '小额消费贷款（含信用卡）余额' }),
  spouseOtherLoans: asked({ type: 'codes', zh: '配偶的其他贷款种类', choices: loanKinds }),
  otherCentralSubsidy: flag(
    '同一笔贷款是否已享受中央财政其他贴息',
    '的贷款已享受中央财政其他贴息',
    '的贷款没有享受中央财政其他贴息',
    'declared',
    'staff',
  ),
  partners: { type: 'count', zh: '合伙人数', unitZh: '人', sources: ofFirm },
  guaranteeOffered: flag('能否提供反担保', '能提供反担保', '不能提供反担保', 'declared', 'staff'),
  firstIncubation: flag(
    '是否第一次入驻孵化基地',
    '是第一次入驻孵化基地',
    '在其他孵化基地享受过同类扶持',
    'declared',
    'staff',
  ),
  incubatedMonths: { type: 'count', zh: '已入驻孵化基地的月数', unitZh: '个月', sources: ofFirm },
  tradeFit: flag('是否符合基地产业方向', '符合基地产业方向', '不符合基地产业方向', 'staff'),
  safetyOk: flag('消防和环保是否可行', '的消防和环保条件可行', '的消防和环保条件不可行', 'staff'),
  creditListed: { type: 'codes', zh: '失信名单查询结果', sources: ['staff'], choices: creditLists },
  coursesThisYear: { type: 'count', zh: '本年已参加的培训数', unitZh: '个', sources: ofFirm },
  coursesTaken: { type: 'codes', zh: '已参加的培训', sources: ofFirm, choices: courses },
  upperWinnerBefore: flag('是否在上级大赛得过奖', '在上级大赛得过奖', '没有在上级大赛得过奖', 'declared', 'staff'),
  consentUpward: flag('是否同意向上级报送材料', '同意向上级报送材料', '不同意向上级报送材料', 'declared'),
  graduationYear: { type: 'year', zh: '毕业年份', unitZh: '年', sources: ['declared', 'staff'] },
  firstFounding: flag('是否第一次创业', '是第一次创业', '不是第一次创业', 'declared', 'staff'),
  insuredMonths: { type: 'count', zh: '缴纳社会保险费的月数', unitZh: '个月', sources: ofFirm },
  taxedMonths: { type: 'count', zh: '有纳税记录的月数', unitZh: '个月', sources: ofFirm },
} as const satisfies Record<string, Fact>;

export type FactName = keyof typeof facts;

type Sensitive = { [F in FactName]: (typeof facts)[F] extends { sensitive: true } ? F : never }[FactName];
type Derived = { [F in FactName]: (typeof facts)[F] extends { from: readonly string[] } ? F : never }[FactName];

/** Asked only in the application that needs it; no such fact is kept with a person. */
export type SensitiveFact = Sensitive;
/** Reckoned from others and kept by nobody. */
export type DerivedFact = Derived;
/** What a push may ask: all that is not sensitive. */
export type PushableFact = Exclude<FactName, Sensitive>;
/** What is kept with a person, row by row. */
export type KeptFact = Exclude<PushableFact, Derived>;

export type ValueOf<F extends FactName> = Values[(typeof facts)[F]['type']];
export type FactValue = Values[FactType];

export const factNames = Object.keys(facts) as FactName[];

export const isFact = (name: string): name is FactName => factNames.some((one) => one === name);

/** The fact as any fact is. */
export const factOf = (name: FactName): Fact => facts[name];

export const isSensitive = (name: FactName): name is SensitiveFact => factOf(name).sensitive === true;
export const isPushable = (name: FactName): name is PushableFact => !isSensitive(name);
export const isKept = (name: FactName): name is KeptFact => isPushable(name) && factOf(name).from === undefined;

export const keptFacts = factNames.filter(isKept);

/** What a person may say of themselves in the app, outside any application. */
export const isDeclarable = (name: FactName): name is KeptFact =>
  isKept(name) && factOf(name).sources.indexOf('declared') !== -1;

/** What staff may write down with evidence. */
export const isCheckable = (name: FactName): name is KeptFact =>
  isKept(name) && factOf(name).sources.indexOf('staff') !== -1;
