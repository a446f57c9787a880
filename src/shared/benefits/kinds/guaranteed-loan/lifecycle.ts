import { onlyTheClock } from '../../../kernel/define-access';
import { defineLifecycle } from '../../../kernel/define-lifecycle';
import type { Desk, Holders } from '../../application/kind';
import { refusal, usualMoves } from '../../application/lifecycle';
import type { ApplicationSubject } from '../../application/subject';
import { applicant, deskOf, officeOf, officeOnce } from '../../application/who';
import type { BenefitsEvents } from '../../events';
import { states } from './states';

const hr = deskOf('loanClerk');
const guarantor = officeOf('guarantor');
const bank = officeOf('lender');

/** Whoever reads it as staff, each what is theirs to see. */
export const desks: readonly Desk[] = [
  { party: 'hr', role: 'loanClerk', zh: '创业担保贷款窗口', place: 'region', reads: hr, judged: 'lines' },
  { party: 'guarantor', role: 'guarantor', zh: '担保机构', place: 'organisation', reads: officeOnce('guarantor') },
  { party: 'bank', role: 'lender', zh: '银行', place: 'organisation', reads: officeOnce('lender') },
  { party: 'auditor', role: 'auditor', zh: '监督员', place: 'region', reads: deskOf('auditor'), watches: true },
  {
    party: 'city',
    role: 'cityStaff',
    zh: '市级统筹',
    place: 'region',
    reads: deskOf('cityStaff'),
    watches: true,
    bare: true,
  },
];

const pausing = '问题会一次性发给申报人，发出后不能补充、修改。补材料的日子不计入办理时限。';
const inBooks = '放款以后的情况由银行录入，申报人在贷款页看到';

const usual = usualMoves({
  lies: 'submitted',
  works: 'hr_checking',
  by: hr,
  zh: '窗口',
  withdrawnFrom: [
    'submitted',
    'hr_checking',
    'returned',
    'guarantor_dd',
    'guarantor_papers',
    'bank_reviewing',
    'bank_papers',
    'approved',
  ],
  dueFrom: ['returned', 'guarantor_papers', 'bank_papers'],
});

/** States and moves of a guaranteed loan, from the form to the last payment (rules, loan's table). */
export const lifecycle = defineLifecycle<string, string, ApplicationSubject, keyof BenefitsEvents, Holders>()({
  name: 'guaranteed-loan',
  zh: '申报',
  initial: 'draft',
  begins: { silent: '草稿只有本人看到' },
  takeFirst: '您还没有受理这份申报，请先受理',
  side: (application, caller) => {
    if (desks.some(({ reads }) => reads.decide(caller, application).ok)) return 'staff';
    return applicant.decide(caller, application).ok ? 'own' : 'outside';
  },
  states,
  moves: {
    submit: usual.submit,
    claim: usual.claim,
    pass: {
      from: ['hr_checking'],
      to: 'guarantor_dd',
      label: '资格核实通过',
      by: hr,
      held: 'mine',
      danger: '申报会转给选定的担保机构调查，申报人会收到通知。',
      toldAs: '资格核实通过',
      emits: ['application.passedOn'],
    },
    return: usual.return,
    putBack: usual.putBack,
    reject: refusal({
      from: ['hr_checking'],
      to: 'hr_rejected',
      label: '不予通过',
      by: hr,
      held: 'mine',
      toldAs: '资格核实未通过',
    }),
    agree: {
      from: ['guarantor_dd'],
      to: 'bank_reviewing',
      label: '同意担保',
      by: guarantor,
      danger: '同意后转给银行审批，额度和反担保不能再改，申报人会收到通知。',
      toldAs: '担保机构同意担保',
      emits: ['application.passedOn'],
    },
    askGuarantor: {
      from: ['guarantor_dd'],
      to: 'guarantor_papers',
      label: '要求补材料',
      by: guarantor,
      danger: pausing,
      toldAs: '担保机构要求补材料',
      emits: ['application.returned'],
    },
    supplyGuarantor: {
      from: ['guarantor_papers'],
      to: 'guarantor_dd',
      label: '提交材料',
      by: applicant,
      toldAs: '补齐材料',
      emits: ['application.supplied'],
      elsewhere: true,
    },
    declineGuarantee: refusal({
      from: ['guarantor_dd'],
      to: 'guarantor_declined',
      label: '不同意担保',
      by: guarantor,
      toldAs: '担保机构没有同意担保',
    }),
    approve: {
      from: ['bank_reviewing'],
      to: 'approved',
      label: '同意贷款',
      by: bank,
      danger: '同意后请申报人来签合同，额度、利率和期限不能再改，申报人会收到通知。',
      toldAs: '银行同意贷款',
      emits: ['loan.toSign'],
    },
    askBank: {
      from: ['bank_reviewing'],
      to: 'bank_papers',
      label: '要求补材料',
      by: bank,
      danger: pausing,
      toldAs: '银行要求补材料',
      emits: ['application.returned'],
    },
    supplyBank: {
      from: ['bank_papers'],
      to: 'bank_reviewing',
      label: '提交材料',
      by: applicant,
      toldAs: '补齐材料',
      emits: ['application.supplied'],
      elsewhere: true,
    },
    declineLoan: refusal({
      from: ['bank_reviewing'],
      to: 'bank_declined',
      label: '不同意贷款',
      by: bank,
      toldAs: '银行没有同意贷款',
    }),
    sign: {
      from: ['approved'],
      to: 'contracted',
      label: '登记合同',
      by: bank,
      danger: '登记后等待放款，合同编号和日期不能再改，申报人会收到通知。',
      toldAs: '签订合同',
      emits: ['application.passedOn'],
    },
    lapse: {
      from: ['approved'],
      to: 'lapsed',
      label: '逾期未签合同',
      by: onlyTheClock,
      toldAs: '逾期未签合同',
      emits: ['application.expired'],
    },
    disburse: {
      from: ['contracted'],
      to: 'repaying',
      label: '登记放款',
      by: bank,
      danger: '登记后按合同生成还款计划和贴息，日期、金额不能再改。',
      toldAs: '银行放款',
      emits: ['loan.disbursed'],
    },
    fallOverdue: {
      from: ['repaying', 'extended'],
      to: 'overdue',
      label: '逾期',
      by: onlyTheClock,
      toldAs: '到期没有还清，记为逾期',
      silent: '到期前已提醒，逾期由银行联系借款人',
    },
    catchUp: {
      from: ['overdue'],
      to: 'repaying',
      label: '补还逾期',
      by: bank,
      toldAs: '补还了逾期的款项',
      silent: inBooks,
      elsewhere: true,
    },
    catchUpExtended: {
      from: ['overdue'],
      to: 'extended',
      label: '补还逾期',
      by: bank,
      toldAs: '补还了逾期的款项，仍在展期',
      silent: inBooks,
      elsewhere: true,
    },
    extend: {
      from: ['repaying', 'overdue'],
      to: 'extended',
      label: '登记展期',
      by: bank,
      danger: '只能展期一次。展期第一天起不再贴息，也不能恢复。',
      toldAs: '展期',
      silent: inBooks,
    },
    compensate: {
      from: ['overdue'],
      to: 'compensated',
      label: '登记代偿',
      by: bank,
      danger: '登记后由担保机构向借款人追偿。',
      toldAs: '担保机构代偿',
      silent: inBooks,
    },
    settle: {
      from: ['repaying', 'overdue', 'extended'],
      to: 'settled',
      label: '结清',
      by: bank,
      danger: '登记后这笔贷款结清，不能恢复。',
      toldAs: '还清贷款',
      emits: ['loan.settled'],
      elsewhere: true,
    },
    recover: {
      from: ['compensated'],
      to: 'settled',
      label: '登记追偿结清',
      by: guarantor,
      danger: '登记后这笔贷款结清，不能恢复。',
      toldAs: '向担保机构还清',
      emits: ['loan.settled'],
    },
    writeOff: {
      from: ['compensated'],
      to: 'written_off',
      label: '核销',
      by: guarantor,
      asks: ['reason'],
      danger: '核销后不再追偿，不能恢复。',
      toldAs: '核销',
      emits: ['application.decided'],
    },
    withdraw: usual.withdraw,
    expire: usual.expire,
  },
});
