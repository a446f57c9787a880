export type AwardState = 'pending' | 'announced' | 'objected' | 'confirmed' | 'cancelled';

export type AwardCommand = 'announce' | 'object' | 'uphold' | 'confirm' | 'cancel' | 'importPast';

/** What rules may know of an award: which entry's it is, and where it stands. */
export type AwardSubject = { awardId: string; entryId: string; state: AwardState; version: number };
