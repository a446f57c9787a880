import { type Interest, interestOf, type Repayment, type Subsidy, type Unsubsidised } from '../benefits/loan/interest';
import type { Loan } from '../benefits/loan/loan';
import { daysIn, maturityOf, type Period, periodsOf, quarterEndAfter } from '../benefits/loan/periods';
import { type Instalment, planOf } from '../benefits/loan/plan';
import { addDays, addMonths } from '../kernel/shanghai';

/** A loan as it was lent: what was agreed, by what its subsidy goes, and from when it was extended. Money in fen. */
export type Lent = Loan & {
  subsidy: Subsidy;
  /** The first day of its extension, and the day until which it runs then; null: it was not extended. */
  extended: { from: string; until: string } | null;
};

/** What the bank entered as paid on a day. */
export type Paid = { on: string; principalFen: number; interestFen: number };

/** What falls due next, less what was paid of it already; of what is overdue all together, with the day since which it is. */
export type NextDue = { on: string; principalFen: number; interestFen: number };

/** Everything that follows from a loan and what was paid of it; in whatever order the rows come, it is the same. */
export type Ledger = {
  plan: readonly Instalment[];
  /** The periods of interest with what was really owed in each. */
  periods: ReadonlyArray<Period & Interest>;
  balanceFen: number;
  /** Days that bear no subsidy because something was not paid in time, or since the loan was extended. */
  without: readonly Unsubsidised[];
  /** Whether something that was due is not paid on the day of asking. */
  overdue: boolean;
  next: NextDue | null;
};

const sumUntil = (rows: readonly Paid[], day: string, of: (row: Paid) => number): number =>
  rows.filter(({ on }) => on <= day).reduce((sum, row) => sum + of(row), 0);

/** How much a fen that is rounded in each period may come to: what a bank charges may differ by one a period (rules §3). */
export const tolerated = (periods: number): number => periods;

/** Interest of a stretch by what really stood. `without` decides the subsidy alone. */
function interestIn(lent: Lent, rows: readonly Paid[], period: Period, without: readonly Unsubsidised[]): Interest {
  const repayments: Repayment[] = rows
    .filter(({ principalFen }) => principalFen > 0)
    .map(({ on, principalFen }) => ({ on, fen: principalFen }));
  const before = repayments.filter(({ on }) => on < period.from).reduce((sum, { fen }) => sum + fen, 0);
  const inside = repayments.filter(({ on }) => period.from <= on && on < period.to);
  const { rateBp, accrual, subsidy } = lent;
  const balanceFen = Math.max(0, lent.principalFen - before);
  return interestOf(period, { rateBp, accrual, balanceFen, repayments: inside, without, subsidy });
}

const periodsWith = (lent: Lent, rows: readonly Paid[], without: readonly Unsubsidised[]): Array<Period & Interest> =>
  periodsOf(lent).map((period) => ({ ...period, ...interestIn(lent, rows, period, without) }));

/** What has to be paid until each due day, all of it together. What was paid ahead counts for what comes. */
function duesOf(lent: Lent, plan: readonly Instalment[], periods: ReadonlyArray<Period & Interest>) {
  let principalFen = 0;
  let interestFen = 0;
  return plan.map((instalment, i) => {
    principalFen += instalment.principalFen;
    interestFen += periods[i]?.interestFen ?? 0;
    const last = i === plan.length - 1;
    // The principal of an extended loan is due at the end of its extension.
    const on = last && lent.extended ? lent.extended.until : instalment.to;
    return { on, principalFen, interestFen, n: i + 1 };
  });
}

type Due = ReturnType<typeof duesOf>[number];

const isMet = ({ principalFen, interestFen, n }: Due, rows: readonly Paid[], day: string): boolean =>
  sumUntil(rows, day, (row) => row.principalFen) >= principalFen &&
  sumUntil(rows, day, (row) => row.interestFen) + tolerated(n) >= interestFen;

/** Stretches in which something due was not paid: from the day after it was due to the day on which it was. */
function overdueStretches(dues: readonly Due[], rows: readonly Paid[]): Unsubsidised[] {
  const days = [...new Set(rows.map(({ on }) => on))].sort();
  return dues.flatMap((due): Unsubsidised[] => {
    if (isMet(due, rows, due.on)) return [];
    const to = days.find((day) => day > due.on && isMet(due, rows, day)) ?? null;
    const from = addDays(due.on, 1);
    return to !== null && to <= from ? [] : [{ from, to }];
  });
}

/**
 * Reckons a loan anew from what was agreed and what was paid.
 * @param asOf the day on which it is asked: what fell due until then and is not paid is overdue
 */
export function ledgerOf(lent: Lent, rows: readonly Paid[], asOf: string): Ledger {
  const plan = planOf(lent, lent.subsidy);
  const dues = duesOf(lent, plan, periodsWith(lent, rows, []));
  // What is not due yet is nobody's fault.
  const late = overdueStretches(
    dues.filter(({ on }) => on < asOf),
    rows,
  );
  const without = [...late, ...(lent.extended ? [{ from: lent.extended.from, to: null }] : [])];
  const paidFen = sumUntil(rows, '9999-12-31', ({ principalFen }) => principalFen);
  const unpaid = dues.filter((due) => !isMet(due, rows, '9999-12-31'));
  const [open] = unpaid;
  const fallen = unpaid.filter(({ on }) => on < asOf);
  const together = fallen[fallen.length - 1] ?? open;
  const paidInterest = sumUntil(rows, '9999-12-31', ({ interestFen }) => interestFen);
  return {
    plan,
    periods: periodsWith(lent, rows, without),
    balanceFen: Math.max(0, lent.principalFen - paidFen),
    without,
    overdue: late.some(({ to }) => to === null),
    next:
      open && together
        ? {
            on: open.on,
            principalFen: Math.max(0, together.principalFen - paidFen),
            interestFen: Math.max(0, together.interestFen - paidInterest),
          }
        : null,
  };
}

/**
 * What is owed at most on a day: the balance, and the agreed interest that was not paid. Of the period that runs then all of it; what stands after the
 * last one bears it by days.
 */
export function owedOn(lent: Lent, { periods, balanceFen }: Ledger, rows: readonly Paid[], day: string): number {
  const matures = maturityOf(lent);
  const after = { from: matures, to: day };
  const interestFen =
    periods.filter(({ from }) => from <= day).reduce((sum, period) => sum + period.interestFen, 0) +
    (day > matures ? interestIn({ ...lent, accrual: 'act360' }, rows, after, []).interestFen : 0);
  const paidFen = rows.reduce((sum, row) => sum + row.interestFen, 0);
  return balanceFen + Math.max(0, interestFen - paidFen);
}

/** What a quarter's statement says: its days, what was owed, what the bank charged, and the subsidy, reckoned and never typed. */
export type Quarter = Period & {
  days: number;
  interestFen: number;
  chargedFen: number;
  subsidyFen: number;
  periods: number;
};

/** The quarters of a loan that ended by a day, each with the periods of interest that were paid in it. */
export function quartersOf(lent: Lent, { periods }: Ledger, rows: readonly Paid[], asOf: string): Quarter[] {
  const quarters = new Map<string, Array<Period & Interest>>();
  for (const period of periods) {
    // What is paid on the 21st itself belongs to the quarter that ends then.
    const end = quarterEndAfter(addDays(period.to, -1));
    if (end <= asOf) quarters.set(end, [...(quarters.get(end) ?? []), period]);
  }
  return [...quarters].map(([end, inside]) => {
    const start = addMonths(end, -3);
    const from = inside[0]?.from ?? start;
    const to = inside[inside.length - 1]?.to ?? end;
    const sum = (of: (one: Interest) => number) => inside.reduce((total, one) => total + of(one), 0);
    return {
      from,
      to: end,
      days: daysIn({ from, to }),
      interestFen: sum(({ interestFen }) => interestFen),
      chargedFen: rows
        .filter(({ on }) => (start < on || from === lent.disbursedOn) && on <= end)
        .reduce((total, { interestFen }) => total + interestFen, 0),
      subsidyFen: sum(({ subsidyFen }) => subsidyFen),
      periods: inside.length,
    };
  });
}

/** The end of the quarter in which the last interest of a loan is paid: after it no statement follows. */
export const lastQuarterOf = (lent: Lent): string => quarterEndAfter(addDays(maturityOf(lent), -1));
