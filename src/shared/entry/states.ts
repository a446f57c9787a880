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
  | 'expired'
  | 'awarded'
  | 'not_awarded';

export type EntryCommand =
  | 'submit'
  | 'resubmit'
  | 'recall'
  | 'withdraw'
  | 'claim'
  | 'release'
  | 'return'
  | 'approve'
  | 'reject'
  | 'transfer'
  | 'reopen'
  | 'expire'
  | 'recordAward'
  | 'recordNoAward';

export type EntryEvent =
  | 'entry.submitted'
  | 'entry.resubmitted'
  | 'entry.recalled'
  | 'entry.withdrawn'
  | 'entry.claimed'
  | 'entry.released'
  | 'entry.returned'
  | 'entry.approved'
  | 'entry.rejected'
  | 'entry.transferred'
  | 'entry.reopened'
  | 'entry.expired';

/** States in which an entry waits for staff: the work queue. */
export const waitingStates: readonly EntryState[] = ['submitted', 'resubmitted', 'transferred', 'under_review'];

/** rules §2.11: what counts as taking part. */
export const participatingStates: readonly EntryState[] = ['qualified', 'awarded', 'not_awarded'];

/**
 * States in which an entry leaves its leader free to enter another one (rules §2.2 ONE_TRACK); the index `entry_one_live_a_leader`
 * holds the same.
 */
export const freeingStates: readonly EntryState[] = ['draft', 'withdrawn', 'expired', 'rejected'];

/** Said before anybody begins to fill in. */
export const oneEntryEach = '每人只能报一个项目（作为负责人）';
