import { addDays, addMonths, formatFullDateZh, startOfDay } from '../kernel/shanghai';
import type { PlaceTerms } from './terms';

/** A time in a place, `[from, to)` as dates in Shanghai; shown inclusive. */
export type Tenure = { from: string; to: string };

/** `2026年12月1日至2027年11月30日`. */
export const tenureZh = ({ from, to }: Tenure): string =>
  `${formatFullDateZh(from)}至${formatFullDateZh(addDays(to, -1))}`;

/** The last day of it, which is still one's own. */
export const lastDay = ({ to }: Tenure): string => addDays(to, -1);

/** The same as instants in epoch milliseconds, the second exclusive. */
export const instantsOf = ({ from, to }: Tenure): { from: number; to: number } => ({
  from: startOfDay(from),
  to: startOfDay(to),
});

/** How many months somebody was let a place, in all sites together; a month that was begun counts. */
export const monthsOf = (tenures: readonly Tenure[]): number =>
  tenures.reduce((sum, { from, to }) => sum + monthsBetween(from, to), 0);

function monthsBetween(from: string, to: string): number {
  const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const whole = monthOf(to) - monthOf(from);
  return addMonths(from, whole) < to ? whole + 1 : whole;
}

/** The first agreement of somebody who had so many months before; null: none are left to them. */
export function firstTenure(from: string, hadMonths: number, terms: PlaceTerms): Tenure | null {
  const months = Math.min(terms.firstMonths, terms.maxMonths - hadMonths);
  return months <= 0 ? null : { from, to: addMonths(from, months) };
}

/** What follows an agreement that ends at `end` (exclusive): as many months as a renewal gives, and never beyond the most of all sites together; null: nothing is left. */
export function renewalOf(end: string, hadMonths: number, terms: PlaceTerms): Tenure | null {
  const months = Math.min(terms.renewMonths, terms.maxMonths - hadMonths);
  return months <= 0 ? null : { from: end, to: addMonths(end, months) };
}
