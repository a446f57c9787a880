import { officialCalendar } from '../kernel/holidays';
import { termAt } from '../kernel/workdays';

/** The clock that runs for a case: its last day, and the working days left of it or over it (`dueClock` of the contract). */
export type DueClock = {
  dueDate: string | null;
  workdaysLeft: number | null;
  workdaysOver: number | null;
  provisional: boolean;
};

/**
 * The clock of a last day as it stands today; nothing runs without one.
 * @param dueDate `YYYY-MM-DD`
 * @param provisional it was counted into a year whose holidays are not known yet
 * @param today in Asia/Shanghai, `YYYY-MM-DD`
 */
export const dueClock = (dueDate: string | null, provisional: boolean, today: string): DueClock =>
  dueDate === null
    ? { dueDate, workdaysLeft: null, workdaysOver: null, provisional: false }
    : { dueDate, ...termAt(today, dueDate, officialCalendar), provisional };
