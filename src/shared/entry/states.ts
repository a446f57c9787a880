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
