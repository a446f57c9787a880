import { dueOf, reachedZh } from '@shared/benefits/application/clock';
import { meanOf } from '@shared/benefits/kinds/incubator-place/marks';
import { boardCountZh } from '@shared/incubation/board';
import { bookedZh, hoursOn, pausedUntil, refuseBooking } from '@shared/incubation/hours';
import { reliefZh, rentOf } from '@shared/incubation/rent';
import { firstTenure, monthsOf, renewalOf, type Tenure, tenureZh } from '@shared/incubation/tenure';
import { usualHours, usualTerms } from '@shared/incubation/terms';
import { inLine, nextInLine, type Waiting } from '@shared/incubation/waitlist';
import { officialCalendar } from '@shared/kernel/holidays';
import { addDays, addMonths, startOfDay } from '@shared/kernel/shanghai';
import { isWorkday, lastCalendarDay } from '@shared/kernel/workdays';
import fc from 'fast-check';
import { actIn, anyAct, faultsOf, type PlaceModel } from '../../support/place-model';
import { makeRandom } from '../../trials/random';

const day = fc.integer({ min: 0, max: 1_400 }).map((days) => addDays('2025-01-01', days));
const at = (day: string, hour: number, minute = 0) => startOfDay(day) + (hour * 60 + minute) * 60_000;

test('an offer stands for seven calendar days to 24:00 of the last, which moves to a day that is worked', () => {
  // The mockup's own: seven days from Thursday 26 November end on a Thursday; from a Saturday the last day moves to Monday.
  expect(lastCalendarDay('2026-11-26', 7, officialCalendar)).toEqual({ due: '2026-12-03', provisional: false });
  expect(lastCalendarDay('2026-11-21', 7, officialCalendar).due).toBe('2026-11-30');
  // Through the days off of October 2026, and into a year that has no table yet.
  expect(lastCalendarDay('2026-09-25', 7, officialCalendar).due).toBe('2026-10-08');
  expect(lastCalendarDay('2026-12-28', 7, officialCalendar)).toEqual({ due: '2027-01-04', provisional: true });
  // A clock of an application says the same, and how it was reached.
  const clock = { from: '2026-11-21', workdays: 7, calendar: true, pauses: [] } as const;
  expect(dueOf(clock, officialCalendar)?.due).toBe('2026-11-30');
  expect(reachedZh(clock, at('2026-11-24', 10))).toBe('从11月21日的次日起 7 天，末日遇休息日顺延');
  expect(reachedZh(clock, at('2027-01-04', 10))).toBe('从2026年11月21日的次日起 7 天，末日遇休息日顺延');
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), (from, days) => {
      const { due } = lastCalendarDay(from, days, officialCalendar);
      return due >= addDays(from, days) && isWorkday(due, officialCalendar);
    }),
  );
});

test('who stands in line: rank, then time; whoever let a place go is not offered that place again, and is passed by nobody of a lower rank', () => {
  const waiting = (applicationId: string, rank: number, joinedAt: number, more: Partial<Waiting> = {}): Waiting => ({
    applicationId,
    rank,
    joinedAt,
    type: 'desk',
    declined: [],
    ...more,
  });
  const line = [
    waiting('d', 5, 1),
    waiting('c', 2, 30),
    waiting('a', 2, 10, { declined: [4] }),
    waiting('b', 2, 20, { type: 'office' }),
  ];
  expect([...line].sort(inLine).map(({ applicationId }) => applicationId)).toEqual(['a', 'b', 'c', 'd']);
  const next = (placeId: number, type: string) => nextInLine(line, { placeId, type })?.applicationId;
  expect([next(1, 'desk'), next(4, 'desk'), next(1, 'office'), next(1, 'shop')]).toEqual(['a', 'c', 'b', undefined]);
});

test('twelve months shown with their last day, rent in steps, and never more than 36 months in all sites together', () => {
  const first = firstTenure('2026-12-01', 0, usualTerms);
  expect(first).toEqual({ from: '2026-12-01', to: '2027-12-01' });
  expect(first && tenureZh(first)).toBe('2026年12月1日至2027年11月30日');
  expect(firstTenure('2026-12-01', 30, usualTerms)).toEqual({ from: '2026-12-01', to: '2027-06-01' });
  expect(firstTenure('2026-12-01', 36, usualTerms)).toBeNull();
  expect(reliefZh(usualTerms)).toBe('第一年免，第二年减 50%，第三年减 30%');
  const rent = (had: number) => rentOf({ from: '2026-12-01', to: '2027-12-01' }, had, 33_333, usualTerms);
  expect(rent(0)).toHaveLength(12);
  expect(rent(0).every(({ dueFen }) => dueFen === 0)).toBe(true);
  expect(rent(6).map(({ reliefPercent }) => reliefPercent)).toEqual([...Array(6).fill(100), ...Array(6).fill(50)]);
  expect(rent(12)[0]).toEqual({ n: 1, dueOn: '2026-12-01', fullFen: 33_333, reliefPercent: 50, dueFen: 16_667 });
  expect(rent(36)[0]?.dueFen).toBe(33_333);
  fc.assert(
    fc.property(day, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }), (from, choices) => {
      const had: Tenure[] = [];
      let end = from;
      for (const months of choices) {
        const last = had.at(-1);
        // Some leave early and come back elsewhere, others renew.
        if (last && months % 3 === 0 && addMonths(last.from, 1) < last.to)
          last.to = addDays(addMonths(last.from, 1), months % 20);
        const next =
          last && months % 2 === 0
            ? renewalOf(end, monthsOf(had), usualTerms)
            : firstTenure(addDays(end, months), monthsOf(had), usualTerms);
        if (next === null) break;
        had.push({ ...next });
        end = next.to;
      }
      return monthsOf(had) <= usualTerms.maxMonths && had.every(({ from: a, to: b }) => a < b);
    }),
  );
  expect([meanOf([60, 60, 60]), meanOf([59, 60, 60]), meanOf([70, 71, 71])]).toEqual([60_00, 59_67, 70_67]);
});

test('hours of a studio: whole ones of the day, eight a week, not twice at once; two times not come pause for two weeks', () => {
  const now = at('2026-11-24', 10);
  const booking = (
    day: string,
    from: number,
    to: number,
    own: Array<{ from: number; to: number }> = [],
    noShows: number[] = [],
  ) => refuseBooking(hoursOn(day, from, to), { now, own, noShows }, usualHours)?.code ?? null;
  expect(bookedZh(hoursOn('2026-12-03', 14, 16), now)).toBe('12月3日（周四）14:00–16:00');
  expect(bookedZh(hoursOn('2027-01-04', 14, 16), now)).toBe('2027年1月4日（周一）14:00–16:00');
  expect(booking('2026-11-25', 8, 16)).toBeNull();
  expect(booking('2026-11-25', 21, 22)).toBeNull();
  for (const [from, to] of [
    [7, 9],
    [21, 23],
    [14, 14],
    [16, 14],
    [9.5, 11],
  ] as const)
    expect(booking('2026-11-25', from, to)).toBe('INCUBATION_HOURS_WRONG');
  expect(booking('2026-11-24', 10, 11)).toBe('INCUBATION_HOURS_PAST');
  expect(booking('2026-11-24', 11, 12)).toBeNull();
  expect(booking('2026-12-22', 11, 12)).toBeNull();
  expect(booking('2026-12-23', 11, 12)).toBe('INCUBATION_HOURS_FAR');
  const own = [hoursOn('2026-11-23', 9, 12), hoursOn('2026-11-29', 9, 12)];
  expect(booking('2026-11-27', 9, 11, own)).toBeNull();
  expect(booking('2026-11-27', 9, 12, own)).toBe('INCUBATION_WEEK_FULL');
  // The next Monday begins another week.
  expect(booking('2026-11-30', 9, 17, own)).toBeNull();
  expect(booking('2026-11-29', 11, 13, own)).toBe('INCUBATION_BOOKED_TWICE');
  expect(booking('2026-11-29', 12, 13, own)).toBeNull();
  const missed = (...days: string[]) => days.map((day) => at(day, 9));
  expect(booking('2026-11-25', 9, 10, [], missed('2026-11-20'))).toBeNull();
  expect(booking('2026-11-25', 9, 10, [], missed('2026-11-20', '2026-10-21'))).toBe('INCUBATION_BOOKING_PAUSED');
  expect(booking('2026-11-25', 9, 10, [], missed('2026-11-20', '2026-10-20'))).toBeNull();
  expect(pausedUntil(missed('2026-11-01', '2026-11-10'), now, usualHours)).toBe(startOfDay('2026-11-25'));
  expect(pausedUntil(missed('2026-11-01', '2026-11-09'), now, usualHours)).toBeNull();
});

test('whatever 500 acts do, a place has one holder and a lapsed offer none; nobody of a better rank who wants a place is passed', () => {
  for (const seed of [1, 2]) {
    const random = makeRandom(seed);
    const applications = Array.from({ length: 12 }, (_, i) => ({
      id: `a${String(i).padStart(2, '0')}`,
      rank: 1 + (i % 3),
      joinedAt: i,
      letGo: [],
      state: 'waitlisted' as const,
      placeId: null,
      lapsesAt: null,
    }));
    const model: PlaceModel = { now: at('2026-11-24', 9), places: [1, 2, 3], applications, signBy: new Map() };
    for (let n = 0; n < 500; n += 1) {
      const before = model.applications.filter(({ state }) => state === 'waitlisted').map((one) => ({ ...one }));
      const act = anyAct(random, model);
      const refusal = actIn(model, act);
      expect(faultsOf(model)).toEqual([]);
      if (act.act !== 'offer' || refusal !== null) continue;
      const chosen = model.applications.find(({ placeId }) => placeId === act.placeId);
      const passed = before.filter(({ rank, letGo }) => rank < (chosen?.rank ?? 0) && !letGo.includes(act.placeId));
      expect(passed).toEqual([]);
    }
  }
});

test('a board counts to two hundred, and says from there on that there are more', () => {
  expect([0, 199, 200].map((n) => boardCountZh(n, '位'))).toEqual(['0 位', '199 位', '200 位以上']);
});
