import type { StateSpec } from '../../../kernel/define-lifecycle';
import type { ClockSpec } from '../../application/clock';
import type { Holders, Station } from '../../application/kind';
import type { Party } from '../../application/subject';

type State = StateSpec<string, Holders>;

const nobody = () => null;
const desk = ({ deskZh }: Holders) => deskZh;

/** With its applicant, who has to write something. */
const asked = (staff: string, shown: string, tone: State['tone'] = 'warn'): State => ({
  staff,
  public: shown,
  tone,
  holder: () => '您',
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
const reviewed = (staff: string): State => ({
  staff,
  public: '人社窗口审核',
  tone: 'info',
  holder: desk,
  waits: 'staff',
  live: true,
});

export const states: Readonly<Record<string, State>> = {
  draft: asked('草稿', '填写中', 'neutral'),
  submitted: reviewed('待受理'),
  reviewing: { ...reviewed('审核中'), held: true },
  returned: asked('退回补正', '请补正'),
  listed: { staff: '公示中', public: '公示中', tone: 'info', holder: desk, waits: null, live: true },
  batched: { staff: '已送财政', public: '等待财政付款', tone: 'info', holder: () => '财政', waits: null, live: true },
  pay_failed: asked('付款没有成功', '付款没有成功，请改账户'),
  paid: over('已付款', 'pass'),
  rejected: over('审核未通过', 'warn'),
  withdrawn: over('已撤回'),
  expired: over('逾期未补正，申报已失效'),
};

const parties: Readonly<Record<string, Party>> = {
  draft: 'applicant',
  submitted: 'hr',
  reviewing: 'hr',
  returned: 'applicant',
  listed: 'hr',
  batched: 'finance',
  pay_failed: 'applicant',
};

export const partyIn = (state: string): Party | null => parties[state] ?? null;

const review: ClockSpec = { clock: 'review', zh: '审核', workdays: 15, term: 'subsidyReview' };

/** Days are demonstration (rules §7: review 15, pay 15) until an edition says others; the list's begin on the day after. */
export const clocks: Readonly<Record<string, ClockSpec>> = {
  submitted: review,
  reviewing: review,
  returned: {
    clock: 'correction',
    zh: '补正',
    workdays: 10,
    term: 'subsidyCorrection',
    pauses: 'review',
    lapses: true,
    reminds: true,
  },
  listed: { clock: 'list', zh: '公示', workdays: 5, term: 'subsidyList', lapses: true },
  batched: { clock: 'pay', zh: '付款', workdays: 15, term: 'subsidyPayment' },
};

export const stations: readonly Station[] = [
  { zh: '审核', byZh: '人社窗口', states: ['submitted', 'reviewing', 'returned'] },
  { zh: '公示', byZh: '人社窗口', states: ['listed'] },
  { zh: '付款', byZh: '财政', states: ['batched', 'pay_failed', 'paid'] },
];

/** As what applications for start-up money stand that were handed in, as staff read it. */
export const handedInAs: ReadonlyArray<{ value: string; zh: string; tone: State['tone'] }> = Object.entries(states)
  .filter(([name]) => name !== 'draft')
  .map(([value, { staff: zh, tone }]) => ({ value, zh, tone }));
