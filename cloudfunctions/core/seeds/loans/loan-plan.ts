import type { Accrual, Method } from '@shared/benefits/loan/loan';
import type { LendingOrganisation } from '../organisations';
import type { LoanState } from './roads';

/** How a loan was lent: months ago, over how many months, in wan, by which method. */
export type Terms = {
  lentMonthsAgo: number;
  /** And so many days, so that not everything falls due on one day. */
  lentDaysAgo: number;
  months: number;
  wan: number;
  rateBp: number;
  method: Method;
  accrual: Accrual;
};

/** A file of the demo: which state, at which bank, in which region; `since`: days in its state; `winding`: it went back and forth before. */
export type PlannedLoan = {
  state: LoanState;
  bank: Extract<LendingOrganisation, 'bank-1' | 'bank-2'>;
  regionId: string;
  since: number;
  won: { place: number; zh: string } | null;
  terms?: Terms;
  winding?: true;
  /** Part of the principal was paid early, and the bank said so when the quarter's statement had been checked. */
  saidLate?: true;
};

const first = { place: 0, zh: '一等奖' };
const second = { place: 1, zh: '二等奖' };
const third = { place: 2, zh: '三等奖' };

const puxian = '141033';
const yaodu = '141002';
const others = ['141022', '141081', '141024'] as const;
const regionOf = (i: number): string =>
  i % 3 === 0 ? yaodu : i % 3 === 1 ? puxian : (others[i % others.length] ?? puxian);

const at = (
  bank: PlannedLoan['bank'],
  regionId: string,
  state: LoanState,
  since: number,
  won: PlannedLoan['won'] = null,
  more: Partial<PlannedLoan> = {},
): PlannedLoan => ({ bank, regionId, state, since, won, ...more });

/** On the way to money: something at each desk, some of it in time, some overdue. */
const onTheWay: readonly PlannedLoan[] = [
  at('bank-1', puxian, 'draft', 1),
  at('bank-1', puxian, 'submitted', 1, third),
  at('bank-1', puxian, 'submitted', 6),
  at('bank-2', yaodu, 'submitted', 2, first),
  at('bank-1', '141081', 'submitted', 1),
  at('bank-1', puxian, 'hr_checking', 1, second),
  at('bank-2', yaodu, 'hr_checking', 2),
  at('bank-1', puxian, 'returned', 3),
  at('bank-2', yaodu, 'returned', 2),
  at('bank-1', puxian, 'guarantor_dd', 2, third),
  at('bank-1', yaodu, 'guarantor_dd', 12),
  at('bank-2', '141022', 'guarantor_dd', 3),
  at('bank-1', yaodu, 'guarantor_papers', 2),
  at('bank-2', puxian, 'guarantor_papers', 4),
  at('bank-1', puxian, 'bank_reviewing', 1, first, { winding: true }),
  at('bank-1', yaodu, 'bank_reviewing', 3),
  at('bank-1', '141081', 'bank_reviewing', 11),
  at('bank-2', puxian, 'bank_reviewing', 2, second),
  at('bank-1', yaodu, 'bank_papers', 2),
  at('bank-2', yaodu, 'bank_papers', 3),
  at('bank-1', puxian, 'approved', 3, third),
  at('bank-2', yaodu, 'approved', 2),
  at('bank-1', yaodu, 'contracted', 1),
  at('bank-1', '141022', 'contracted', 8),
  at('bank-2', puxian, 'contracted', 1),
  at('bank-1', puxian, 'hr_rejected', 9),
  at('bank-1', yaodu, 'guarantor_declined', 15),
  at('bank-1', puxian, 'bank_declined', 12),
  at('bank-2', yaodu, 'bank_declined', 20),
  at('bank-1', puxian, 'withdrawn', 10),
  at('bank-1', yaodu, 'expired', 4),
  at('bank-1', puxian, 'lapsed', 5),
];

const methods: ReadonlyArray<readonly [Method, Accrual]> = [
  ['interestFirst', 'act360'],
  ['equalInstalments', 'monthly12'],
  ['interestFirst', 'act360'],
  ['equalPrincipal', 'monthly12'],
];

/** Lent: how many there are in each state at a bank, and how long ago they were. */
const lentAt = (bank: PlannedLoan['bank'], counts: Partial<Record<LoanState, number>>): PlannedLoan[] => {
  let i = 0;
  return Object.entries(counts).flatMap(([state, count]) =>
    Array.from({ length: count }, (): PlannedLoan => {
      i += 1;
      const [method, accrual] = methods[i % methods.length] ?? ['interestFirst', 'act360'];
      const terms = {
        lentDaysAgo: 1 + ((i * 5) % 26),
        wan: 6 + ((i * 5) % 25),
        rateBp: 310 + ((i * 5) % 36),
        method,
        accrual,
      };
      // What was not paid in time was to be paid by the month, so that it shows; of what was extended interest alone.
      const byMonth = { method: 'equalPrincipal', accrual: 'monthly12' } as const;
      const ages: Partial<Record<LoanState, Partial<Terms> & Pick<Terms, 'lentMonthsAgo' | 'months'>>> = {
        repaying: { lentMonthsAgo: 1 + ((i * 3) % 17), months: i % 5 === 0 ? 36 : 24 },
        overdue: { lentMonthsAgo: 7 + (i % 3), months: 24, ...byMonth },
        extended: { lentMonthsAgo: 13 + (i % 2), months: 12, method: 'interestFirst', accrual: 'act360' },
        settled: { lentMonthsAgo: 14 + (i % 4), months: 12 },
        compensated: { lentMonthsAgo: 12, months: 24, ...byMonth },
        written_off: { lentMonthsAgo: 17, months: 24, ...byMonth },
      };
      const age = ages[state as LoanState];
      if (!age) throw new Error(`Nothing was lent in ${state}.`);
      const won = i % 6 === 0 ? third : i % 11 === 0 ? first : null;
      return at(bank, regionOf(i), state as LoanState, 0, won, {
        ...(i === 4 && { saidLate: true }),
        terms: { ...terms, ...age },
      });
    }),
  );
};

/** The first bank has lent forty, the second eight. */
export const plannedLoans: readonly PlannedLoan[] = [
  ...onTheWay,
  ...lentAt('bank-1', { repaying: 28, overdue: 3, extended: 2, settled: 5, compensated: 1, written_off: 1 }),
  ...lentAt('bank-2', { repaying: 5, overdue: 1, settled: 2 }),
];
