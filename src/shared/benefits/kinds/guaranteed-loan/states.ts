import type { StateSpec } from '../../../kernel/define-lifecycle';
import type { Holders, Station } from '../../application/kind';
import type { Party } from '../../application/subject';

type State = StateSpec<string, Holders>;

const self = () => '您';
const nobody = () => null;
const desk = ({ deskZh }: Holders) => deskZh;
const office =
  (otherwise: string) =>
  ({ officeZh }: Holders) =>
    officeZh ?? otherwise;
const guarantor = office('担保机构');
const bank = office('银行');

/** With an office, before whose turn it lies. */
const waiting = (staff: string, shown: string, holder: State['holder'], more: Partial<State> = {}): State => ({
  staff,
  public: shown,
  tone: 'info',
  holder,
  waits: 'staff',
  live: true,
  ...more,
});
/** With its applicant, who has to write something. */
const asked = (staff: string, shown: string): State => ({
  staff,
  public: shown,
  tone: 'warn',
  holder: self,
  waits: 'own',
  live: true,
  editable: true,
});
const over = (zh: string, tone: State['tone'] = 'neutral'): State => ({
  staff: zh,
  public: zh,
  tone,
  holder: nobody,
  waits: null,
  final: true,
});
/** Lent: nobody has to do anything but pay. */
const running = (zh: string, tone: State['tone'], holder: State['holder'] = self): State => ({
  staff: zh,
  public: zh,
  tone,
  holder,
  waits: null,
  live: true,
});

/** Where a guaranteed loan may stand (rules, loan's table): `hr_passed` and `disbursed` are events, not states. */
export const states: Readonly<Record<string, State>> = {
  draft: { ...asked('草稿', '填写中'), tone: 'neutral' },
  submitted: waiting('待受理', '人社窗口核实资格', desk),
  hr_checking: waiting('核实中', '人社窗口核实资格', desk, { held: true }),
  returned: asked('退回补正', '请补正'),
  guarantor_dd: waiting('待调查', '担保机构调查', guarantor),
  guarantor_papers: asked('担保机构要求补材料', '请补材料'),
  bank_reviewing: waiting('待审批', '银行审批', bank),
  bank_papers: asked('银行要求补材料', '请补材料'),
  approved: waiting('待签合同', '请与银行签订合同', office('您和银行'), { tone: 'warn' }),
  contracted: waiting('待放款', '等待放款', bank),
  repaying: running('还款中', 'pass'),
  overdue: { ...running('已逾期', 'warn'), waits: 'staff' },
  extended: running('已展期', 'info'),
  compensated: running('担保机构已代偿', 'warn', guarantor),
  settled: over('已结清', 'pass'),
  hr_rejected: over('资格核实未通过', 'warn'),
  guarantor_declined: over('担保机构没有同意担保', 'warn'),
  bank_declined: over('银行没有同意贷款', 'warn'),
  withdrawn: over('已撤回'),
  expired: over('逾期未补正，申报已失效'),
  lapsed: over('逾期未签合同，审批已失效'),
  written_off: over('已核销'),
};

const parties: Readonly<Record<string, Party>> = {
  draft: 'applicant',
  submitted: 'hr',
  hr_checking: 'hr',
  returned: 'applicant',
  guarantor_dd: 'guarantor',
  guarantor_papers: 'applicant',
  bank_reviewing: 'bank',
  bank_papers: 'applicant',
  approved: 'bank',
  contracted: 'bank',
  repaying: 'bank',
  overdue: 'bank',
  extended: 'bank',
  compensated: 'guarantor',
};

export const partyIn = (state: string): Party | null => parties[state] ?? null;

/** The way as the public reads it. */
export const stations: readonly Station[] = [
  { zh: '核实资格', byZh: '人社窗口', states: ['submitted', 'hr_checking', 'returned'] },
  { zh: '担保调查', byZh: '担保机构', states: ['guarantor_dd', 'guarantor_papers'] },
  { zh: '贷款审批', byZh: '银行', states: ['bank_reviewing', 'bank_papers'] },
  { zh: '签订合同', byZh: '您和银行', states: ['approved'] },
  { zh: '放款', byZh: '银行', states: ['contracted'] },
  { zh: '按季贴息，直到结清', byZh: '人社窗口和财政', states: ['repaying', 'overdue', 'extended', 'compensated'] },
];

/** In which states documents are sent that are asked for only later. */
export const sendsIn = {
  creditReport: ['guarantor_dd', 'guarantor_papers', 'bank_reviewing', 'bank_papers'],
  // Once it is lent another card may take its place: by it the bank changes the account.
  bankCard: ['approved', 'contracted', 'repaying', 'overdue', 'extended'],
  morePapers: ['guarantor_papers', 'bank_papers'],
} as const;

/** Whether money was lent by then: it has a plan, payments and statements. */
export const wasLent = (state: string): boolean =>
  ['repaying', 'overdue', 'extended', 'compensated', 'settled', 'written_off'].includes(state);

/** Whether the bank enters what is paid. */
export const takesPayments = (state: string): boolean => ['repaying', 'overdue', 'extended'].includes(state);

/** The ends before which it was granted. */
export const granted: readonly string[] = ['settled', 'written_off'];
