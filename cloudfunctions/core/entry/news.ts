import type { EntryEvents, MoveFacts, ReviewFacts } from '@shared/entry/events';
import type { EntryEvent, EntryState } from '@shared/entry/states';
import { emit } from '../platform/outbox';
import type { Call } from '../rpc/call';
import type { EntryHead } from './subjects';
import { titleOf } from './views/title-of';

/** A move as it is told of: the entry as it stood before, and what came of it. Instants in epoch milliseconds. */
export type MovedEntry = {
  entry: EntryHead;
  next: EntryState;
  /** Where it now stands. */
  place: { regionId: string; regionZh: string; trackZh: string };
  reviewDue: string | null;
  correctionDueAt: number | null;
  /** How many faults a return names. */
  faults?: number;
  by: string | null;
  now: number;
};

const moved = ({ entry, place: { regionId, regionZh }, by }: MovedEntry): MoveFacts => ({
  entryId: entry.entryId,
  title: titleOf(entry.title),
  regionId,
  regionZh,
  by,
});

const toReview = (move: MovedEntry): ReviewFacts => ({ ...moved(move), reviewDue: move.reviewDue });

/** While sign-up lasts, another project can be entered. */
const signUpUntil = ({ entry, now }: MovedEntry): number | null =>
  entry.signUp !== null && now < entry.signUp.closesAt ? entry.signUp.closesAt : null;

/** What every event of a move tells; all of it is known as the move is made. */
const news: { readonly [Event in EntryEvent]: (move: MovedEntry) => EntryEvents[Event] } = {
  'entry.submitted': (move) => ({ ...toReview(move), trackZh: move.place.trackZh }),
  'entry.resubmitted': toReview,
  'entry.recalled': (move) => ({
    ...moved(move),
    fromState: move.entry.state,
    dueAt: move.next === 'returned' ? move.correctionDueAt : (move.entry.signUp?.closesAt ?? null),
  }),
  'entry.withdrawn': (move) => ({
    ...moved(move),
    fromState: move.entry.state,
    claimedBy: move.entry.claimedBy,
    signUpUntil: signUpUntil(move),
  }),
  'entry.claimed': moved,
  'entry.released': moved,
  'entry.returned': (move) => ({ ...moved(move), dueAt: move.correctionDueAt, faults: move.faults ?? 0 }),
  'entry.approved': moved,
  'entry.rejected': (move) => ({ ...moved(move), answerDays: move.entry.clocks.feedback }),
  'entry.transferred': (move) => ({
    ...toReview(move),
    fromRegionZh: move.entry.regionZh,
    trackZh: move.place.trackZh,
  }),
  'entry.reopened': toReview,
  'entry.expired': (move) => ({ ...moved(move), signUpUntil: signUpUntil(move) }),
};

/** Leaves the news of a move. */
export const tellMove = <Event extends EntryEvent>(call: Call, event: Event, move: MovedEntry): Promise<void> =>
  emit<EntryEvent>(call, event, `entry:${move.entry.entryId}`, news[event](move));
