import { addDays, addMonths } from '../../kernel/shanghai';
import type { Loan } from './loan';

/** A stretch of days for which interest is paid together, `[from, to)`; it is paid on `to`. */
export type Period = { from: string; to: string };

export const daysIn = ({ from, to }: Period): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The day on which a loan is to be paid back. */
export const maturityOf = ({ disbursedOn, months }: Pick<Loan, 'disbursedOn' | 'months'>): string =>
  addMonths(disbursedOn, months);

/** The end of the quarter's interest after a day: it runs to the 20th of its last month, that day included, and is paid on the 21st. */
export function quarterEndAfter(day: string): string {
  const month = Number(day.slice(5, 7));
  const last = `${day.slice(0, 4)}-${String(Math.ceil(month / 3) * 3).padStart(2, '0')}-21`;
  return last > day ? last : addMonths(last, 3);
}

/** Cuts `[from, to)` at the quarters' ends. */
export function quartersIn({ from, to }: Period): Period[] {
  const quarters: Period[] = [];
  for (let start = from; start < to; ) {
    const end = quarterEndAfter(start);
    const stop = end < to ? end : to;
    quarters.push({ from: start, to: stop });
    start = stop;
  }
  return quarters;
}

/** The same day of each month; where a month has none, its last. */
const monthsIn = ({ disbursedOn, months }: Pick<Loan, 'disbursedOn' | 'months'>): Period[] =>
  Array.from({ length: months }, (_, k) => ({
    from: addMonths(disbursedOn, k),
    to: addMonths(disbursedOn, k + 1),
  }));

/** When interest is paid: every month, but by quarters where the principal stands to the end and days are counted. */
export const periodsOf = (loan: Loan): Period[] =>
  loan.method === 'interestFirst' && loan.accrual === 'act360'
    ? quartersIn({ from: loan.disbursedOn, to: maturityOf(loan) })
    : monthsIn(loan);

/** A period's last day, as people read it. */
export const lastDayOf = ({ to }: Period): string => addDays(to, -1);
