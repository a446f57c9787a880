import { onlyTheClock } from '../kernel/define-access';
import { defineLifecycle } from '../kernel/define-lifecycle';
import { type EntryCommand, type EntryEvent, type EntryState, entryStates, type Holding } from './states';
import type { EntrySubject } from './subject';
import { correctionOpen, recallable, returnRecallable, screeningOpen, signUpOpen } from './terms/open-terms';
import { recallWords, withdrawable, withdrawWords } from './terms/taking-back';
import { byLeader, involved, localLead, reopens, reviews, serves, takesOver } from './who';

const sent = ({ state }: EntrySubject) => state === 'submitted' || state === 'resubmitted';

/** rules §2.4 and §2.11. It ends with screening: what judging and awards decide stands in rows of their own. */
export const entryLifecycle = defineLifecycle<EntryState, EntryCommand, EntrySubject, EntryEvent, Holding>()({
  name: 'entry',
  zh: '项目',
  initial: 'draft',
  begins: { silent: '草稿只有团队自己看得到，没有人需要另行知道' },
  takeFirst: '请先受理再审核',
  // Staff's names of states are for whoever handles an entry, never for its team or for strangers to it.
  side: (entry, caller) => {
    if (serves.decide(caller, entry).ok) return 'staff';
    return involved.decide(caller, entry).ok ? 'own' : 'outside';
  },
  states: entryStates,
  moves: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      label: '提交报名',
      by: byLeader,
      when: signUpOpen,
      toldAs: '提交报名',
      emits: ['entry.submitted'],
    },
    changeContest: {
      from: ['draft'],
      to: 'draft',
      label: '更换赛场',
      by: byLeader,
      quiet: true,
      silent: '草稿换赛场、赛道、组别，填写的内容都带着走，没有人需要另行知道',
    },
    admitLate: {
      from: ['draft'],
      to: 'draft',
      label: '补报',
      by: byLeader,
      elsewhere: true,
      toldAs: '凭补报码获准补报',
      tellsReason: true,
      silent: '办理的人自己用补报码，当场看到结果；发码的人在补报码列表里看到',
    },
    confirmCounter: {
      from: ['draft'],
      to: 'draft',
      label: '本人确认柜台代填',
      by: takesOver,
      elsewhere: true,
      toldAs: '本人确认，成为负责人',
      emits: ['entry.confirmed'],
    },
    resubmit: {
      from: ['returned'],
      to: 'resubmitted',
      label: '提交补正',
      by: byLeader,
      when: correctionOpen,
      toldAs: '提交补正',
      emits: ['entry.resubmitted'],
    },
    recall: {
      from: ['submitted', 'resubmitted'],
      to: (entry) => (entry.state === 'submitted' ? 'draft' : 'returned'),
      toOneOf: ['draft', 'returned'],
      label: '撤回修改',
      by: byLeader,
      when: recallable,
      danger: recallWords,
      toldAs: '撤回修改',
      emits: ['entry.recalled'],
    },
    withdraw: {
      from: ['draft', 'submitted', 'under_review', 'returned', 'resubmitted', 'transferred', 'qualified'],
      to: 'withdrawn',
      label: '退赛',
      by: byLeader,
      when: withdrawable,
      danger: (entry, now) => withdrawWords(entry, sent(entry) && recallable(entry, now) === null),
      toldAs: '退赛',
      tellsReason: true,
      emits: ['entry.withdrawn'],
    },
    claim: {
      from: ['submitted', 'resubmitted', 'transferred'],
      to: 'under_review',
      label: '受理',
      by: reviews,
      held: 'free',
      when: screeningOpen,
      toldAs: '开始审核',
      emits: ['entry.claimed'],
    },
    release: {
      from: ['under_review'],
      to: (entry) => entry.claimedFrom ?? 'submitted',
      toOneOf: ['submitted', 'resubmitted', 'transferred'],
      label: '交回待办',
      by: reviews,
      held: 'mine',
      // The lead may free what an absent clerk holds; all else waits for whoever claimed it.
      despite: localLead,
      silent: '交回待办只是换人审核，参赛者看到的进度变回“等待审核”，不另发通知',
    },
    approve: {
      from: ['under_review'],
      to: 'qualified',
      label: '审核通过',
      by: reviews,
      held: 'mine',
      when: screeningOpen,
      danger: '10 分钟后负责人和团队会收到审核通过的通知，此前可以收回。之后如有误，只能由审核负责人重新审核。',
      toldAs: '审核通过',
      emits: ['entry.approved'],
    },
    return: {
      from: ['under_review'],
      to: 'returned',
      label: '退回补正',
      by: reviews,
      held: 'mine',
      when: screeningOpen,
      danger:
        '10 分钟后所有问题将一次性告知负责人和团队，此前可以收回，告知后不能补充。负责人须在补正期限内重新提交，逾期报名失效。',
      toldAs: '退回补正',
      emits: ['entry.returned'],
    },
    reject: {
      from: ['under_review'],
      to: 'rejected',
      label: '不予通过',
      by: reviews,
      held: 'mine',
      when: screeningOpen,
      asks: ['reason'],
      danger: '10 分钟后负责人和团队会收到通知，能看到理由，此前可以收回。之后如有误，只能由审核负责人重新审核。',
      toldAs: '审核未通过',
      tellsReason: true,
      emits: ['entry.rejected'],
    },
    transfer: {
      from: ['under_review'],
      to: 'transferred',
      label: '转办',
      by: reviews,
      held: 'mine',
      when: screeningOpen,
      asks: ['reason'],
      danger: '10 分钟后改由接收方审核，审核时限重新计算，此前可以收回。负责人、团队和接收方会收到通知，能看到理由。',
      toldAs: '转其他县（市、区）审核',
      tellsReason: true,
      emits: ['entry.transferred'],
    },
    reopen: {
      from: ['qualified', 'rejected'],
      to: 'under_review',
      label: '重新审核',
      by: reopens,
      held: 'free',
      when: screeningOpen,
      asks: ['reason'],
      danger: '原来的审核结果不再有效，项目由您受理。负责人和团队会收到通知，能看到理由。',
      toldAs: '重新审核',
      tellsReason: true,
      emits: ['entry.reopened'],
    },
    recallReturn: {
      from: ['returned'],
      to: 'under_review',
      label: '收回退回',
      by: reopens,
      held: 'free',
      when: returnRecallable,
      asks: ['reason'],
      danger: '退回作废，项目由您重新审核。负责人和团队会收到通知，能看到理由；他们已改的内容保留，暂时不能再改。',
      toldAs: '审核方收回退回',
      tellsReason: true,
      emits: ['entry.returnRecalled'],
    },
    expire: {
      from: ['returned'],
      to: 'expired',
      label: '逾期失效',
      by: onlyTheClock,
      toldAs: '逾期未补正，报名已失效',
      emits: ['entry.expired'],
    },
  },
});

/** A correction's term lasts while its team could still correct: one that was handed in may be recalled until it is decided. */
export const mayStillCorrect = (from: EntryState, next: EntryState): boolean =>
  next === 'returned' || next === 'resubmitted' || (next === 'under_review' && from === 'resubmitted');
