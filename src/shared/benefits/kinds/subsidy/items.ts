/** How an item's amount comes about: once, or by what is counted. */
export type Per = 'once' | 'person' | 'personMonth' | 'year';

/** An item of start-up money (rules §7): under which policy it is judged, by what its amount goes, and which others it cannot stand beside. */
export type SubsidyItem = {
  /** The name of its kind. */
  code: string;
  policy: string;
  zh: string;
  per: Per;
  /** The policy's figure is the most for one; of what is counted, this many count at most. */
  most: number;
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
    most: 1,
    excludes: ['sx-one-off-subsidy', 'sx-graduate-rent'],
    evidenceZh: '毕业证、纳税或社保缴费证明',
  },
  {
    code: 'subsidy-one-off',
    policy: 'sx-one-off-subsidy',
    zh: '一次性创业补贴',
    per: 'once',
    most: 1,
    excludes: ['sx-graduate-subsidy'],
    evidenceZh: '人员类别证明、经营满 1 年的证明',
  },
  {
    code: 'subsidy-rent',
    policy: 'sx-graduate-rent',
    zh: '高校毕业生创业场地租金补贴',
    per: 'year',
    most: 3,
    excludes: ['sx-graduate-subsidy'],
    evidenceZh: '毕业证、租赁合同、租金发票',
  },
  {
    code: 'subsidy-hiring',
    policy: 'sx-hiring-reward',
    zh: '创业带动就业补贴',
    per: 'person',
    most: 100,
    excludes: ['sx-small-firm-hiring'],
    evidenceZh: '劳动合同、工资发放凭证',
  },
  {
    code: 'subsidy-new-hires',
    policy: 'sx-small-firm-hiring',
    zh: '小微企业一次性吸纳就业补助',
    per: 'person',
    most: 100,
    excludes: ['sx-hiring-reward'],
    evidenceZh: '社保缴费证明',
  },
  {
    code: 'subsidy-post',
    policy: 'sx-small-firm-post',
    zh: '小微企业吸纳就业困难人员岗位补贴',
    per: 'personMonth',
    most: 3_600,
    excludes: [],
    evidenceZh: '社保缴费证明、工资发放凭证',
  },
];

export const itemOf = (policy: string): SubsidyItem | undefined => subsidyItems.find((one) => one.policy === policy);

export type Counted = { people: number | null; months: number | null; years: number | null };

/** How often an item's figure counts, up to its most. Null: it is not said. */
export function timesOf({ per, most }: SubsidyItem, { people, months, years }: Counted): number | null {
  if (per === 'once') return 1;
  const times =
    per === 'person' ? people : per === 'year' ? years : people === null || months === null ? null : people * months;
  return times === null ? null : Math.min(times, most);
}

/** Of the policies that somebody has money of already, the first that stands in the way of an item; undefined: none does. */
export const clashOf = (wanted: SubsidyItem, has: readonly string[]): string | undefined =>
  has.find(
    (policy) =>
      policy === wanted.policy ||
      wanted.excludes.includes(policy) ||
      itemOf(policy)?.excludes.includes(wanted.policy) === true,
  );
