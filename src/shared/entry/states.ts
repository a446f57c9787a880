import type { StateSpec } from '../kernel/define-lifecycle';

export type EntryState =
  | 'draft'
  | 'submitted'
  | 'under_review'
  | 'returned'
  | 'resubmitted'
  | 'transferred'
  | 'qualified'
  | 'rejected'
  | 'withdrawn'
  | 'expired';

export type EntryCommand =
  | 'submit'
  | 'changeContest'
  | 'admitLate'
  | 'confirmCounter'
  | 'resubmit'
  | 'recall'
  | 'withdraw'
  | 'claim'
  | 'release'
  | 'return'
  | 'recallReturn'
  | 'approve'
  | 'reject'
  | 'transfer'
  | 'reopen'
  | 'expire';

export type EntryEvent =
  | 'entry.confirmed'
  | 'entry.submitted'
  | 'entry.resubmitted'
  | 'entry.recalled'
  | 'entry.withdrawn'
  | 'entry.claimed'
  | 'entry.released'
  | 'entry.returned'
  | 'entry.returnRecalled'
  | 'entry.approved'
  | 'entry.rejected'
  | 'entry.transferred'
  | 'entry.reopened'
  | 'entry.expired';

/** Said before anybody begins to fill in. */
export const oneEntryEach = '每人只能报一个项目（作为负责人）';

/** What words of who has an entry need to know. */
export type Holding = { regionZh: string };

const team = () => '您的团队';
const office = ({ regionZh }: Holding) => `${regionZh}审核人员`;
const organiser = () => '大赛组委会';
const nobody = () => null;

/** All that is known of each state. `live`: it stands in the way of another entry of its leader (rules §2.2 ONE_TRACK). */
export const entryStates: Readonly<Record<EntryState, StateSpec<EntryState, Holding>>> = {
  draft: { staff: '草稿', public: '填写中', tone: 'neutral', holder: team, waits: 'own', editable: true },
  submitted: {
    staff: '待受理',
    public: '已提交，等待审核',
    tone: 'info',
    holder: office,
    waits: 'staff',
    live: true,
  },
  under_review: {
    staff: '审核中',
    public: '审核中',
    tone: 'info',
    holder: office,
    waits: 'staff',
    live: true,
    held: true,
  },
  returned: {
    staff: '已退回补正',
    public: '需要补正',
    tone: 'warn',
    holder: team,
    waits: 'own',
    live: true,
    editable: true,
  },
  resubmitted: {
    staff: '补正后待受理',
    public: '已重新提交，等待审核',
    tone: 'info',
    holder: office,
    waits: 'staff',
    live: true,
  },
  transferred: {
    staff: '转入待受理',
    public: '已转其他县（市、区），等待审核',
    tone: 'info',
    holder: office,
    waits: 'staff',
    live: true,
  },
  qualified: {
    staff: '审核通过',
    public: '审核通过',
    tone: 'pass',
    holder: organiser,
    waits: 'organiser',
    live: true,
  },
  rejected: { staff: '不予通过', public: '审核未通过', tone: 'warn', holder: nobody, waits: null },
  withdrawn: { staff: '已退赛', public: '已退赛', tone: 'neutral', holder: nobody, waits: null, final: true },
  expired: {
    staff: '逾期失效',
    public: '逾期未补正，报名已失效',
    tone: 'warn',
    holder: nobody,
    waits: null,
    final: true,
  },
};
