import type { EntryState } from './states';

/** Of every event of an entry that stands. */
export type EntryFacts = { entryId: string; title: string };

/** Of every move: where the entry stands after it, and who made it; null: the clock. Staff are named by their region only. */
export type MoveFacts = EntryFacts & { regionId: string; regionZh: string; by: string | null };

/** Of a move that starts staff's clock: the day by which they are to decide, `YYYY-MM-DD`; null when no clock runs. */
export type ReviewFacts = MoveFacts & { reviewDue: string | null };

/** Until when the team may correct, or submit again; an exclusive instant in epoch milliseconds. */
type Due = { dueAt: number | null };

/** When sign-up closes, in epoch milliseconds; null once it is over, when no other project can be entered. */
type SignUp = { signUpUntil: number | null };

/** Of a change of the team: the member whom it is about. */
export type TeamFacts = EntryFacts & { personId: string; memberZh: string; by: string | null };

export interface EntryEvents {
  /** The person took over what `helperId` filled in for them at the counter. */
  'entry.confirmed': MoveFacts & { helperId: string };
  'entry.submitted': ReviewFacts & { trackZh: string };
  'entry.resubmitted': ReviewFacts;
  'entry.recalled': MoveFacts & Due & { fromState: EntryState };
  'entry.withdrawn': MoveFacts & SignUp & { fromState: EntryState; claimedBy: string | null };
  'entry.claimed': MoveFacts;
  'entry.released': MoveFacts;
  'entry.returned': MoveFacts & Due & { faults: number };
  'entry.returnRecalled': ReviewFacts;
  'entry.approved': MoveFacts;
  /** `answerDays`: the working days within which the city answers a question or complaint. */
  'entry.rejected': MoveFacts & { answerDays: number };
  'entry.transferred': ReviewFacts & { fromRegionZh: string; trackZh: string };
  'entry.reopened': ReviewFacts;
  'entry.expired': MoveFacts & SignUp;
  /** A person took back a consent to what stands in it; `consentZh` is what the text is called. */
  'consent.withdrawn': MoveFacts & { consentZh: string };
  'team.joined': TeamFacts;
  'team.left': TeamFacts;
  /** `unconfirmed`: members who have not said yes to taking part. */
  'team.confirmed': TeamFacts & { unconfirmed: number };
  /** All that is left to say of a draft that is gone. */
  'draft.deleted': { title: string; memberIds: readonly string[] };
}
