import type { Method } from '../../../src/shared/benefits/loan/loan';
import { addDays } from '../../../src/shared/kernel/shanghai';
import { type Lent, ledgerOf, owedOn, type Paid, quartersOf } from '../../../src/shared/lending/ledger';

const lent = (more: Partial<Lent> = {}): Lent => ({
  principalFen: 30_000_000,
  rateBp: 350,
  method: 'interestFirst',
  accrual: 'act360',
  disbursedOn: '2027-01-15',
  months: 12,
  subsidy: { capFen: 30_000_000, shareBp: 5_000, until: null },
  extended: null,
  ...more,
});

/** Whoever pays each instalment on its day. */
const onTime = (loan: Lent, until = '9999-12-31'): Paid[] =>
  ledgerOf(loan, [], loan.disbursedOn)
    .plan.filter(({ to }) => to <= until)
    .map(({ to, principalFen, interestFen }) => ({ on: to, principalFen, interestFen }));

const subsidies = (loan: Lent, rows: Paid[], asOf = '2030-01-01') =>
  quartersOf(loan, ledgerOf(loan, rows, asOf), rows, asOf).map(({ to, days, subsidyFen }) => [to, days, subsidyFen]);

test('the five quarters of a loan of 300,000 by the table of the rules, each drafted on the 21st', () => {
  const loan = lent();
  const rows = onTime(loan);
  expect(subsidies(loan, rows)).toEqual([
    ['2027-03-21', 65, 94_792],
    ['2027-06-21', 92, 134_167],
    ['2027-09-21', 92, 134_167],
    ['2027-12-21', 91, 132_709],
    ['2028-03-21', 25, 36_459],
  ]);
  expect(subsidies(loan, rows, '2027-06-20')).toHaveLength(1);
  const ended = ledgerOf(loan, rows, '2028-02-01');
  expect([ended.balanceFen, ended.overdue, ended.next]).toEqual([0, false, null]);
});

test('100,000 repaid on day 50 of a quarter of 92 days', () => {
  const loan = lent();
  const rows = [
    ...onTime(loan, '2027-03-21'),
    { on: addDays('2027-03-21', 50), principalFen: 10_000_000, interestFen: 0 },
  ];
  const second = ledgerOf(loan, rows, '2027-06-01').periods[1];
  // 300,000 × 50 and 200,000 × 42 days, rounded once.
  expect(second?.interestFen).toBe(145_833 + 81_667);
});

test('what is late bears no subsidy from the day after it was due to the day on which it is paid; what is extended none for good', () => {
  const loan = lent();
  const inTime = onTime(loan, '2027-03-21');
  const due = { principalFen: 0, interestFen: 268_333 };
  const late = [...inTime, { on: '2027-07-01', ...due }];
  expect(ledgerOf(loan, inTime, '2027-06-21').overdue).toBe(false);
  expect(ledgerOf(loan, inTime, '2027-06-22')).toMatchObject({
    overdue: true,
    next: { on: '2027-06-21', interestFen: 268_333 },
  });
  // A quarter later both are overdue: whoever pays the one is overdue still.
  expect(ledgerOf(loan, inTime, '2027-09-22').next).toEqual({
    on: '2027-06-21',
    principalFen: 0,
    interestFen: 2 * 268_333,
  });
  const after = ledgerOf(loan, late, '2027-08-01');
  expect([after.overdue, after.without]).toEqual([false, [{ from: '2027-06-22', to: '2027-07-01' }]]);
  // Nine of 92 days: from 22 to 30 June.
  expect(after.periods[2]?.subsidyFen).toBe(121_042);
  // Paid a day late: that one day is not overdue any more.
  expect(ledgerOf(loan, [...inTime, { on: '2027-06-22', ...due }], '2027-08-01').without).toEqual([]);
  const extended = lent({ extended: { from: '2027-06-21', until: '2028-07-15' } });
  expect(subsidies(extended, late).map(([, , fen]) => fen)).toEqual([94_792, 134_167, 0, 0, 0]);
});

test('what is owed at most on a day: the balance and the interest that was not paid, of the running period all of it, after the last by days', () => {
  const owed = (loan: Lent, day: string, rows: Paid[] = []) => owedOn(loan, ledgerOf(loan, rows, day), rows, day);
  const days = ['2027-01-15', '2027-03-21', '2028-01-15', '2028-02-14'];
  expect(days.map((day) => owed(lent(), day))).toEqual([30_189_583, 30_457_916, 31_064_583, 31_152_083]);
  const monthly = lent({ accrual: 'monthly12', extended: { from: '2028-01-15', until: '2028-07-15' } });
  expect(days.map((day) => owed(monthly, day))).toEqual([30_087_500, 30_262_500, 31_050_000, 31_137_500]);
  const rows = [{ on: '2028-01-15', principalFen: 10_000_000, interestFen: 1_064_583 }];
  expect(owed(lent(), '2028-02-14', rows)).toBe(20_058_333);
  expect(owed(lent(), '2027-03-20', [{ on: '2027-02-01', principalFen: 0, interestFen: 500_000 }])).toBe(30_000_000);
});

/** A generator that anybody can repeat. */
function dice(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state % below;
  };
}

test('for any loan: instalments make the loan, a period’s subsidy is at most half its interest rounded up, and neither the order of rows nor a recomputation in between changes anything', () => {
  const methods: Method[] = ['equalInstalments', 'equalPrincipal', 'interestFirst'];
  for (let seed = 1; seed <= 60; seed += 1) {
    const roll = dice(seed);
    const loan = lent({
      principalFen: 1_000_000 + roll(49_000_000),
      rateBp: 1 + roll(400),
      months: 1 + roll(36),
      method: methods[roll(3)] ?? 'interestFirst',
      accrual: roll(2) === 0 ? 'act360' : 'monthly12',
      disbursedOn: addDays('2024-01-01', roll(800)),
    });
    const rows = onTime(loan).flatMap((row): Paid[] => {
      const fate = roll(5);
      if (fate === 0) return [];
      return [{ ...row, on: addDays(row.on, fate === 1 ? roll(60) : fate === 2 ? -Math.min(roll(10), 5) : 0) }];
    });
    const asOf = addDays(loan.disbursedOn, roll(1_400));
    const whole =
      roll(4) === 0 ? { ...loan, extended: { from: addDays(loan.disbursedOn, 300), until: addDays(asOf, 90) } } : loan;
    const ledger = ledgerOf(whole, rows, asOf);
    expect([seed, ledger.plan.reduce((sum, { principalFen }) => sum + principalFen, 0)]).toEqual([
      seed,
      loan.principalFen,
    ]);
    for (const { interestFen, subsidyFen, ownFen } of ledger.periods) {
      expect(subsidyFen).toBeLessThanOrEqual(Math.ceil(interestFen / 2));
      expect(subsidyFen + ownFen).toBe(interestFen);
    }
    const shuffled = [...rows].sort(
      (a, b) => ((a.principalFen * 7 + a.interestFen) % 97) - ((b.principalFen * 7 + b.interestFen) % 97),
    );
    expect(ledgerOf(whole, shuffled, asOf)).toEqual(ledger);
    // A quarter that was drafted stays as it was while no row of its days, or before, comes.
    const early = addDays(loan.disbursedOn, roll(700));
    const then = rows.filter(({ on }) => on <= early);
    const drafted = quartersOf(whole, ledgerOf(whole, then, early), then, early);
    const later = quartersOf(whole, ledgerOf(whole, rows, asOf < early ? early : asOf), rows, early);
    for (const [i, quarter] of drafted.entries())
      expect([seed, later[i]?.subsidyFen, later[i]?.interestFen]).toEqual([
        seed,
        quarter.subsidyFen,
        quarter.interestFen,
      ]);
  }
});
