import { shanghaiDate } from '../../kernel/shanghai';
import { entryLifecycle } from '../lifecycle';
import type { EntryState } from '../states';

/** The day by which someone has to act on an entry: its team's correction, or staff's review; null when no clock runs. */
export function dueDateOf(entry: {
  state: EntryState;
  reviewDue: string | null;
  correctionDueAt: number | null;
}): string | null {
  const { waits } = entryLifecycle.states[entry.state];
  if (waits === 'staff') return entry.reviewDue;
  // The correction's instant is the first that no longer belongs to its last day.
  return waits === 'own' && entry.correctionDueAt !== null ? shanghaiDate(entry.correctionDueAt - 1) : null;
}

/** How many working days the term has that runs for an entry; null when none does. */
export function termDaysOf(entry: {
  state: EntryState;
  returns: number;
  clocks: { firstReview: number; reReview: number; correction: number };
}): number | null {
  const { waits } = entryLifecycle.states[entry.state];
  if (entry.state === 'returned') return entry.clocks.correction;
  if (waits !== 'staff') return null;
  return entry.returns > 0 ? entry.clocks.reReview : entry.clocks.firstReview;
}
