import type { RuleVersion } from '@shared/benefits/loan/figures';
import { balanceAfter, interestOf, type Standing, type Subsidy } from '@shared/benefits/loan/interest';
import {
  extensionMonths,
  guaranteeFee,
  newHiresNeeded,
  personCap,
  rateCap,
  subsidisedCap,
} from '@shared/benefits/loan/limits';
import type { Loan, Method } from '@shared/benefits/loan/loan';
import { daysIn, type Period, quartersIn } from '@shared/benefits/loan/periods';
import { annuity, planOf, sumOf } from '@shared/benefits/loan/plan';
import { waiversOf } from '@shared/benefits/loan/waivers';
import { addDays } from '@shared/kernel/shanghai';
import type { Parameter } from '@shared/policies/parameters';
import fc from 'fast-check';
import { shippedPolicies } from '../../../../cloudfunctions/core/policies/shipped';

const half: Subsidy = { capFen: 30_000_000, shareBp: 5_000, until: null };
const standing = (changes: Partial<Standing>): Standing => ({
  rateBp: 350,
  accrual: 'act360',
  balanceFen: 30_000_000,
  repayments: [],
  without: [],
  subsidy: half,
  ...changes,
});
const loan = (changes: Partial<Loan>): Loan => ({
  principalFen: 30_000_000,
  rateBp: 350,
  method: 'interestFirst',
  accrual: 'act360',
  disbursedOn: '2027-01-15',
  months: 12,
  ...changes,
});
const after = (from: string, days: number): Period => ({ from, to: addDays(from, days) });
const parts = (period: Period, changes: Partial<Standing> = {}) => {
  const { interestFen, subsidyFen, ownFen } = interestOf(period, standing(changes));
  return [interestFen, subsidyFen, ownFen];
};

const figure = (code: string, value: number, from: string | null = null, to: string | null = null): Parameter => ({
  code,
  zh: code,
  from,
  to,
  value,
  docNo: '财金〔2023〕75号',
  confidence: 'source',
});
const version = (parameters: Parameter[], changes: Partial<RuleVersion> = {}): RuleVersion => ({
  code: 'loan',
  version: 2,
  effectiveFrom: '2023-10-01',
  effectiveTo: '2028-09-30',
  parameters,
  ...changes,
});

test('interest, subsidy and what remains, as the rule reckons them', () => {
  expect(parts(after('2026-01-01', 365))).toEqual([1_064_583, 532_292, 532_291]);
  // The subsidy reaches the central cap of the balance alone.
  expect(parts(after('2026-01-01', 92), { balanceFen: 50_000_000 })).toEqual([447_222, 134_167, 313_055]);
  // A third of it paid back on the fiftieth day; two repayments on one day are as one.
  const repaid = (...fen: number[]) =>
    parts(after('2026-01-01', 92), { repayments: fen.map((each) => ({ on: addDays('2026-01-01', 50), fen: each })) });
  expect(repaid(10_000_000)[0]).toBe(227_500);
  expect(repaid(4_000_000, 6_000_000)).toEqual(repaid(10_000_000));
  // A quarter with a 29 February has a day more.
  expect([daysIn({ from: '2027-12-21', to: '2028-03-21' }), daysIn({ from: '2026-12-21', to: '2027-03-21' })]).toEqual([
    91, 90,
  ]);
});

test('quarters end on the 20th, that day included, and each is rounded for itself', () => {
  const plan = planOf(loan({}), half);
  expect(plan.map(({ days }) => days)).toEqual([65, 92, 92, 91, 25]);
  expect(plan.map(({ subsidyFen }) => subsidyFen)).toEqual([94_792, 134_167, 134_167, 132_709, 36_459]);
  expect(sumOf(plan).subsidyFen).toBe(532_294);
  expect(plan.at(-1)).toMatchObject({ to: '2028-01-15', principalFen: 30_000_000, balanceFen: 0 });
});

test('level payments', () => {
  expect(annuity(30_000_000, 350, 36)).toBe(879_062);
  const of = (principalFen: number, rateBp: number, months: number) =>
    planOf(loan({ principalFen, rateBp, months, method: 'equalInstalments', accrual: 'monthly12' }), half);
  const ends = (plan: ReturnType<typeof of>) => [plan[0]?.paymentFen, plan.at(-1)?.paymentFen, plan.at(-1)?.balanceFen];
  expect(of(10_000_000, 999, 36)[0]?.paymentFen).toBe(322_625);
  expect(ends(of(10_000_000, 450, 60))).toEqual([186_430, 186_443, 0]);
  expect(of(20_000_000, 600, 360)[0]?.paymentFen).toBe(119_910);
  expect(of(20_000_000, 600, 360).at(-1)?.balanceFen).toBe(0);
});

test('nothing is subsidised of days that are overdue, extended or after the policy; interest goes on', () => {
  const quarter = after('2026-01-01', 92);
  const [whole = 0, full = 0] = parts(quarter);
  const overdue = [{ from: addDays('2026-01-01', 46), to: addDays('2026-01-01', 69) }];
  expect(parts(quarter, { without: overdue })).toEqual([whole, 100_625, whole - 100_625]);
  // Extended from the 69th day on, and the policy at its end on the same day: those days are lost once.
  const extended = [...overdue, { from: addDays('2026-01-01', 69), to: null }];
  expect(parts(quarter, { without: extended })[1]).toBe(67_084);
  expect(parts(quarter, { subsidy: { ...half, until: addDays('2026-01-01', 46) } })[1]).toBe(67_084);
  expect(parts(quarter, { without: [{ from: '2025-01-01', to: null }] })).toEqual([whole, 0, whole]);
  expect(full).toBeGreaterThan(0);
});

test('caps by version and overlay, partners, new hires', () => {
  const base = version([
    figure('personCapFen', 30_000_000),
    figure('perPartnerBp', 11_000),
    figure('partnersCeilingFen', 400_000_000),
    figure('hireShareUpTo100', 1_000),
    figure('hireShareOver100', 500),
  ]);
  const caps = [1, 3, 12, 13].map((partners) => personCap([base], '2026-11-24', partners)?.value);
  expect(caps).toEqual([30_000_000, 99_000_000, 396_000_000, 400_000_000]);
  expect([100, 101, 1].map((staff) => newHiresNeeded([base], staff, '2026-11-24')?.value)).toEqual([10, 6, 1]);
  // An overlay lends more for as long as it holds; the central subsidy keeps the rule's own cap.
  const overlay = version([figure('personCapFen', 50_000_000)], {
    code: 'overlay',
    effectiveFrom: '2025-04-01',
    effectiveTo: '2027-12-31',
  });
  const lent = (day: string) => personCap([overlay, base], day)?.value;
  expect([lent('2025-03-31'), lent('2025-04-01'), lent('2027-12-31'), lent('2028-01-01')]).toEqual([
    30_000_000, 50_000_000, 50_000_000, 30_000_000,
  ]);
  expect(subsidisedCap(base, 'person', '2026-11-24')?.value).toBe(30_000_000);
  expect(personCap([overlay, base], '2026-11-24')?.from[0]).toMatchObject({ policy: 'overlay', param: 'personCapFen' });
  // Or the place's own figure stands beside the rule's, with its document and days.
  const own = figure('localPersonCapFen', 50_000_000);
  const [beside] = [version([...base.parameters, { ...own, from: '2026-01-01', to: '2026-12-31' }])];
  expect(['2025-12-31', '2026-11-24', '2027-01-01'].map((day) => personCap([beside], day)?.value)).toEqual([
    30_000_000, 50_000_000, 30_000_000,
  ]);
  expect(personCap([beside], '2026-11-24', 3)?.value).toBe(165_000_000);
  expect([1, 3].map((n) => subsidisedCap(beside, 'person', '2026-11-24', n)?.value)).toEqual([30_000_000, 99_000_000]);
  // No figure, no version in force: unknown.
  expect(personCap([version([figure('personCapFen', 1)])], '2026-11-24', 2)).toBeNull();
  expect(personCap([base], '2028-10-01')).toBeNull();
  expect(guaranteeFee(50_000_000, 50)).toBe(250_000);
});

test('a loan runs on for a year at most, where the rule of the day names no other term', () => {
  const named = version([figure('extensionMonths', 6)]);
  expect(extensionMonths(null, '2026-11-24')).toBe(12);
  expect(['2026-11-24', '2028-10-01'].map((day) => extensionMonths(named, day))).toEqual([6, 12]);
});

test('the highest rate goes by the prime rate of the day of the contract, and is unknown without that month’s', () => {
  const rule = version([
    figure('overLpr', 50),
    figure('lpr1y', 310, '2024-10-21', '2025-05-19'),
    figure('lpr1y', 300, '2025-05-20', '2026-12-19'),
  ]);
  const on = (day: string) => rateCap([rule], day)?.value ?? null;
  expect([on('2025-05-19'), on('2025-05-20'), on('2026-12-19'), on('2026-12-20')]).toEqual([360, 350, 350, null]);
  const shipped = shippedPolicies.filter(({ code }) => code === 'guaranteed-loan-national').reverse();
  expect(rateCap(shipped, '2026-12-01')).toMatchObject({
    value: 350,
    from: [{ version: 2 }, { docNo: '财金〔2023〕75号' }],
  });
  expect(rateCap(shipped, '2024-08-01')?.value).toBe(385);
  expect([rateCap(shipped, '2022-01-01'), rateCap(shipped, '2028-09-30')]).toEqual([null, null]);
});

test('grounds to do without a counter-guarantee: the level of an honour is said, never guessed', () => {
  const holds = (facts: Parameters<typeof waiversOf>[0]) =>
    Object.fromEntries(waiversOf(facts, 10_000_000).map(({ code, holds: does }) => [code, does]));
  expect(holds({})).toEqual({
    amount_le_100k: null,
    national_incubator_or_credit_village: null,
    city_level_honour: null,
    bank_credit_rated: null,
    second_time_good: null,
  });
  expect(holds({ borrower: 'person', amountFen: 10_000_000, awardGrade: 'city' })).toMatchObject({
    amount_le_100k: true,
    city_level_honour: true,
  });
  expect(holds({ borrower: 'person', amountFen: 10_000_001, awardGrade: 'county' })).toMatchObject({
    amount_le_100k: false,
    city_level_honour: false,
  });
  expect(holds({ borrower: 'firm', amountFen: 1, awardGrade: null }).amount_le_100k).toBe(false);
  expect(waiversOf({ borrower: 'person', amountFen: 1 }, null)[0]?.holds).toBeNull();
});

const method = fc.constantFrom<Method>('equalInstalments', 'equalPrincipal', 'interestFirst');
const anyLoan = fc.record({
  principalFen: fc.integer({ min: 1, max: 400_000_000 }),
  rateBp: fc.integer({ min: 0, max: 2_400 }),
  method,
  accrual: fc.constantFrom('act360' as const, 'monthly12' as const),
  disbursedOn: fc.integer({ min: 0, max: 2_000 }).map((n) => addDays('2024-01-29', n)),
  months: fc.integer({ min: 1, max: 36 }),
});
const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2027-01-15', n));
const repayments = fc.array(fc.record({ on: day, fen: fc.integer({ min: 1, max: 9_000_000 }) }), { maxLength: 6 });
const without = fc.array(
  fc.tuple(day, fc.option(fc.integer({ min: 1, max: 90 }))).map(([from, n]) => ({
    from,
    to: n === null ? null : addDays(from, n),
  })),
  { maxLength: 4 },
);

test('a plan makes its loan to the fen, period after period without a gap, and the government pays at most half', () => {
  fc.assert(
    fc.property(anyLoan, fc.integer({ min: 1, max: 400_000_000 }), (any, capFen) => {
      const plan = planOf(any, { capFen, shareBp: 5_000, until: null });
      const meets = (from: string, i: number) => from === (i === 0 ? any.disbursedOn : plan[i - 1]?.to);
      expect([
        plan.reduce((sum, { principalFen }) => sum + principalFen, 0),
        plan.at(-1)?.balanceFen,
        plan.filter(({ from, to }, i) => !meets(from, i) || to <= from),
        plan.filter(({ principalFen }) => principalFen < 0),
        plan.filter(({ interestFen, subsidyFen, ownFen }) => interestFen !== subsidyFen + ownFen),
        plan.filter(({ interestFen, subsidyFen }) => subsidyFen > Math.ceil(interestFen / 2)),
      ]).toEqual([any.principalFen, 0, [], [], [], []]);
    }),
    { numRuns: 150 },
  );
});

/** A loan's quarters as they stand for what is known of it. */
function statements(known: Pick<Standing, 'repayments' | 'without'>) {
  const quarters = quartersIn({ from: '2027-01-15', to: '2028-01-15' });
  let balanceFen = 30_000_000;
  return quarters.map((quarter) => {
    const now = standing({ ...known, balanceFen });
    balanceFen = balanceAfter(quarter, now);
    return { ...interestOf(quarter, now), balanceFen };
  });
}

test('in whatever order repayments, overdue stretches and extensions became known, reckoning anew gives the same', () => {
  const shuffled = fc.tuple(repayments, without).chain(([paid, stretches]) =>
    fc.record({
      known: fc.constant({ repayments: paid, without: stretches }),
      later: fc.record({
        repayments: fc.shuffledSubarray(paid, { minLength: paid.length }),
        // The same days twice, and in two pieces, are the same days.
        without: fc.shuffledSubarray([...stretches, ...stretches], { minLength: 2 * stretches.length }),
      }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ known, later }) => {
      const told = statements(known);
      expect(statements(later)).toEqual(told);
      expect(told.filter(({ interestFen, subsidyFen }) => subsidyFen > Math.ceil(interestFen / 2))).toEqual([]);
      // What is without subsidy lowers it and moves nothing else.
      const free = statements({ ...known, without: [] });
      expect(told.map(({ interestFen }) => interestFen)).toEqual(free.map(({ interestFen }) => interestFen));
      expect(told.filter(({ subsidyFen }, i) => subsidyFen > (free[i]?.subsidyFen ?? 0))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
