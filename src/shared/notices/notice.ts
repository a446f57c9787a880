import type { EntryEvent, EntryState } from '../entry/states';

/** Every event that travels through the outbox. */
export type TeamEvent = 'team.joined' | 'team.left' | 'team.confirmed';
export type DraftEvent = 'draft.deleted';
export type FeedbackEvent = 'feedback.sent' | 'feedback.answered';
export type PhaseEvent = 'phase.opened' | 'phase.closed';
export type SecurityEvent = 'openings.alarm';

/**
 * Who is told. `team` is the leader and all members; `member` the person who joined or left; `regionStaff` those with a
 * live grant in the region where the entry now stands, but for anyone on its team and for the one who acted.
 */
export type EntryAudience = 'leader' | 'team' | 'member' | 'claimant' | 'regionStaff';

/** What a notice about an entry may say. Dates `YYYY-MM-DD`, instants in milliseconds; staff are named by their region only. */
export type EntryFacts = {
  entryId: string;
  title: string;
  reference: string | null;
  /** Where the entry stands after the move, and where it stood before. */
  regionZh: string;
  fromRegionZh: string;
  trackZh: string;
  fromState: EntryState | null;
  reason: string | null;
  /** The exclusive instant until which the team may correct (returned) or submit again (recalled). */
  dueAt: number | null;
  /** The exclusive instant at which sign-up closes; null once it is over, when no other project can be entered. */
  signUpUntil: number | null;
  /** Working days within which the city answers a question or complaint. */
  answerDays: number;
  /** The day by which staff are to decide. */
  reviewDue: string | null;
  faults: number;
  sectionsZh: string;
  /** The member that a team event is about, and whether that person acted. */
  memberZh: string;
  byMember: boolean;
  /** Members who have not said yes to taking part. */
  unconfirmed: number;
};

/** A draft that is gone: all that is left to say of it is its title. */
export type DraftFacts = Pick<EntryFacts, 'title'>;

export type FeedbackFacts = { reference: string; kindZh: string; dueDate: string };
export type PhaseFacts = { contestId: string; regionZh: string; phaseZh: string; closesAt: number };

/** Who opened many sealed values in a short time, and for which region; '' for the city. */
export type SecurityFacts = { personZh: string; regionZh: string };

export type Words<Facts> = {
  /** Stable name; an event, a person and a notice make one inbox row. */
  notice: string;
  /** Told only when this holds of the facts; always, when left out. */
  onlyWhen?: (facts: Facts) => boolean;
  /** The outcome. */
  title: string | ((facts: Facts) => string);
  /** What happened, until when, where to go: at most 60 characters beside the project's title; no number, no reason. */
  body(facts: Facts): string;
  link(facts: Facts): string;
  sample: Facts;
};

export type EntryNotice = Words<EntryFacts> & {
  about: 'entry';
  event: EntryEvent | TeamEvent;
  audience: EntryAudience;
};
export type FeedbackNotice = Words<FeedbackFacts> & {
  about: 'feedback';
  event: FeedbackEvent;
  audience: 'sender' | 'city';
};
export type PhaseNotice = Words<PhaseFacts> & { about: 'phase'; event: PhaseEvent; audience: 'regionStaff' };
/** Told to those who answer for the city and to those who look over everything. */
export type SecurityNotice = Words<SecurityFacts> & { about: 'security'; event: SecurityEvent; audience: 'watchers' };
export type DraftNotice = Words<DraftFacts> & { about: 'draft'; event: DraftEvent; audience: 'members' };
export type Notice = EntryNotice | DraftNotice | FeedbackNotice | PhaseNotice | SecurityNotice;

/** An entry as the samples of notices tell of it. */
export const sampleEntry: EntryFacts = {
  entryId: '01930000-0000-7000-8000-000000000001',
  title: '蒲县山货直供',
  reference: 'XH2026-141033-0007',
  regionZh: '蒲县',
  fromRegionZh: '蒲县',
  trackZh: '乡村振兴',
  fromState: 'draft',
  reason: null,
  dueAt: null,
  signUpUntil: null,
  answerDays: 15,
  reviewDue: '2026-12-01',
  faults: 0,
  sectionsZh: '',
  memberZh: '',
  byMember: false,
  unconfirmed: 0,
};
