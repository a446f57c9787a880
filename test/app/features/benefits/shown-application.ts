import type { ApplicationView } from '../../../../src/features/benefits/application/application-view';

export const applicationId = '0197f000-0000-7000-8000-0000000000c1';

type Move = ApplicationView['moves'][number];

/** A move as the server offers it. */
export const offer = (move: string, label: string, given: Partial<Move> = {}): Move => ({
  move,
  label,
  danger: null,
  closed: null,
  asksReason: false,
  asksFaults: false,
  leads: false,
  asked: null,
  ...given,
});

/** A loan application before the office of HR that has just come in. */
export const applicationView = (given: Partial<ApplicationView> = {}): ApplicationView => ({
  applicationId,
  kind: 'guaranteed-loan',
  kindZh: '创业担保贷款',
  party: 'hr',
  reference: 'DK-1',
  regionZh: '蒲县',
  state: 'hr_review',
  stateZh: '待核实资格',
  tone: 'info',
  waits: 'staff',
  editable: false,
  live: true,
  holderZh: '蒲县人社窗口',
  clock: {
    dueDate: null,
    workdaysLeft: null,
    workdaysOver: null,
    provisional: false,
    workdays: null,
    reachedZh: null,
  },
  rank: 1,
  rankZh: null,
  version: 2,
  stations: [],
  timeline: [],
  contact: null,
  moves: [],
  records: [],
  judged: null,
  correction: null,
  faultSections: [],
  own: null,
  office: null,
  ...given,
});
