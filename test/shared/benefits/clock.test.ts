import fc from 'fast-check';
import {
  type Clock,
  type ClockSpec,
  type Clocks,
  clocksAfter,
  dueOf,
  type Pause,
} from '../../../src/shared/benefits/application/clock';
import { officialCalendar } from '../../../src/shared/kernel/holidays';
import { addDays } from '../../../src/shared/kernel/shanghai';
import { isWorkday } from '../../../src/shared/kernel/workdays';

const from = '2026-08-31';
const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays(from, n));
const pause: fc.Arbitrary<Pause> = fc
  .tuple(day, fc.integer({ min: 0, max: 20 }))
  .map(([start, n]) => ({ from: start, to: addDays(start, n), whyZh: '补正' }));
const pauses = fc.array(pause, { maxLength: 6 });
const clock = (workdays: number, stood: readonly Pause[]): Clock => ({ from, workdays, pauses: stood });
const dueDay = (one: Clock) => dueOf(one, officialCalendar)?.due ?? null;

/** Day by day, with a set of those that stood: nothing of it knows of intervals. */
function countedDue(workdays: number, stood: readonly Pause[]): string {
  const still = new Set<string>();
  for (const { from: first, to } of stood)
    for (let each = first; to !== null && each <= to; each = addDays(each, 1)) still.add(each);
  let due = from;
  for (let left = workdays; left > 0; ) {
    due = addDays(due, 1);
    if (isWorkday(due, officialCalendar) && !still.has(due)) left -= 1;
  }
  return due;
}

test('pauses in whatever order, twice over or in pieces, move a clock to the same day, which is that of counting day by day', () => {
  const known = fc.tuple(fc.integer({ min: 1, max: 15 }), pauses).chain(([workdays, stood]) =>
    fc.record({
      workdays: fc.constant(workdays),
      stood: fc.constant(stood),
      later: fc.shuffledSubarray([...stood, ...stood], { minLength: 2 * stood.length }),
    }),
  );
  fc.assert(
    fc.property(known, ({ workdays, stood, later }) => {
      const pieces = stood.flatMap(({ from: first, to, whyZh }): Pause[] => [
        { from: first, to: first, whyZh },
        { from: first, to, whyZh },
      ]);
      const expected = countedDue(workdays, stood);
      expect([clock(workdays, stood), clock(workdays, later), clock(workdays, pieces)].map(dueDay)).toEqual([
        expected,
        expected,
        expected,
      ]);
      // While one of them has no end, there is no last day.
      expect(dueDay(clock(workdays, [...stood, { from, to: null, whyZh: '补正' }]))).toBeNull();
    }),
    { numRuns: 200 },
  );
});

const office: ClockSpec = { clock: 'office', zh: '核对', workdays: 5 };
const correction: ClockSpec = { clock: 'correction', zh: '补正', workdays: 10, pauses: 'office', lapses: true };

test('a case that goes back and forth has the last day that its stays outside give when they are written down at once', () => {
  const stays = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 })), { maxLength: 5 });
  fc.assert(
    fc.property(stays, (gone) => {
      let today = from;
      let clocks: Clocks = clocksAfter({}, undefined, office, today);
      const outside: Pause[] = [];
      for (const [inside, away] of gone) {
        const left = addDays(today, inside);
        const back = addDays(left, away);
        clocks = clocksAfter(clocks, office, correction, left);
        clocks = clocksAfter(clocks, correction, office, back);
        outside.push({ from: left, to: back, whyZh: '补正' });
        today = back;
      }
      const step = clocks.office;
      expect(step && dueDay(step)).toBe(dueDay(clock(5, outside)));
    }),
    { numRuns: 200 },
  );
});
