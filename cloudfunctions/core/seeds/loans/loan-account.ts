import { figureOn } from '@shared/benefits/loan/figures';
import { subsidisedCap } from '@shared/benefits/loan/limits';
import { maturityOf, quarterEndAfter } from '@shared/benefits/loan/periods';
import { planOf } from '@shared/benefits/loan/plan';
import { addDays, addMonths, endOfDayExclusive } from '@shared/kernel/shanghai';
import { type Ledger, type Lent, ledgerOf, type Paid, type Quarter, quartersOf } from '@shared/lending/ledger';
import { workedBy } from '../files/days';
import { shippedOn } from '../files/judged';
import type { Terms } from './loan-plan';
import type { LoanState } from './roads';

/** A loan's book as it stands on the day of seeding. */
export type LoanAccount = {
  lent: Lent;
  contractOn: string;
  rows: Paid[];
  ledger: Ledger;
  quarters: Quarter[];
  /** From which instant on it was overdue, or will be. */
  lapsesAt: number | null;
  /** The last day on which something was paid; null: nothing was yet. */
  lastPaidOn: string | null;
  /** A row that the bank entered only after its quarter's statement was checked. */
  late: Paid | null;
  ruleZh: string;
  until: string | null;
};

/** So many days after a quarter's end its statements are checked and on a list. */
const checkedAfter = 30;

const quarterBefore = (end: string): string => quarterEndAfter(addDays(end, -100));

/** The quarter that ended last by a day. */
const lastEnded = (day: string): string => quarterBefore(quarterEndAfter(day));

/** The last quarter of which lists went to finance. */
export const lastChecked = (today: string): string => lastEnded(addDays(today, -checkedAfter));

/** How many of its instalments somebody who stopped paying for good had paid; of the others all that fell due. */
const paidBeforeStopping: Partial<Record<LoanState, number>> = { compensated: 5, written_off: 5 };

/** What was paid of a loan by now, by the state in which it stands: each instalment on its day, with the interest of what really stood. */
function paymentsOf(lent: Lent, state: LoanState, today: string, early: readonly Paid[]): Paid[] {
  const agreed = planOf(lent, lent.subsidy);
  const { periods } = early.length === 0 ? { periods: agreed } : ledgerOf(lent, early, lent.disbursedOn);
  const due = agreed
    .map(({ to, principalFen }, i) => ({ on: to, principalFen, interestFen: periods[i]?.interestFen ?? 0 }))
    .filter(({ on }) => on < today);
  if (state === 'overdue') return due.slice(0, -2);
  const stopped = paidBeforeStopping[state];
  if (stopped !== undefined) return due.slice(0, stopped);
  // The principal of an extended loan waits for the end of its extension.
  return state === 'extended' ? due.filter(({ principalFen }) => principalFen === 0) : due;
}

/** @param late whether part of the principal was paid early, and the bank said so late */
export function accountOf(terms: Terms, state: LoanState, today: string, late = false): LoanAccount {
  const disbursedOn = workedBy(addDays(addMonths(today, -terms.lentMonthsAgo), -terms.lentDaysAgo));
  const contractOn = workedBy(addDays(disbursedOn, -2));
  const rule = shippedOn('guaranteed-loan-national', contractOn);
  const cap = subsidisedCap(rule, 'person', contractOn);
  const share = figureOn([rule], 'subsidyShare', contractOn);
  if (!cap || !share) throw new Error('The loan that ships has no figures.');
  const { months, wan, rateBp, method, accrual } = terms;
  const until = rule.effectiveTo === null ? null : addDays(rule.effectiveTo, 1);
  const agreed = {
    principalFen: wan * 1_000_000,
    rateBp,
    method,
    accrual,
    disbursedOn,
    months,
    subsidy: { capFen: cap.value, shareBp: share.value, until },
  };
  const matures = maturityOf(agreed);
  const lent: Lent = {
    ...agreed,
    extended: state === 'extended' ? { from: matures, until: addMonths(matures, 6) } : null,
  };
  const early = late ? { on: addDays(lastChecked(today), -40), principalFen: 1_000_000, interestFen: 0 } : null;
  const before = early ? [early] : [];
  const rows = [...before, ...paymentsOf(lent, state, today, before)].sort((a, b) => (a.on < b.on ? -1 : 1));
  const ledger = ledgerOf(lent, rows, today);
  return {
    lent,
    contractOn,
    rows,
    ledger,
    quarters: quartersOf(lent, ledger, rows, today),
    lapsesAt: ledger.next === null ? null : endOfDayExclusive(ledger.next.on),
    lastPaidOn: rows.at(-1)?.on ?? null,
    late: early,
    ruleZh: `${rule.docNo}，政策第 ${rule.version} 版`,
    until,
  };
}
