export type AwardState = 'pending' | 'announced' | 'objected' | 'confirmed' | 'cancelled';

export type AwardCommand =
  | 'announce'
  | 'object'
  | 'uphold'
  | 'confirm'
  | 'cancel'
  | 'importPast'
  | 'assign'
  | 'unassign';

/** What rules may know of an award: which entry's it is, where it was given, and where it stands. */
export type AwardSubject = { awardId: string; entryId: string; regionId: string; state: AwardState; version: number };
