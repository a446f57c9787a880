import { addDays, addMonths, shanghaiDate, startOfDay } from '../kernel/shanghai';
import { textHours } from './texts';

const hourMs = 3_600_000;

/** Whether a text may be sent at this instant (epoch milliseconds): never at night. */
export function isTextHour(now: number): boolean {
  const hours = (now - startOfDay(shanghaiDate(now))) / hourMs;
  return hours >= textHours.from && hours < textHours.to;
}

/** The first day of the month in Shanghai. */
export const firstOfMonth = (now: number): string => `${shanghaiDate(now).slice(0, 7)}-01`;

/** When texts begin on the day after. */
export const nextMorning = (now: number): number => startOfDay(addDays(shanghaiDate(now), 1)) + textHours.from * hourMs;

/** When texts begin in the month after. */
export const nextMonthMorning = (now: number): number =>
  startOfDay(addMonths(firstOfMonth(now), 1)) + textHours.from * hourMs;
