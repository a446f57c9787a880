import { formatWan } from '../../kernel/money';

/** Grounds on which a guarantor may do without a counter-guarantee (rules §3). */
export type WaiverCode =
  | 'amount_le_100k'
  | 'national_incubator_or_credit_village'
  | 'city_level_honour'
  | 'bank_credit_rated'
  | 'second_time_good';

/** What each is called. */
export const waiverZh: Readonly<Record<WaiverCode, string>> = {
  amount_le_100k: '限额以内的个人贷款',
  national_incubator_or_credit_village: '全国创业孵化示范基地或信用社区（乡村）推荐',
  city_level_honour: '获得设区的市级以上荣誉称号',
  bank_credit_rated: '经金融机构评定的信用小微企业、商户、农户',
  second_time_good: '经营稳定、守信用的二次创业者',
};

/** What is known of somebody; what is left out is unknown. */
export type WaiverFacts = {
  amountFen?: number;
  borrower?: 'person' | 'firm';
  recommended?: boolean;
  /** The level of the honour, by the seal on the certificate; null: there is none. */
  awardGrade?: 'city' | 'county' | null;
  creditRated?: boolean;
  secondTimeGood?: boolean;
};

export type Waiver = {
  code: WaiverCode;
  zh: string;
  /** Null: not known yet. */
  holds: boolean | null;
  whyZh: string;
};

/** The way on for a guarantor whose ground does not hold. */
const another = '请改选别的依据';

const gradeUnknown = '没有查到写明级别的奖项。有奖项的，请联系市级统筹人员按证书盖章单位写明级别；没有的，改选别的依据';

const said = (value: boolean | undefined, yes: string, no: string): Pick<Waiver, 'holds' | 'whyZh'> =>
  value === undefined ? { holds: null, whyZh: '由担保机构核对' } : { holds: value, whyZh: value ? yes : no };

function small({ amountFen, borrower }: WaiverFacts, mostFen: number | null): Pick<Waiver, 'holds' | 'whyZh'> {
  if (borrower === 'firm') return { holds: false, whyZh: `只适用于个人，${another}` };
  if (mostFen === null || amountFen === undefined || borrower === undefined)
    return { holds: null, whyZh: '额度确定后核对' };
  return said(
    amountFen <= mostFen,
    '额度在限额以内',
    `额度超过免除反担保的限额 ${formatWan(mostFen)} 万元，${another}，或者选“需要反担保”`,
  );
}

function honour({ awardGrade }: WaiverFacts): Pick<Waiver, 'holds' | 'whyZh'> {
  if (awardGrade === undefined) return { holds: null, whyZh: gradeUnknown };
  if (awardGrade === null) return { holds: false, whyZh: `没有荣誉称号，${another}` };
  return awardGrade === 'city'
    ? { holds: true, whyZh: '奖项为市级' }
    : { holds: false, whyZh: `奖项为县级，不属于设区的市级以上荣誉，${another}` };
}

/**
 * Each ground with whether it holds and why. A county's prize is not a city's: the level stands in the award, by the seal on its certificate.
 * @param mostFen up to which a person's loan needs none: a figure of the policy; null: it has none
 */
export function waiversOf(facts: WaiverFacts, mostFen: number | null): Waiver[] {
  const named = (code: WaiverCode, found: Pick<Waiver, 'holds' | 'whyZh'>): Waiver => ({
    code,
    zh: waiverZh[code],
    ...found,
  });
  return [
    named('amount_le_100k', small(facts, mostFen)),
    named('national_incubator_or_credit_village', said(facts.recommended, '已有推荐', '没有推荐')),
    named('city_level_honour', honour(facts)),
    named('bank_credit_rated', said(facts.creditRated, '已评定', '没有评定')),
    named('second_time_good', said(facts.secondTimeGood, '属于', '不属于')),
  ];
}
