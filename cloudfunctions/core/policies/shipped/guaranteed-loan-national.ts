import type { BenefitPart } from '@shared/policies/benefits';
import type { Example } from '@shared/policies/policy';
import { firmParameters, firmRule, personParameters, personRule } from './guaranteed-loan-rules';
import { parametersOf, reprinted, type ShippedPolicy } from './shipped-policy';

const first = { docNo: '财金〔2020〕21号', from: '2020-04-15', to: '2023-09-30' };
const second = { docNo: '财金〔2023〕75号', from: '2023-10-01', to: '2028-09-30' };
const amounts2020 = { personFen: 20_000_000, firmFen: 300_000_000, upTo100: 1_500, over100: 800 };
const amounts2023 = { personFen: 30_000_000, firmFen: 400_000_000, upTo100: 1_000, over100: 500 };

const person: BenefitPart[] = [
  { code: 'cap', zh: '最高额度', unit: 'fen', param: 'personCapFen' },
  { code: 'months', zh: '最长期限', unit: 'months', param: 'personMonths' },
];
const firm: BenefitPart[] = [
  { code: 'cap', zh: '最高额度', unit: 'fen', param: 'firmCapFen' },
  { code: 'months', zh: '最长期限', unit: 'months', param: 'firmMonths' },
];
/** Half of the interest, and a rate of at most the loan prime rate and half a percent, since October 2023. */
const terms: BenefitPart[] = [
  { code: 'subsidy', zh: '财政贴息占实际利率', unit: 'bp', param: 'subsidyShare' },
  { code: 'rate', zh: '利率最多高出 1 年期 LPR', unit: 'bp', param: 'overLpr' },
  { code: 'lpr', zh: '1 年期 LPR（每月 20 日公布）', unit: 'bp', param: 'lpr1y' },
];
const since2023 = parametersOf(second.docNo, 'source', second.from, second.to);
/** The one-year loan prime rate, published on the 20th of each month: beyond the last day here it is not known, and never taken to be the last one. */
const primeRates = (
  [
    ['2023-10-01', '2024-07-21', 345, 'general'],
    ['2024-07-22', '2024-10-20', 335, 'general'],
    ['2024-10-21', '2025-05-19', 310, 'general'],
    ['2025-05-20', '2026-01-19', 300, 'source'],
    ['2026-01-20', '2027-01-19', 300, 'demonstration'],
  ] as const
).map(([from, to, bp, confidence]) =>
  parametersOf('全国银行间同业拆借中心公布', confidence, from, to)('lpr1y', '1 年期 LPR', bp),
);
const termFigures = [since2023('subsidyShare', '贴息比例', 5_000), since2023('overLpr', '利率上浮', 50), ...primeRates];

/** Up to which a person's loan needs no counter-guarantee: as other cities publish it, until this one does. */
const waiver = parametersOf(
  '参照其他城市公开的免除反担保清单，以本市文件为准',
  'weak',
  second.from,
  second.to,
)('waiverMostFen', '免除反担保的个人贷款限额', 10_000_000);

/** Who owes nothing and has never had such a loan. */
const clean = {
  loanTimes: 0,
  loanUnsettled: false,
  loanOverdueEver: false,
  otherCentralSubsidy: false,
  otherLoans: ['housing', 'consumer'],
  consumerLoanFen: 5_000_000,
  spouseOtherLoans: [],
};
const graduate = { ...clean, age: '1998-03', retirementKind: 'man', 'keyGroup.graduate': true };

const personExamples = (on: string): Example[] => [
  { zh: '28 岁高校毕业生，只有住房贷款和 5 万元信用卡', on, facts: graduate, expect: 'pass' },
  {
    zh: '70 岁脱贫人口，没有年龄上限',
    on,
    facts: { ...clean, age: '1950-01', retirementKind: 'man', 'keyGroup.out_of_poverty': true },
    expect: 'pass',
  },
  {
    zh: '61 岁退役军人，贷款期内到退休年龄',
    on,
    facts: {
      ...clean,
      age: '1962-01',
      retirementKind: 'man',
      'keyGroup.veteran': true,
      'keyGroup.out_of_poverty': false,
    },
    expect: 'fail',
  },
  { zh: '已享受过 3 次', on, facts: { ...graduate, loanTimes: 3 }, expect: 'fail' },
  { zh: '有经营贷款', on, facts: { ...graduate, otherLoans: ['other'] }, expect: 'fail' },
  { zh: '信用卡余额超过 5 万元', on, facts: { ...graduate, consumerLoanFen: 5_000_001 }, expect: 'fail' },
  {
    zh: '没有说配偶的贷款',
    on,
    facts: Object.fromEntries(Object.entries(graduate).filter(([fact]) => fact !== 'spouseOtherLoans')),
    expect: 'unknown',
    missing: ['spouseOtherLoans'],
  },
  {
    zh: '女职工没有说岗位，不知道退休年龄',
    on,
    facts: Object.fromEntries(Object.entries(graduate).filter(([fact]) => fact !== 'retirementKind')),
    expect: 'unknown',
    missing: ['retirementKind', 'keyGroup.out_of_poverty'],
  },
];

const staffed = { smallFirm: true, wageArrears: false, insuranceArrears: false, loanTimes: 0, loanOverdueEver: false };
const hired = (employees: number, hires: number) => ({
  ...staffed,
  employees,
  newHiresEligible12m: hires,
  newHireContracts12m: hires,
});

/** Of a firm of 100 and of one of 101, who just reaches the share and who just does not. */
const firmExamples = (on: string, [of100, of101]: readonly [number, number]): Example[] => [
  { zh: `100 名职工，新招用 ${of100} 人`, on, facts: hired(100, of100), expect: 'pass' },
  { zh: `100 名职工，新招用 ${of100 - 1} 人`, on, facts: hired(100, of100 - 1), expect: 'fail' },
  { zh: `101 名职工，新招用 ${of101} 人`, on, facts: hired(101, of101), expect: 'pass' },
  { zh: `101 名职工，新招用 ${of101 - 1} 人`, on, facts: hired(101, of101 - 1), expect: 'fail' },
  {
    zh: '新招用的人没有都签 1 年以上合同',
    on,
    facts: { ...hired(100, of100), newHireContracts12m: of100 - 1 },
    expect: 'fail',
  },
  { zh: '拖欠工资', on, facts: { ...hired(100, of100), wageArrears: true }, expect: 'fail' },
  {
    zh: '没有说新招用了几个人',
    on,
    facts: { ...staffed, employees: 100 },
    expect: 'unknown',
    missing: ['newHiresEligible12m', 'newHireContracts12m'],
  },
];

const common = { kind: 'guaranteed-loan', confirmedZh: reprinted, demonstration: false };

/** The loan of a person: the rule in force and the one before it, as two versions of one policy. */
export const personLoan: readonly ShippedPolicy[] = [
  {
    ...common,
    code: 'guaranteed-loan-national',
    version: 1,
    titleZh: '创业担保贷款（个人，国家规定，2020 年）',
    forZh: '自主创业的重点就业群体人员',
    summaryZh: '个人最高 20 万元，期限最长 3 年。已到期，现按财金〔2023〕75号执行。',
    bodyZh: '额度最高 20 万元，期限最长 3 年，累计不超过 3 次。\n本文件已到期，仅供查询。现行规定见财金〔2023〕75号。',
    docNo: first.docNo,
    effectiveFrom: first.from,
    effectiveTo: first.to,
    rule: personRule(first.docNo),
    parameters: personParameters(first, amounts2020),
    benefits: person,
    examples: personExamples('2022-06-30'),
  },
  {
    ...common,
    code: 'guaranteed-loan-national',
    version: 2,
    titleZh: '创业担保贷款（个人，国家规定）',
    forZh: '自主创业的重点就业群体人员',
    summaryZh: '个人最高 30 万元，期限最长 3 年，财政按实际利率的一半贴息。',
    bodyZh:
      '额度最高 30 万元，期限最长 3 年；合伙创业额度按本省（市）规定。\n利率：不高于合同签订日 1 年期贷款市场报价利率（LPR）加 0.5 个百分点。\n贴息：财政按实际利率的 50% 贴息（政府补一部分利息），逾期和展期部分不贴息。\n次数：累计不超过 3 次，以前的贷款须按时还清。',
    docNo: second.docNo,
    effectiveFrom: second.from,
    effectiveTo: second.to,
    rule: personRule(second.docNo),
    parameters: [...personParameters(second, amounts2023), ...termFigures, waiver],
    benefits: [...person, ...terms, { code: 'waiver', zh: '不用反担保的限额', unit: 'fen', param: 'waiverMostFen' }],
    examples: personExamples('2026-11-24'),
  },
];

/** The loan of a small firm, likewise. */
export const firmLoan: readonly ShippedPolicy[] = [
  {
    ...common,
    code: 'guaranteed-loan-firm',
    version: 1,
    titleZh: '创业担保贷款（小微企业，国家规定，2020 年）',
    forZh: '新招用重点群体人员的小微企业',
    summaryZh: '小微企业最高 300 万元，期限最长 2 年。已到期，现按财金〔2023〕75号执行。',
    bodyZh:
      '额度最高 300 万元，期限最长 2 年；新招用的重点群体人员达到现有职工人数的 15%（超过 100 人的达到 8%）。\n本文件已到期，仅供查询。现行规定见财金〔2023〕75号。',
    docNo: first.docNo,
    effectiveFrom: first.from,
    effectiveTo: first.to,
    rule: firmRule(first.docNo),
    parameters: firmParameters(first, amounts2020),
    benefits: firm,
    examples: firmExamples('2022-06-30', [15, 9]),
  },
  {
    ...common,
    code: 'guaranteed-loan-firm',
    version: 2,
    titleZh: '创业担保贷款（小微企业，国家规定）',
    forZh: '新招用重点群体人员的小微企业',
    summaryZh: '小微企业最高 400 万元，期限最长 2 年，财政按实际利率的一半贴息。',
    bodyZh:
      '额度最高 400 万元，期限最长 2 年；申请前 12 个月内新招用的重点群体人员达到现有职工人数的 10%（超过 100 人的达到 5%），并签订 1 年以上劳动合同，没有拖欠工资、欠缴社会保险费。\n利率：不高于合同签订日 1 年期贷款市场报价利率（LPR）加 0.5 个百分点。\n贴息：财政按实际利率的 50% 贴息（政府补一部分利息），逾期和展期部分不贴息。',
    docNo: second.docNo,
    effectiveFrom: second.from,
    effectiveTo: second.to,
    rule: firmRule(second.docNo),
    parameters: [...firmParameters(second, amounts2023), ...termFigures],
    benefits: [...firm, ...terms],
    examples: firmExamples('2026-11-24', [10, 6]),
  },
];

/** What both take together, for whoever asks whether any of them fits. */
export const loanFigures = [
  ...personParameters(second, amounts2023),
  ...firmParameters(second, amounts2023).filter(({ code }) => code !== 'earlierTimes'),
];
export const loanRule = {
  any: [personRule(second.docNo), firmRule(second.docNo)],
  zh: '个人或小微企业符合创业担保贷款条件',
};
export const fittingPerson = graduate;
