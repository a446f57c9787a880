import { officialCalendar } from '@shared/kernel/holidays';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { termAt } from '@shared/kernel/workdays';

export type ReviewClock = {
  dueDate: string | null;
  workdaysLeft: number | null;
  workdaysOver: number | null;
  provisional: boolean;
  overdue: boolean;
};

/**
 * The clock that runs for an entry: staff's while it waits, the entrant's while it is returned. Overdue is shown and
 * decides nothing: silence never approves (rules §2.4).
 * @param today in Asia/Shanghai, `YYYY-MM-DD`
 */
export function clockOf(
  entry: { state: string; reviewDue: string | null; correctionDueAt: number | null; dueProvisional: boolean },
  today: string,
): ReviewClock {
  // The correction's instant is the first that no longer belongs to its last day.
  const corrected = entry.state === 'returned' && entry.correctionDueAt !== null ? entry.correctionDueAt - 1 : null;
  const dueDate = entry.reviewDue ?? (corrected === null ? null : shanghaiDate(corrected));
  if (dueDate === null) return { dueDate, workdaysLeft: null, workdaysOver: null, provisional: false, overdue: false };
  return {
    dueDate,
    ...termAt(today, dueDate, officialCalendar),
    provisional: entry.dueProvisional,
    overdue: entry.reviewDue !== null && entry.reviewDue < today,
  };
}
