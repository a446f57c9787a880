import { isDate, isPlausibleDate } from './shanghai';
import { noSuchDay } from './typed/sentences';

/** Beside a day that was chosen or typed: none, one that does not exist, one whose year somebody mistyped; null: it may be meant. */
export const dayProblem = (day: string): string | null =>
  isPlausibleDate(day) ? null : isDate(day) ? '年份要在 1900 到 2100 之间，请核对' : noSuchDay(day);
