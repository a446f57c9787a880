import { attendedEnough, hoursNeeded, outcomeOf } from '../../../src/shared/training/attendance/completion';
import { isCoded, listShut, unfinishedZh } from '../../../src/shared/training/attendance/list';
import { planProblems } from '../../../src/shared/training/class/plan';
import { offerEnds, offerFrom } from '../../../src/shared/training/enrolment/offer';
import { rankOf } from '../../../src/shared/training/enrolment/priority';
import { beginsAt, type HalfDay } from '../../../src/shared/training/half-day';
import { trainingOf } from '../../../src/shared/training/rules';

const at = (text: string) => Date.parse(`${text}+08:00`);
const hour = 3_600_000;

test.each([
  // hours of the class, attended, enough?
  [70, 56, true],
  [70, 55, false],
  [24, 19, false],
  [24, 20, true],
  [10, 8, true],
  [1, 1, true],
  [3, 2, false],
  [99, 79, false],
  [99, 80, true],
])('of %i hours %i attended: enough is %s, in whole hours', (hours, attended, enough) => {
  expect(attendedEnough(attended, hours, 80)).toBe(enough);
  expect(attended >= hoursNeeded(hours, 80)).toBe(enough);
});

test('the 80 % of every class of up to 200 hours lie at the same hour for both ways of asking', () => {
  for (let hours = 1; hours <= 200; hours += 1)
    for (let attended = 0; attended <= hours; attended += 1)
      expect([hours, attended, attended >= hoursNeeded(hours, 80)]).toEqual([
        hours,
        attended,
        attendedEnough(attended, hours, 80),
      ]);
});

const done = { attended: 56, hours: 70, percent: 80, needsPlan: true, plan: true, needsTest: true, test: true };
test.each([
  [{}, 'complete'],
  [{ attended: 55 }, 'fail'],
  // An edition may ask for less, or more.
  [{ attended: 55, percent: 75 }, 'complete'],
  [{ percent: 81 }, 'fail'],
  [{ attended: 0, plan: null, test: null }, 'miss'],
  [{ test: false }, 'fail'],
  [{ plan: false, test: null }, 'fail'],
  [{ plan: null }, 'unjudged'],
  [{ needsPlan: false, plan: null }, 'complete'],
  // Who was not there often enough needs no test judged.
  [{ attended: 10, plan: null, test: null }, 'fail'],
])('what came of %o is %s', (more, outcome) => expect(outcomeOf({ ...done, ...more })).toBe(outcome));

test.each([
  ['2026-11-24T09:00:00', '2026-11-24T09:00:00'],
  ['2026-11-24T20:59:59', '2026-11-24T20:59:59'],
  ['2026-11-24T21:00:00', '2026-11-25T08:00:00'],
  ['2026-11-24T23:59:59', '2026-11-25T08:00:00'],
  ['2026-11-25T00:00:00', '2026-11-25T08:00:00'],
  ['2026-11-25T07:59:59', '2026-11-25T08:00:00'],
  ['2026-11-25T08:00:00', '2026-11-25T08:00:00'],
])('an offer that is made %s counts from %s', (now, from) => expect(offerFrom(at(now))).toBe(at(from)));

test('a seat is held 24 hours, never beyond the start, and none is offered that would be over before it counts', () => {
  const start = at('2026-12-07T08:30:00');
  expect(offerEnds(at('2026-12-01T10:00:00'), start, 24)).toBe(at('2026-12-02T10:00:00'));
  expect(offerEnds(at('2026-12-06T10:00:00'), start, 24)).toBe(start);
  expect(offerEnds(at('2026-12-06T22:00:00'), start, 24)).toBe(start);
  expect(offerEnds(at('2026-12-06T22:00:00'), at('2026-12-07T08:00:00'), 24)).toBeNull();
  expect(offerEnds(start, start, 24)).toBeNull();
  expect(offerEnds(at('2026-12-01T10:00:00'), start, 2)).toBe(at('2026-12-01T12:00:00'));
  for (let now = start - 60 * hour; now < start + 3 * hour; now += 17 * 60_000) {
    const ends = offerEnds(now, start, 24);
    if (ends !== null) expect([ends <= start, ends > offerFrom(now), now < start]).toEqual([true, true, true]);
  }
});

test('who won goes before who took part, before key groups, before all others', () => {
  const none = { place: null, participating: false, keyGroup: false };
  expect([
    rankOf({ ...none, place: 3, participating: true }),
    rankOf({ ...none, participating: true, keyGroup: true }),
    rankOf({ ...none, keyGroup: true }),
    rankOf(none),
  ]).toEqual([1, 2, 3, 4]);
});

const halfDays: HalfDay[] = ['2026-12-07', '2026-12-08'].flatMap((day) =>
  (['am', 'pm'] as const).map((half) => ({ day, half, hours: 6 })),
);
const planned = { course: 'GYB', capacity: 30, halfDays };
const now = at('2026-11-24T09:00:00');
test.each([
  [{}, false, {}],
  [{ course: 'CUSTOM' }, false, { course: '请选择课程' }],
  [{ course: 'CUSTOM' }, true, {}],
  [{ capacity: 31 }, false, { capacity: '每班 1 至 30 人' }],
  [{ halfDays: halfDays.slice(1) }, false, { halfDays: '产生你的企业想法至少 24 课时，现在是 18 课时' }],
  [{ halfDays: [...halfDays, ...halfDays.slice(0, 1)] }, false, { halfDays: '12月7日（周一）上午填了两次' }],
  [
    { halfDays: [{ day: '2026-11-24', half: 'am' as const, hours: 6 }, ...halfDays] },
    false,
    { halfDays: '11月24日（周二）上午已经开始，请选2026年11月24日以后' },
  ],
  [{ halfDays: [] }, false, { halfDays: '请填写上课时间' }],
])('a plan with %o is judged', (more, demanded, problems) =>
  expect(planProblems({ ...planned, ...more }, trainingOf({}), demanded, now)).toEqual(problems),
);

test('courses and figures are the edition’s; what it leaves out is the usual', () => {
  const own = {
    code: 'n1',
    zh: '电商创业',
    hoursMin: 6,
    needsPlan: false,
    needsTest: false,
    onDemand: false,
    sourceZh: '演示',
  };
  const training = trainingOf({ courses: [own], trainingRules: { capacityMax: 40 } });
  const judged = (more: object) => planProblems({ ...planned, course: 'n1', ...more }, training, false, now);
  expect(judged({ capacity: 40 })).toEqual({});
  expect(judged({ capacity: 41 })).toEqual({ capacity: '每班 1 至 40 人' });
  expect(judged({ course: 'GYB' })).toEqual({ course: '请选择课程' });
  expect([training.openMin, training.offerHours]).toEqual([15, 24]);
});

test('a list is kept from its half-day on, corrected on the day it was kept only, and stands once the class is finished', () => {
  const list = { day: '2026-12-07', half: 'am' as const, savedAt: null };
  const start = beginsAt(list);
  expect(listShut(list, true, start - 1)).toBe('12月7日（周一）上午还没有开始');
  expect(listShut(list, true, start)).toBeNull();
  const kept = { ...list, savedAt: start };
  expect(listShut(kept, true, at('2026-12-07T23:59:59'))).toBeNull();
  expect(listShut(kept, true, at('2026-12-08T00:00:00'))).toBe('考勤只能在登记当天更正');
  expect(listShut(list, true, at('2026-12-09T09:00:00'))).toBeNull();
  expect(listShut(list, false, at('2026-12-09T09:00:00'))).toBe('已结业，考勤不能再改');
  expect([isCoded(list, start - 31 * 60_000), isCoded(list, start - 30 * 60_000)]).toEqual([false, true]);
  expect(isCoded(list, at('2026-12-08T09:00:00'))).toBe(false);
  expect(unfinishedZh([list, kept], [])).toBe('还有 1 个半天没有登记考勤');
  expect(unfinishedZh([kept], [{ ...done, test: null }, done])).toBe('还有 1 人没有填考核结果');
  expect(unfinishedZh([kept], [done])).toBeNull();
});
