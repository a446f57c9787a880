import { halfUp, shareOf } from './half-up';
import type { Accrual } from './loan';
import { daysIn, lastDayOf, type Period } from './periods';

/** What was paid back of the principal on a day; that day's interest is already reckoned without it. */
export type Repayment = { on: string; fen: number };

/** Days without subsidy, `[from, to)`: overdue or extended. `to` null: it goes on. */
export type Unsubsidised = { from: string; to: string | null };

/** By what a period's subsidy goes. `capFen`: the part of the balance that is subsidised; `shareBp` of its interest; `until`: the first day after the policy's last; null: it has no end. */
export type Subsidy = { capFen: number; shareBp: number; until: string | null };

export type Interest = {
  interestFen: number;
  /** The government's part. */
  subsidyFen: number;
  /** What remains to the borrower. */
  ownFen: number;
};

/** What decides interest: how much stands on which days. The order in which repayments and stretches are listed says nothing. */
export type Standing = {
  rateBp: number;
  accrual: Accrual;
  /** What stood before the period's first day. */
  balanceFen: number;
  repayments: readonly Repayment[];
  without: readonly Unsubsidised[];
  subsidy: Subsidy;
};

const inside = (day: string, { from, to }: Unsubsidised): boolean => from <= day && (to === null || day < to);

/** Days between which nothing changes. */
function spansOf(period: Period, { repayments, without, subsidy }: Standing): Period[] {
  const cuts = [
    ...repayments.map(({ on }) => on),
    ...without.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ...(subsidy.until === null ? [] : [subsidy.until]),
  ].filter((day) => period.from < day && day < period.to);
  const days = [period.from, ...[...new Set(cuts)].sort(), period.to];
  return days.slice(1).map((to, i) => ({ from: days[i] as string, to }));
}

/** What stands on a day of a period, after what was paid back until then. */
const balanceOn = (day: string, period: Period, { balanceFen, repayments }: Standing): number =>
  repayments
    .filter(({ on }) => period.from <= on && on <= day)
    .reduce((left, { fen }) => Math.max(0, left - fen), balanceFen);

/**
 * The interest of a period and who bears it (rules §3): balance × rate × days, rounded once a period; the subsidy is its share of the rounded
 * interest on the subsidised part, for the days that are neither overdue nor extended nor after the policy's end.
 * Under `monthly12` the period is a month, and a part of it counts by its days.
 */
export function interestOf(period: Period, standing: Standing): Interest {
  const { rateBp, accrual, without, subsidy } = standing;
  let all = 0n;
  let subsidised = 0n;
  for (const span of spansOf(period, standing)) {
    const days = BigInt(daysIn(span));
    const balance = balanceOn(span.from, period, standing);
    all += BigInt(balance) * days;
    const pays =
      (subsidy.until === null || span.from < subsidy.until) && !without.some((each) => inside(span.from, each));
    if (pays) subsidised += BigInt(Math.min(balance, subsidy.capFen)) * days;
  }
  const denominator = accrual === 'act360' ? 3_600_000n : 120_000n * BigInt(daysIn(period));
  const interestFen = halfUp(all * BigInt(rateBp), denominator);
  const subsidyFen = shareOf(halfUp(subsidised * BigInt(rateBp), denominator), subsidy.shareBp);
  return { interestFen, subsidyFen, ownFen: interestFen - subsidyFen };
}

/** What stood at the end of a period, before what is paid on the next one's first day. */
export const balanceAfter = (period: Period, standing: Standing): number =>
  balanceOn(lastDayOf(period), period, standing);
