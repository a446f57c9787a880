import { formatYuan } from '../../../kernel/money';
import { type Parameter, parameterOn } from '../../../policies/parameters';

/** How an item's amount comes about: once, or by what is counted. */
export type Per = 'once' | 'person' | 'personMonth' | 'year';

/** An item of start-up money (rules §7): under which policy it is judged, by what its amount goes, and which others it cannot stand beside. */
export type SubsidyItem = {
  /** The name of its kind. */
  code: string;
  policy: string;
  zh: string;
  per: Per;
  /** Items of the same purpose, by their policies: whoever has one of them does not get this. Holds both ways. */
  excludes: readonly string[];
  /** What shows that it is due. */
  evidenceZh: string;
};

/** 15,000 元 merges founding, rent and insurance: none of its parts beside it. One purpose is not paid from two funds. */
export const subsidyItems: readonly SubsidyItem[] = [
  {
    code: 'subsidy-graduate',
    policy: 'sx-graduate-subsidy',
    zh: '高校毕业生创业补贴',
    per: 'once',
    excludes: ['sx-one-off-subsidy', 'sx-graduate-rent'],
    evidenceZh: '毕业证、纳税或社保缴费证明',
  },
  {
    code: 'subsidy-one-off',
    policy: 'sx-one-off-subsidy',
    zh: '一次性创业补贴',
    per: 'once',
    excludes: ['sx-graduate-subsidy'],
    evidenceZh: '人员类别证明、经营满 1 年的证明',
  },
  {
    code: 'subsidy-rent',
    policy: 'sx-graduate-rent',
    zh: '高校毕业生创业场地租金补贴',
    per: 'year',
    excludes: ['sx-graduate-subsidy'],
    evidenceZh: '毕业证、租赁合同、租金发票',
  },
  {
    code: 'subsidy-hiring',
    policy: 'sx-hiring-reward',
    zh: '创业带动就业补贴',
    per: 'person',
    excludes: ['sx-small-firm-hiring'],
    evidenceZh: '劳动合同、工资发放凭证',
  },
  {
    code: 'subsidy-new-hires',
    policy: 'sx-small-firm-hiring',
    zh: '小微企业一次性吸纳就业补助',
    per: 'person',
    excludes: ['sx-hiring-reward'],
    evidenceZh: '社保缴费证明',
  },
  {
    code: 'subsidy-post',
    policy: 'sx-small-firm-post',
    zh: '小微企业吸纳就业困难人员岗位补贴',
    per: 'personMonth',
    excludes: [],
    evidenceZh: '社保缴费证明、工资发放凭证',
  },
];

export const itemOf = (policy: string): SubsidyItem | undefined => subsidyItems.find((one) => one.policy === policy);

export type Counted = { people: number | null; months: number | null; years: number | null };

const unitZh = { once: '次', person: '人', personMonth: '人月', year: '年' } as const satisfies Record<Per, string>;

const product = (...parts: ReadonlyArray<number | null>): number | null =>
  parts.reduce((all, part) => (all === null || part === null ? null : all * part), 1);

/**
 * What an item comes to on a day: the policy's `amountFen` by what is counted, of which its `mostTimes` count at most, and of a person's months its
 * `mostMonths`; in whole fen, with how it came about in words. Null: the policy has no such figure then, and none is made up, or what is counted is not said.
 */
export function amountOf(
  { per }: SubsidyItem,
  { people, months, years }: Counted,
  parameters: readonly Parameter[],
  on: string,
): { amountFen: number; howZh: string } | null {
  const figure = (code: string): number | null => {
    const value = parameterOn(parameters, code, on)?.value;
    return typeof value === 'number' ? value : null;
  };
  const each = figure('amountFen');
  const most = per === 'once' ? 1 : figure('mostTimes');
  const paidMonths = months === null ? null : Math.min(months, figure('mostMonths') ?? months);
  const said = { once: 1, person: people, personMonth: product(people, months), year: years }[per];
  const counts = per === 'personMonth' ? product(people, paidMonths) : said;
  if (each === null || most === null || said === null || counts === null) return null;
  const times = Math.min(counts, most);
  const by = {
    once: '',
    person: ` × ${people} 人`,
    personMonth: ` × ${people} 人 × ${months} 个月`,
    year: ` × ${years} 年`,
  }[per];
  const over = times < said ? `，最多按 ${times} ${unitZh[per]}计` : '';
  return { amountFen: each * times, howZh: `${formatYuan(each)} 元${by}${over}` };
}

/** Of the policies that somebody has money of already, the first that stands in the way of an item; undefined: none does. */
export const clashOf = (wanted: SubsidyItem, has: readonly string[]): string | undefined =>
  has.find(
    (policy) =>
      policy === wanted.policy ||
      wanted.excludes.includes(policy) ||
      itemOf(policy)?.excludes.includes(wanted.policy) === true,
  );
