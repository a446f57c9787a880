import { officialCalendar } from '@shared/kernel/holidays';
import { addDays, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { isWorkday } from '@shared/kernel/workdays';

const hour = 3_600_000;

/** The same day where it is worked, else the last one before it. */
export function workedBy(day: string): string {
  let found = day;
  while (!isWorkday(found, officialCalendar)) found = addDays(found, -1);
  return found;
}

/** The instant of a file's n-th step, on a worked day so many days before the seeding: later steps of one day come later in it. */
export const instantAgo = (now: number, days: number, nth: number): number =>
  startOfDay(workedBy(addDays(shanghaiDate(now), -days))) + 8.5 * hour + nth * 0.75 * hour;

/** Noon of a day. */
export const noonOf = (day: string): number => startOfDay(day) + 12 * hour;
