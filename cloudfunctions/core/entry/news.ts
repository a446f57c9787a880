import type { MoveFacts, ReviewFacts } from '@shared/entry/events';
import type { EntryEvent, EntryState } from '@shared/entry/states';
import type { Events } from '@shared/events';
import type { Told } from '../cases/noun';
import type { EntryHead } from './subjects';
import { titleOf } from './views/title-of';

type Place = { regionId: string; regionZh: string; trackZh: string };

/** What a move knows besides its entry. Instants in epoch milliseconds. */
export type News = {
  /** Where the entry now stands, when that is elsewhere. */
  place?: Place;
  /** What it is called from now on, when that changed. */
  title?: string;
  reviewDue?: string | null;
  correctionDueAt?: number | null;
  /** How many faults a return names. */
  faults?: number;
};

/** A move as it is told of: the entry as it stood before, and what came of it. */
type MovedEntry = Required<Pick<News, 'place' | 'reviewDue' | 'correctionDueAt' | 'faults'>> & {
  entry: EntryHead;
  next: EntryState;
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
  entry.contestClosesAt !== null && now < entry.contestClosesAt ? entry.contestClosesAt : null;

/** What every event of a move tells; all of it is known as the move is made. */
const news: { readonly [Event in EntryEvent]: (move: MovedEntry) => Events[Event] } = {
  'entry.confirmed': (move) => ({ ...moved(move), helperId: move.entry.helperId ?? '' }),
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
  'entry.returned': (move) => ({ ...moved(move), dueAt: move.correctionDueAt, faults: move.faults }),
  'entry.returnRecalled': toReview,
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

/** What an event of a move tells. */
export const entryNews = <Event extends EntryEvent>(
  event: Event,
  { subject, facts, ...move }: Told<EntryState, EntryHead, News>,
): Events[Event] =>
  news[event]({
    entry: { ...subject, title: facts.title ?? subject.title },
    place: facts.place ?? subject,
    reviewDue: facts.reviewDue ?? null,
    correctionDueAt: facts.correctionDueAt ?? null,
    faults: facts.faults ?? 0,
    ...move,
  });
