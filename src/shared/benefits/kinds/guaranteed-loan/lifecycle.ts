import { onlyTheClock } from '../../../kernel/define-access';
import { defineLifecycle } from '../../../kernel/define-lifecycle';
import type { ClockSpec } from '../../application/clock';
import type { Holders, Station } from '../../application/kind';
import type { ApplicationSubject, Party } from '../../application/subject';
import { applicant, deskOf } from '../../application/who';
import type { BenefitsEvents } from '../../events';

export const hr = deskOf('loanClerk');
const lapse = '撤回后不能恢复，需要时可以重新申报。';

const desk = ({ deskZh }: Holders) => deskZh;
const self = () => '您';
const guarantor = () => '担保机构';
const nobody = () => null;

/** States and moves of a guaranteed loan as far as the desk of HR decides; the guarantor has what was passed on. */
export const lifecycle = defineLifecycle<string, string, ApplicationSubject, keyof BenefitsEvents, Holders>()({
  name: 'guaranteed-loan',
  zh: '申报',
  initial: 'draft',
  begins: { silent: '草稿只有本人看到' },
  takeFirst: '您还没有受理这份申报，请先受理',
  side: (application, caller) => {
    if (hr.decide(caller, application).ok) return 'staff';
    return applicant.decide(caller, application).ok ? 'own' : 'outside';
  },
  states: {
    draft: {
      staff: '草稿',
      public: '填写中',
      tone: 'neutral',
      holder: self,
      waits: 'own',
      live: true,
      editable: true,
    },
    submitted: {
      staff: '待受理',
      public: '人社窗口核实资格',
      tone: 'info',
      holder: desk,
      waits: 'staff',
      live: true,
    },
    hr_checking: {
      staff: '核实中',
      public: '人社窗口核实资格',
      tone: 'info',
      holder: desk,
      waits: 'staff',
      live: true,
      held: true,
    },
    returned: {
      staff: '退回补正',
      public: '请补正',
      tone: 'warn',
      holder: self,
      waits: 'own',
      live: true,
      editable: true,
    },
    guarantor_dd: {
      staff: '担保机构调查',
      public: '担保机构调查',
      tone: 'info',
      holder: guarantor,
      waits: 'staff',
      live: true,
    },
    hr_rejected: {
      staff: '资格核实未通过',
      public: '资格核实未通过',
      tone: 'warn',
      holder: nobody,
      waits: null,
      final: true,
    },
    withdrawn: { staff: '已撤回', public: '已撤回', tone: 'neutral', holder: nobody, waits: null, final: true },
    expired: {
      staff: '逾期未补正',
      public: '逾期未补正，申报已失效',
      tone: 'neutral',
      holder: nobody,
      waits: null,
      final: true,
    },
  },
  moves: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      label: '提交',
      by: applicant,
      toldAs: '提交申报',
      emits: ['application.submitted'],
      elsewhere: true,
    },
    claim: {
      from: ['submitted'],
      to: 'hr_checking',
      label: '受理',
      by: hr,
      held: 'free',
      silent: '对外仍是同一步，由同一个窗口办理',
    },
    putBack: {
      from: ['hr_checking'],
      to: 'submitted',
      label: '交回待办',
      by: hr,
      held: 'mine',
      silent: '对外仍是同一步，由同一个窗口办理',
    },
    return: {
      from: ['hr_checking'],
      to: 'returned',
      label: '退回补正',
      by: hr,
      held: 'mine',
      danger: '问题会一次性发给申报人，发出后不能补充、修改。补正的日子不计入办理时限。',
      toldAs: '退回补正',
      emits: ['application.returned'],
    },
    pass: {
      from: ['hr_checking'],
      to: 'guarantor_dd',
      label: '资格核实通过',
      by: hr,
      held: 'mine',
      danger: '申报会转给担保机构调查，申报人会收到通知。',
      toldAs: '资格核实通过',
      emits: ['application.passedOn'],
    },
    reject: {
      from: ['hr_checking'],
      to: 'hr_rejected',
      label: '不予通过',
      by: hr,
      held: 'mine',
      asks: ['reason'],
      danger: '申报到此办结，申报人会收到通知，能看到理由。',
      toldAs: '资格核实未通过',
      tellsReason: true,
      emits: ['application.decided'],
    },
    withdraw: {
      from: ['submitted', 'hr_checking', 'returned', 'guarantor_dd'],
      to: 'withdrawn',
      label: '撤回申报',
      by: applicant,
      danger: lapse,
      toldAs: '撤回申报',
      silent: '申报人自己撤回，窗口的待办随之消失',
    },
    expire: {
      from: ['returned'],
      to: 'expired',
      label: '逾期未补正',
      by: onlyTheClock,
      toldAs: '逾期未补正',
      emits: ['application.expired'],
    },
  },
});

const parties: Readonly<Record<string, Party | null>> = {
  draft: 'applicant',
  submitted: 'hr',
  hr_checking: 'hr',
  returned: 'applicant',
  guarantor_dd: 'guarantor',
};

export const partyIn = (state: string): Party | null => parties[state] ?? null;

/** Days of the clocks are demonstration (`stage_sla`), until an edition says others. */
const hrClock = { clock: 'hr', zh: '核实资格', workdays: 3 };

export const clocks: Readonly<Record<string, ClockSpec>> = {
  submitted: hrClock,
  hr_checking: hrClock,
  returned: { clock: 'correction', zh: '补正', workdays: 10, pauses: 'hr', lapses: true },
  guarantor_dd: { clock: 'guarantor', zh: '担保调查', workdays: 5 },
};

/** The way as the public reads it. */
export const stations: readonly Station[] = [
  { zh: '核实资格', byZh: '人社窗口', states: ['submitted', 'hr_checking', 'returned'], workdays: 3 },
  { zh: '担保调查', byZh: '担保机构', states: ['guarantor_dd'], workdays: 5 },
  { zh: '贷款审批', byZh: '银行', states: [], workdays: 5 },
  { zh: '签订合同', byZh: '您和银行', states: [], workdays: 10 },
  { zh: '放款', byZh: '银行', states: [], workdays: 3 },
  { zh: '按季贴息，直到结清', byZh: '人社窗口和财政', states: [], workdays: null },
];
