import { entryLifecycle, mayStillCorrect } from '@shared/entry/lifecycle';
import type { EntryCommand, EntryEvent, EntryState } from '@shared/entry/states';
import { officialCalendar } from '@shared/kernel/holidays';
import { endOfDayExclusive, shanghaiDate } from '@shared/kernel/shanghai';
import { addWorkdays } from '@shared/kernel/workdays';
import type { Updateable } from 'kysely';
import type { Changes, Counted, Noun } from '../cases/noun';
import { amendSection } from '../forms/put-section';
import { at, type Database } from '../platform/schema';
import type { Call } from '../rpc/call';
import { entryNews, type News } from './news';
import type { EntryHead } from './subjects';

export { orderCorrection } from './lifetime/order-correction';
export { moveSearch } from './search/keep-search';

type Columns = Updateable<Database['entry']>;

/** The number of entries by contest, state and track is kept. */
export const entryCounted: Counted<EntryHead> = {
  table: 'entry_count',
  columns: { contest_id: 'contestId', track_code: 'trackCode' },
};

type EntryTypes = {
  state: EntryState;
  command: EntryCommand;
  subject: EntryHead;
  event: EntryEvent;
  key: 'entryId';
  columns: Columns;
  facts: News;
};

/** Entries as the ground moves them: `move(call, entryNoun, entry, { command, version }, work)`. */
export const entryNoun: Noun<EntryTypes> = {
  lifecycle: entryLifecycle,
  table: 'entry',
  key: 'entryId',
  counted: entryCounted,
  news: entryNews,
  follows(entry, { command, next, now }): Changes<Columns, News> {
    const clock = clockAfter(entry, command, next, now);
    const sent = command === 'submit' || command === 'resubmit';
    return {
      set: {
        review_due: clock.reviewDue,
        due_provisional: clock.provisional,
        correction_due_at: clock.correctionDueAt === null ? null : at(clock.correctionDueAt),
        claimed_from: entryLifecycle.states[next].held ? claimedFrom(entry) : null,
        ...(sent && { submitted_at: at(now), recalled_at: null }),
        ...(command === 'recall' && { recalled_at: at(now) }),
        ...(command === 'return' && { returns: entry.returns + 1 }),
        // A return that was recalled is none: the reading goes on where it was.
        ...(command === 'recallReturn' && { returns: entry.returns - 1 }),
      },
      facts: { reviewDue: clock.reviewDue, correctionDueAt: clock.correctionDueAt },
      // A move is told to have been made where the entry stood then.
      details: { regionId: entry.regionId },
    };
  },
};

/**
 * Whence an entry was taken, to go back there; what was decided goes back to the queue as if it were new, and one whose return was recalled to
 * where it had come from.
 */
function claimedFrom({ state, returns }: EntryHead): EntryState {
  if (entryLifecycle.states[state].waits === 'staff') return state;
  return state === 'returned' && returns > 1 ? 'resubmitted' : 'submitted';
}

/** The form names the track of the receiving contest, or its team could never correct a part that is closed to it. */
export const carryTrack = (call: Call, entryId: string, trackCode: string): Promise<void> =>
  amendSection(call, { subjectId: entryId, section: 'project' }, { trackCode }, 'nobody');

type ClockAfter = {
  reviewDue: string | null;
  provisional: boolean;
  correctionDueAt: number | null;
  correctionDate?: string;
};

/** The clocks that start or stop with a move, in working days from the day after (rules §2.4, §10). */
export function clockAfter(entry: EntryHead, command: EntryCommand, next: EntryState, now: number): ClockAfter {
  const today = shanghaiDate(now);
  if (command === 'return') {
    const { due, provisional } = addWorkdays(today, entry.clocks.correction, officialCalendar);
    return { reviewDue: null, provisional, correctionDueAt: endOfDayExclusive(due), correctionDate: due };
  }
  const correctionDueAt = mayStillCorrect(entry.state, next) ? entry.correctionDueAt : null;
  if (entryLifecycle.states[next].waits !== 'staff') return { reviewDue: null, provisional: false, correctionDueAt };
  if (command === 'claim' || command === 'release')
    return { reviewDue: entry.reviewDue, provisional: entry.dueProvisional, correctionDueAt };
  const { due, provisional } = addWorkdays(
    today,
    next === 'resubmitted' ? entry.clocks.reReview : entry.clocks.firstReview,
    officialCalendar,
  );
  return { reviewDue: due, provisional, correctionDueAt };
}
