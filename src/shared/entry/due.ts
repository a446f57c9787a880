import { shanghaiDate } from '../kernel/shanghai';
import { entryLifecycle } from './lifecycle';
import type { EntryState } from './states';

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
