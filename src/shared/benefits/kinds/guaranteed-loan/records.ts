import type { Answers } from '../../../forms/question';
import { sealableAccount } from '../../../forms/sealing';
import type { About, KindQuestion, MoveRecord } from '../../application/kind';
import { units } from '../../application/units';
import { methodZh } from '../../loan/loan';
import { waiverZh } from '../../loan/waivers';

/** Whoever takes part in the loan; the city reads amounts. */
const amount = {
  applicant: 'value',
  hr: 'value',
  guarantor: 'value',
  bank: 'value',
  city: 'value',
  auditor: 'value',
} as const;
const terms = { applicant: 'value', hr: 'value', guarantor: 'value', bank: 'value', auditor: 'value' } as const;
const lenders = { applicant: 'value', guarantor: 'value', bank: 'value' } as const;

/** What an earlier move was told; the latest of its kind. */
export const recordedIn = ({ records }: Pick<About, 'records'>, move: string): Answers =>
  records.filter((record) => record.move === move).pop()?.answers ?? {};

const numberOf = (answer: unknown): number | null => (typeof answer === 'number' ? answer : null);

const aboveNothing = (answers: Answers, name: string): Record<string, string> =>
  answers[name] === 0 ? { [name]: '请填写大于 0 的金额' } : {};

/** No more than something that was said before. */
const atMost = (answers: Answers, name: string, most: number | null, saidZh: string): Record<string, string> => {
  const value = numberOf(answers[name]);
  return value !== null && most !== null && value > most
    ? { [name]: `不能超过${saidZh} ${units.wan.words(most)}` }
    : aboveNothing(answers, name);
};

const notBefore = (answers: Answers, name: string, day: unknown, saidZh: string): Record<string, string> =>
  typeof day === 'string' && typeof answers[name] === 'string' && answers[name] < day
    ? { [name]: `不能早于${saidZh}（${day}）` }
    : {};

const inside: KindQuestion = {
  name: 'inside',
  zh: '内部审批意见',
  hintZh: '只有本行能看，申报人和其他单位看不到',
  input: 'area',
  max: 500,
  optional: true,
  sight: { bank: 'value' },
};

const asked = (about: About): number | null => {
  const wan = numberOf(about.answers['loan.wan']);
  return wan === null ? null : Math.round(wan * units.wan.scale);
};

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, zh]) => ({ value, zh }));

/** What each move is told. Money in fen, rates in basis points a year. */
export const records: Readonly<Record<string, MoveRecord>> = {
  pass: {
    questions: [
      { name: 'guarantor', zh: '交给哪家担保机构', hintZh: '', input: 'choice', chooses: 'guarantor', sight: terms },
    ],
  },
  agree: {
    questions: [
      { name: 'amount', zh: '同意担保的额度', hintZh: '', input: 'number', unit: 'wan', sight: amount },
      { name: 'fee', zh: '担保费率（每年）', hintZh: '不收的填 0', input: 'number', unit: 'percent', sight: terms },
      {
        name: 'counter',
        zh: '反担保',
        hintZh: '',
        input: 'choice',
        choices: choicesOf({ waived: '免除反担保', needed: '需要反担保' }),
        sight: terms,
      },
      {
        name: 'ground',
        zh: '免除的依据',
        hintZh: '获奖的，以奖项写明的级别为准',
        input: 'choice',
        choices: choicesOf(waiverZh),
        sight: terms,
        onlyIf: ({ counter }) => counter === 'waived',
      },
      {
        name: 'counterZh',
        zh: '反担保方式',
        hintZh: '例如保证人、抵押物',
        input: 'text',
        max: 100,
        sight: terms,
        onlyIf: ({ counter }) => counter === 'needed',
      },
      {
        name: 'spouseCredit',
        zh: '配偶征信结果',
        hintZh: '在线下查询，这里只记结果',
        input: 'choice',
        choices: choicesOf({ none: '没有配偶', clean: '没有不良记录', bad: '有不良记录' }),
        sight: lenders,
      },
      {
        name: 'spouseOn',
        zh: '查询日期',
        hintZh: '',
        input: 'date',
        sight: lenders,
        onlyIf: ({ spouseCredit }) => spouseCredit !== undefined && spouseCredit !== 'none',
      },
      {
        name: 'notes',
        zh: '调查记录',
        hintZh: '只有本机构能看',
        input: 'area',
        max: 1000,
        optional: true,
        sight: { guarantor: 'value' },
      },
    ],
    proposes: (about) => ({ amount: asked(about) }),
    judge: (answers, about) => ({
      ...atMost(answers, 'amount', asked(about), '申报的额度'),
      ...((numberOf(answers.fee) ?? 0) > 500 && { fee: '担保费率每年不超过 5%，请核对' }),
    }),
  },
  approve: {
    questions: [
      { name: 'amount', zh: '贷款额度', hintZh: '不超过担保的额度', input: 'number', unit: 'wan', sight: amount },
      { name: 'rate', zh: '年利率', hintZh: '不超过合同签订日的上限', input: 'number', unit: 'percent', sight: terms },
      { name: 'months', zh: '期限', hintZh: '', input: 'number', unit: 'months', sight: terms },
      { name: 'method', zh: '还款方式', hintZh: '', input: 'choice', choices: choicesOf(methodZh), sight: terms },
      {
        name: 'accrual',
        zh: '计息方式',
        hintZh: '还款、利息、贴息都按它算',
        input: 'choice',
        choices: choicesOf({ act360: '按实际天数计（天数除以 360）', monthly12: '按月，年利率的十二分之一' }),
        sight: terms,
      },
      inside,
    ],
    proposes: (about) => ({
      amount: numberOf(recordedIn(about, 'agree').amount),
      months: numberOf(about.answers['loan.months']),
    }),
    judge: (answers, about) => ({
      ...atMost(answers, 'amount', numberOf(recordedIn(about, 'agree').amount), '同意担保的额度'),
      ...(numberOf(answers.months) === 0 && { months: '至少 1 个月' }),
    }),
  },
  declineLoan: { questions: [inside] },
  sign: {
    questions: [
      { name: 'contractOn', zh: '合同签订日期', hintZh: '', input: 'date', sight: terms },
      { name: 'contractNo', zh: '合同编号', hintZh: '', input: 'text', max: 60, sight: terms },
    ],
  },
  disburse: {
    questions: [
      { name: 'disbursedOn', zh: '放款日期', hintZh: '', input: 'date', sight: amount },
      { name: 'amount', zh: '放款金额', hintZh: '', input: 'number', unit: 'yuan', sight: amount },
      { name: 'payee', zh: '收款户名', hintZh: '贴息拨到这个账户', input: 'text', max: 60, sight: terms },
      {
        name: 'account',
        zh: '收款账号',
        hintZh: '加密保存，只显示末四位',
        input: 'sealed',
        max: 40,
        sight: { applicant: 'masked', hr: 'masked', bank: 'masked' },
      },
    ],
    seals: { account: sealableAccount },
    proposes: (about) => ({
      amount: numberOf(recordedIn(about, 'approve').amount),
      payee: about.answers['business.entityName'] ?? about.answers['person.name'] ?? null,
    }),
    judge: (answers, about) => ({
      ...atMost(answers, 'amount', numberOf(recordedIn(about, 'approve').amount), '审批的额度'),
      ...notBefore(answers, 'disbursedOn', recordedIn(about, 'sign').contractOn, '合同签订日期'),
    }),
  },
  extend: {
    questions: [
      { name: 'from', zh: '展期第一天', hintZh: '从这一天起不贴息', input: 'date', ahead: true, sight: terms },
      { name: 'until', zh: '展期到', hintZh: '', input: 'date', ahead: true, sight: terms },
    ],
    judge: (answers, about) => ({
      ...notBefore(answers, 'from', recordedIn(about, 'disburse').disbursedOn, '放款日期'),
      ...(typeof answers.until === 'string' &&
        typeof answers.from === 'string' &&
        answers.until <= answers.from && { until: '要晚于展期第一天' }),
    }),
  },
  compensate: {
    questions: [
      { name: 'on', zh: '代偿日期', hintZh: '', input: 'date', sight: terms },
      { name: 'amount', zh: '代偿金额', hintZh: '', input: 'number', unit: 'yuan', sight: amount },
    ],
    judge: (answers, about) => ({
      ...notBefore(answers, 'on', recordedIn(about, 'disburse').disbursedOn, '放款日期'),
      ...aboveNothing(answers, 'amount'),
    }),
  },
  recover: {
    questions: [{ name: 'on', zh: '结清日期', hintZh: '', input: 'date', sight: terms }],
    judge: (answers, about) => notBefore(answers, 'on', recordedIn(about, 'compensate').on, '代偿日期'),
  },
};
