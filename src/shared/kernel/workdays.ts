import { addDays, weekday } from './shanghai';

/** One year of an official notice: weekdays that are off, and weekend days that are worked. Dates are `YYYY-MM-DD`. */
export type HolidayYear = { off: readonly string[]; work: readonly string[] };

/** Years with an official table. A year that is missing is never silently taken for plain weekdays. */
export type HolidayCalendar = Readonly<Record<string, HolidayYear | undefined>>;

const yearOf = (date: string) => date.slice(0, 4);

/** Is there no official table for the year of this date? */
function isUntabled(date: string, calendar: HolidayCalendar): boolean {
  return calendar[yearOf(date)] === undefined;
}

/** Is the date worked? In a year without a table plain weekdays are the best guess: ask `isProvisional` as well. */
export function isWorkday(date: string, calendar: HolidayCalendar): boolean {
  const year = calendar[yearOf(date)];
  if (year?.work.includes(date)) return true;
  if (year?.off.includes(date)) return false;
  const day = weekday(date);
  return day !== 0 && day !== 6;
}

/** True when the days after `from` up to and with `to` touch a year that has no official table yet. */
export function isProvisional(from: string, to: string, calendar: HolidayCalendar): boolean {
  if (from >= to) return isUntabled(to, calendar);
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isUntabled(date, calendar)) return true;
  }
  return false;
}

/**
 * The last day of a term of `n` working days. Counting begins on the day after `from` (民法典 art. 201); `n` = 0 gives
 * `from` itself. `provisional` when a year without an official table was counted through.
 */
export function addWorkdays(from: string, n: number, calendar: HolidayCalendar): { due: string; provisional: boolean } {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let due = from;
  for (let left = n; left > 0; ) {
    due = addDays(due, 1);
    if (isWorkday(due, calendar)) left -= 1;
  }
  return { due, provisional: isProvisional(from, due, calendar) };
}

/** The last day of so many days of the calendar from `from`, which is not counted; one that is not worked moves to the next that is (民法典 art. 203). */
export function lastCalendarDay(
  from: string,
  days: number,
  calendar: HolidayCalendar,
): { due: string; provisional: boolean } {
  let due = addDays(from, days);
  while (!isWorkday(due, calendar)) due = addDays(due, 1);
  return { due, provisional: isProvisional(from, due, calendar) };
}

/** How many working days `d` there are with today < d ≤ due; 0 on the last day and after it. */
export function workdaysLeft(today: string, due: string, calendar: HolidayCalendar): number {
  let left = 0;
  for (let date = addDays(today, 1); date <= due; date = addDays(date, 1)) {
    if (isWorkday(date, calendar)) left += 1;
  }
  return left;
}

/**
 * Where today stands to a last day: the working days left, and, once that day is past, how many working days have gone by
 * since (null before; 0 over a weekend).
 */
export function termAt(
  today: string,
  due: string,
  calendar: HolidayCalendar,
): { workdaysLeft: number; workdaysOver: number | null } {
  return {
    workdaysLeft: workdaysLeft(today, due, calendar),
    workdaysOver: due < today ? workdaysLeft(due, today, calendar) : null,
  };
}
