import type { Answers } from '../../../forms/question';
import { sealableId, sealablePhone } from '../../../forms/sealing';
import type { FactName, FactValue } from '../../../policies/facts';
import type { ApplicationKind } from '../../application/kind';
import { borrowerIn, partnersIn } from './borrower';
import { clocks } from './clocks';
import { desks, lifecycle } from './lifecycle';
import { groupCodes, loanFact, sections } from './questions';
import { records } from './records';
import { granted, partyIn, sendsIn, stations } from './states';

const isCount = (value: unknown, least: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= 100_000;

/** Numbers of people, and a firm that is none. */
function wrongFirm(answers: Answers): Record<string, string> {
  const wrong = (name: string, least: number, zh: string) => {
    const value = answers[`group.${name}`];
    return typeof value === 'number' && !isCount(value, least) ? { [`group.${name}`]: zh } : {};
  };
  if (borrowerIn(answers) === 'person') return wrong('partners', 1, '请填写总人数，连您在内；不是合伙的，请清空这一项');
  return {
    ...wrong('employees', 1, '请填写人数，至少 1 人'),
    ...wrong('newHires', 0, '请填写人数，没有填 0'),
    ...wrong('newHireContracts', 0, '请填写人数，没有填 0'),
    ...(answers['business.entityKind'] === 'none' && { 'group.as': '没有经营主体的，按个人申报' }),
  };
}

/** Without what the rule of the policy has no figure for; its caps are the rule's to say. */
/** An amount in 万元 that comes to whole yuan. */
const isWholeYuan = (wan: number, most: number): boolean => {
  const yuan = wan * 10_000;
  return yuan >= 1 && wan <= most && Math.abs(yuan - Math.round(yuan)) < 1e-6;
};

function judge(answers: Answers): Record<string, string> {
  const wan = answers['loan.wan'];
  const months = answers['loan.months'];
  const times = answers['group.loanTimes'];
  return {
    ...(typeof wan === 'number' && !isWholeYuan(wan, 1_000) && { 'loan.wan': '请填写以万元为单位的额度' }),
    ...(typeof times === 'number' && !isCount(times, 0) && { 'group.loanTimes': '请填写次数，没有填 0' }),
    ...wrongFirm(answers),
    ...(typeof months === 'number' &&
      (months < 1 || months > 60 || !Number.isInteger(months)) && { 'loan.months': '请填写 1 到 60 的整月数' }),
  };
}

const said = (answer: unknown): boolean | undefined => (answer === 'yes' ? true : answer === 'no' ? false : undefined);

/** What a small firm answers for itself: its staff and whom it hired, whether it owes anything. */
function firmFacts(answers: Answers): Partial<Record<FactName, FactValue | undefined>> {
  const counted = (name: string) => {
    const value = answers[`group.${name}`];
    return typeof value === 'number' ? value : undefined;
  };
  return {
    smallFirm: true,
    employees: counted('employees'),
    newHiresEligible12m: counted('newHires'),
    newHireContracts12m: counted('newHireContracts'),
    wageArrears: said(answers['group.wageArrears']),
    insuranceArrears: said(answers['group.insuranceArrears']),
  };
}

function facts(answers: Answers): Partial<Record<FactName, FactValue>> {
  const group = groupCodes.find((code) => code === answers['group.keyGroup']);
  const times = answers['group.loanTimes'];
  const consumer = answers['group.consumerLoan'];
  const told: Partial<Record<FactName, FactValue | undefined>> = {
    // Whoever names one group is judged by it alone.
    ...(group !== undefined && Object.fromEntries(groupCodes.map((code) => [`keyGroup.${code}`, code === group]))),
    retirementKind: typeof answers['person.retirementKind'] === 'string' ? answers['person.retirementKind'] : undefined,
    ...(borrowerIn(answers) === 'firm' && firmFacts(answers)),
    ...(partnersIn(answers) > 1 && { partners: partnersIn(answers) }),
    loanTimes: typeof times === 'number' ? times : undefined,
    loanUnsettled: said(answers['group.loanUnsettled']),
    loanOverdueEver: said(answers['group.loanOverdueEver']),
    otherCentralSubsidy: said(answers['group.otherCentralSubsidy']),
    otherLoans: loanFact[String(answers['group.otherLoans'])],
    consumerLoanFen: typeof consumer === 'number' ? Math.round(consumer * 100) : undefined,
    spouseOtherLoans: loanFact[String(answers['group.spouseOtherLoans'])],
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

const consent = (office: string, receiverZh: string, purposeZh: string, fieldsZh: string) => ({
  kind: `guaranteed-loan.${office}`,
  zh: `同意向${receiverZh}提供信息`,
  bodyZh: `只为办理本次申报提供，不作他用。办结或撤回后，${receiverZh}不再看到新的内容。银行登记合同以前可以撤回申报；同意随时可以在“我的—我的授权”撤回，签了合同的照常办理。`,
  required: true,
  version: '2026-11-28',
  receiverZh,
  purposeZh,
  fieldsZh,
  untilZh: '申报办结后按档案规定保存',
});

const paper = ['jpg', 'png', 'pdf'];
const tenMb = 10 * 1024 * 1024;

export const guaranteedLoan: ApplicationKind = {
  zh: '创业担保贷款申报',
  introZh:
    '在这里申报创业担保贷款（政府贴息）：人社窗口核实资格，担保机构调查，银行审批。合同在银行签，钱由银行放，这里只办申报和贴息，不收任何费用。获奖项目排在前面，审批标准不变。',
  policy: 'guaranteed-loan-national',
  others: {
    policies: ['guaranteed-loan-firm'],
    policyOf: (answers) => (borrowerIn(answers) === 'firm' ? 'guaranteed-loan-firm' : 'guaranteed-loan-national'),
  },
  sections,
  seals: {
    'person.idNumber': sealableId,
    'person.phone': (typed) => sealablePhone(typed),
  },
  identity: 'person.idNumber',
  slots: [
    {
      code: 'group_proof',
      document: 'group_proof',
      zh: '人员类别证明',
      hintZh: '例如毕业证、退役证、失业登记、返乡创业承诺；小微企业传新招用人员名册。只有人社窗口能看',
      kinds: paper,
      maxBytes: tenMb,
      sight: ['applicant', 'hr'],
      needed: () => true,
    },
    {
      code: 'licence',
      document: 'licence',
      zh: '营业执照',
      hintZh: '有营业执照的上传',
      kinds: paper,
      maxBytes: tenMb,
      sight: ['applicant', 'hr', 'guarantor', 'bank'],
      needed: (answers) => answers['business.entityKind'] !== undefined && answers['business.entityKind'] !== 'none',
    },
    {
      code: 'credit_report',
      zh: '本人征信报告',
      hintZh: '资格核实通过后上传，只有担保机构和银行能看',
      kinds: paper,
      maxBytes: tenMb,
      sight: ['applicant', 'guarantor', 'bank'],
      needed: () => true,
      opensIn: sendsIn.creditReport,
    },
    {
      code: 'bank_card',
      document: 'bank_card',
      zh: '银行卡复印件',
      hintZh: '银行同意贷款后上传，用来放款和收贴息；要换账户的传新的，再请银行改',
      kinds: paper,
      maxBytes: tenMb,
      sight: ['applicant', 'bank'],
      needed: () => true,
      opensIn: sendsIn.bankCard,
    },
    {
      code: 'more_papers',
      zh: '补充材料',
      hintZh: '担保机构或银行要求时上传',
      kinds: paper,
      maxBytes: tenMb,
      sight: ['applicant', 'guarantor', 'bank'],
      needed: () => false,
      opensIn: sendsIn.morePapers,
    },
  ],
  consents: [
    consent('hr', '人社窗口', '核实资格', '姓名、证件号、电话、经营主体、人员类别及证明、获奖情况'),
    consent('guarantor', '担保机构', '担保调查', '姓名、证件号、电话、经营主体、其他贷款、获奖情况；不含人员类别证明'),
    consent('bank', '银行', '贷款审批和贴息', '姓名、证件号、电话、经营主体、其他贷款、获奖情况；不含人员类别证明'),
  ],
  judge,
  facts,
  lifecycle,
  room: 'lending',
  granted,
  submits: 'submit',
  copies: true,
  supplies: ['supplyGuarantor', 'supplyBank'],
  returns: ['return', 'askGuarantor', 'askBank'],
  leads: ['claim', 'pass', 'agree', 'approve', 'sign', 'disburse', 'recover'],
  records,
  party: partyIn,
  clocks,
  stations,
  desks,
  rank: ({ place, qualified }) => (place === 0 ? 1 : place !== null ? 2 : qualified ? 3 : 5),
};
