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
