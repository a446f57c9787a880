import { halfUp } from './half-up';
import { type Interest, interestOf, type Subsidy } from './interest';
import type { Loan } from './loan';
import { daysIn, type Period, periodsOf } from './periods';

/** One payment of a plan. It is paid on `to`, for the days `[from, to)`. Money in fen. */
export type Instalment = Period &
  Interest & {
    n: number;
    days: number;
    principalFen: number;
    /** Principal and all of the interest, as the bank takes it. */
    paymentFen: number;
    /** What stands afterwards. */
    balanceFen: number;
  };

/**
 * The level payment of a month: principal × r × (1 + r)^n / ((1 + r)^n − 1), r a twelfth of the yearly rate, to the nearest fen. Exact: whole
 * numbers throughout. 300,000 yuan at 3.50 % in 36 months: 8,790.62.
 */
export function annuity(principalFen: number, rateBp: number, months: number): number {
  if (rateBp === 0) return halfUp(BigInt(principalFen), BigInt(months));
  const base = 120_000n;
  const grown = (base + BigInt(rateBp)) ** BigInt(months);
  return halfUp(BigInt(principalFen) * BigInt(rateBp) * grown, base * (grown - base ** BigInt(months)));
}

/** What of the principal is paid with an instalment that is not the last, which takes the rest. */
const principalOf = ({ method, principalFen, months }: Loan, level: number, interestFen: number): number => {
  if (method === 'interestFirst') return 0;
  return method === 'equalPrincipal' ? Math.floor(principalFen / months) : Math.max(0, level - interestFen);
};

/** Every payment of a loan that goes as agreed; the parts of the principal make the loan to the fen. */
export function planOf(loan: Loan, subsidy: Subsidy): Instalment[] {
  const periods = periodsOf(loan);
  const level = loan.method === 'equalInstalments' ? annuity(loan.principalFen, loan.rateBp, loan.months) : 0;
  const plan: Instalment[] = [];
  let balance = loan.principalFen;
  periods.forEach((period, i) => {
    const { rateBp, accrual } = loan;
    const interest = interestOf(period, { rateBp, accrual, balanceFen: balance, repayments: [], without: [], subsidy });
    const principalFen =
      i === periods.length - 1 ? balance : Math.min(balance, principalOf(loan, level, interest.interestFen));
    balance -= principalFen;
    plan.push({
      n: i + 1,
      ...period,
      days: daysIn(period),
      ...interest,
      principalFen,
      paymentFen: principalFen + interest.interestFen,
      balanceFen: balance,
    });
  });
  return plan;
}

/** What a plan comes to. */
export const sumOf = (plan: readonly Interest[]): Interest =>
  plan.reduce(
    (sum, each) => ({
      interestFen: sum.interestFen + each.interestFen,
      subsidyFen: sum.subsidyFen + each.subsidyFen,
      ownFen: sum.ownFen + each.ownFen,
    }),
    { interestFen: 0, subsidyFen: 0, ownFen: 0 },
  );
