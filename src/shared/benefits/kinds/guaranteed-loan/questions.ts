import type { Answers } from '../../../forms/question';
import { factOf } from '../../../policies/facts';
import type { KindSection } from '../../application/kind';
import { firmQuestions, personQuestions } from '../../application/questions';

const everyone = {
  applicant: 'value',
  hr: 'value',
  guarantor: 'value',
  bank: 'value',
  finance: 'value',
  auditor: 'value',
} as const;
/** The city reads state, clocks and amounts. */
const amounts = { ...everyone, city: 'value' } as const;
const offices = { applicant: 'value', hr: 'value', guarantor: 'value', bank: 'value', auditor: 'value' } as const;
const covered = { applicant: 'masked', hr: 'masked', guarantor: 'masked', bank: 'masked', auditor: 'masked' } as const;
const deskAlone = { applicant: 'value', hr: 'value' } as const;
const lendersAlone = { applicant: 'value', guarantor: 'value', bank: 'value' } as const;

export const groupCodes = [
  'registered_unemployed',
  'hard_to_employ',
  'veteran',
  'released_prisoner',
  'graduate',
  'overcapacity_worker',
  'returning_migrant',
  'online_merchant',
  'out_of_poverty',
  'rural_entrepreneur',
] as const;
const groups = groupCodes.map((value) => ({
  value,
  zh: factOf(`keyGroup.${value}`).zh.replace('是否属于', ''),
}));

const yesNo = [
  { value: 'no', zh: '没有' },
  { value: 'yes', zh: '有' },
] as const;
const loans = [
  { value: 'none', zh: '没有贷款' },
  { value: 'allowed', zh: '只有助学、脱贫人口小额信贷、住房或购车贷款' },
  { value: 'consumer', zh: '还有小额消费贷款（含信用卡）' },
  { value: 'other', zh: '还有其他贷款' },
] as const;
const allowed = ['student', 'poverty_microcredit', 'housing', 'car'];
export const loanFact: Readonly<Record<string, readonly string[]>> = {
  none: [],
  allowed,
  consumer: [...allowed, 'consumer'],
  other: ['other'],
};

const asFirm = (answers: Answers): boolean => answers.as === 'firm';
const asPerson = (answers: Answers): boolean => !asFirm(answers);
const people = { input: 'number', sight: offices, onlyIf: asFirm } as const;

export const sections: readonly KindSection[] = [
  {
    code: 'person',
    zh: '申报人',
    questions: [
      ...personQuestions(everyone, covered, '窗口人员'),
      {
        name: 'retirementKind',
        zh: '退休类别',
        hintZh: '用来核对贷款期内是否到退休年龄',
        input: 'choice',
        choices: factOf('retirementKind').choices ?? [],
        sight: offices,
      },
    ],
  },
  {
    code: 'business',
    zh: '经营情况',
    questions: [
      ...firmQuestions(everyone),
      {
        name: 'address',
        zh: '经营地址',
        hintZh: '实际做事的地方',
        input: 'text',
        max: 100,
        prefill: 'entity.address',
        sight: offices,
      },
      {
        name: 'about',
        zh: '项目情况和资金用途',
        hintZh: '做什么、卖给谁、这笔钱用在哪里',
        input: 'area',
        max: 1000,
        prefill: 'project.summary',
        sight: offices,
      },
    ],
  },
  {
    code: 'group',
    zh: '申报类别',
    questions: [
      {
        name: 'as',
        zh: '以谁的名义申报',
        hintZh: '新招用了重点群体人员的小微企业选“小微企业”；不选的按个人办',
        input: 'choice',
        choices: [
          { value: 'person', zh: '个人' },
          { value: 'firm', zh: '小微企业' },
        ],
        optional: true,
        sight: offices,
      },
      {
        name: 'partners',
        zh: '合伙创业的人数',
        hintZh: '连您在内。不是合伙的不用填',
        input: 'number',
        optional: true,
        sight: offices,
        onlyIf: asPerson,
      },
      { name: 'employees', zh: '现有职工人数', hintZh: '签了劳动合同的', ...people },
      { name: 'newHires', zh: '近 12 个月新招用的重点群体人数', hintZh: '没有填 0', ...people },
      { name: 'newHireContracts', zh: '其中签 1 年以上合同的人数', hintZh: '没有填 0', ...people },
      {
        name: 'wageArrears',
        zh: '有没有拖欠工资',
        hintZh: '',
        input: 'choice',
        choices: yesNo,
        sight: offices,
        onlyIf: asFirm,
      },
      {
        name: 'insuranceArrears',
        zh: '有没有欠缴社会保险费',
        hintZh: '',
        input: 'choice',
        choices: yesNo,
        sight: offices,
        onlyIf: asFirm,
      },
      {
        name: 'keyGroup',
        zh: '属于哪类重点群体',
        hintZh: '属于多类的选一类，材料最容易提供的',
        input: 'choice',
        choices: groups,
        sight: deskAlone,
        onlyIf: asPerson,
      },
      {
        name: 'loanTimes',
        zh: '以前享受过几次',
        hintZh: '创业担保贷款，续贷也算一次，没有填 0',
        input: 'number',
        sight: offices,
      },
      {
        name: 'loanUnsettled',
        zh: '有没有未还清的创业担保贷款',
        hintZh: '',
        input: 'choice',
        choices: yesNo,
        sight: offices,
      },
      {
        name: 'loanOverdueEver',
        zh: '以前的创业担保贷款有没有逾期',
        hintZh: '',
        input: 'choice',
        choices: yesNo,
        sight: offices,
      },
      {
        name: 'otherCentralSubsidy',
        zh: '同一笔贷款有没有中央财政其他贴息',
        hintZh: '',
        input: 'choice',
        choices: yesNo,
        sight: offices,
      },
      {
        name: 'otherLoans',
        zh: '本人其他贷款',
        hintZh: '人社窗口只看到核对结果',
        input: 'choice',
        choices: loans,
        sight: lendersAlone,
        onlyIf: asPerson,
      },
      {
        name: 'consumerLoan',
        zh: '小额消费贷款余额（元）',
        hintZh: '含信用卡未还的钱',
        input: 'number',
        sight: lendersAlone,
        onlyIf: (answers) => asPerson(answers) && answers.otherLoans === 'consumer',
      },
      {
        name: 'spouseOtherLoans',
        zh: '配偶其他贷款',
        hintZh: '没有配偶的选“没有贷款”',
        input: 'choice',
        choices: loans,
        sight: lendersAlone,
        onlyIf: asPerson,
      },
    ],
  },
  {
    code: 'loan',
    zh: '申报额度',
    questions: [
      { name: 'wan', zh: '额度（万元）', hintZh: '最终额度由担保机构和银行核定', input: 'number', sight: amounts },
      { name: 'months', zh: '期限（月）', hintZh: '', input: 'number', sight: amounts },
      {
        name: 'bank',
        zh: '贷款银行',
        hintZh: '选一家，只有它能看到您的申报',
        input: 'choice',
        chooses: 'bank',
        sight: offices,
      },
    ],
  },
];
