import { type DueClock, dueClock } from '@shared/cases/due';
import type { EntryState } from '@shared/entry/states';
import { dueDateOf } from '@shared/entry/terms/due';

export type ReviewClock = DueClock & { overdue: boolean };

/**
 * The clock that runs for an entry: staff's while it waits, the entrant's while it is returned. Overdue is shown and
 * decides nothing: silence never approves (rules §2.4).
 * @param today in Asia/Shanghai, `YYYY-MM-DD`
 */
export const clockOf = (
  entry: { state: EntryState; reviewDue: string | null; correctionDueAt: number | null; dueProvisional: boolean },
  today: string,
): ReviewClock => ({
  ...dueClock(dueDateOf(entry), entry.dueProvisional, today),
  overdue: entry.reviewDue !== null && entry.reviewDue < today,
});
