import {
  countdownZh,
  deadlineZh,
  lastDayZh,
  lastMomentZh,
  leftZh,
  momentZh,
  openingZh,
  recentZh,
  savedZh,
  untilDayZh,
} from '@shared/kernel/moment-words';

const at = (instant: string) => Date.parse(instant);

test('a deadline at midnight is told as the end of the day before', () => {
  expect(deadlineZh('2026-12-14T00:00:00+08:00')).toBe('12月13日（周日）24:00 截止');
  expect(deadlineZh('2026-12-14T18:30:00+08:00')).toBe('12月14日（周一）18:30 截止');
  expect(lastMomentZh(at('2026-12-14T00:00:00+08:00'))).toBe('12月13日（周日）24:00');
});

test('a day of another year than now says its year', () => {
  const [now, late] = [at('2026-12-28T10:00:00+08:00'), '2027-01-06T00:00:00+08:00'];
  expect(deadlineZh(late, now)).toBe('2027年1月5日（周二）24:00 截止，还剩 8 天');
  expect(deadlineZh(late, undefined, now)).toBe('2027年1月5日（周二）24:00 截止');
  expect([openingZh(at(late), now), recentZh(late, now)]).toEqual(['2027年1月6日（周三）', '2027年1月6日 00:00']);
  // The year is Shanghai's: there it has begun.
  expect(deadlineZh(late, at('2026-12-31T16:00:00Z'))).toBe('1月5日（周二）24:00 截止，还剩 5 天');
});

test('days are counted whole, and the closing instant itself is closed', () => {
  const closes = '2026-12-14T00:00:00+08:00';
  expect(deadlineZh(closes, at('2026-11-24T10:00:00+08:00'))).toBe('12月13日（周日）24:00 截止，还剩 19 天');
  expect(deadlineZh(closes, at('2026-12-13T23:59:59+08:00'))).toBe('12月13日（周日）24:00 截止，还剩不到 1 分钟');
  expect(deadlineZh(closes, at(closes))).toBe('已于12月13日（周日）24:00 截止');
});

test('in the last day hours and minutes are told, in the last minutes seconds', () => {
  const hours = (n: number) => n * 3_600_000;
  expect(
    [hours(24), hours(24) - 1, hours(3) + 20 * 60_000, hours(3), 20 * 60_000 + 59_000, 59_000].map(leftZh),
  ).toEqual(['还剩 1 天', '还剩 23 小时 59 分', '还剩 3 小时 20 分', '还剩 3 小时', '还剩 20 分钟', '还剩不到 1 分钟']);
  expect([600_000, 545_000, 544_001, 1].map(countdownZh)).toEqual([
    '10 分 00 秒',
    '9 分 05 秒',
    '9 分 05 秒',
    '0 分 01 秒',
  ]);
});

test('an opening names its time of day unless it is midnight', () => {
  expect(openingZh(at('2026-11-04T00:00:00+08:00'))).toBe('11月4日（周三）');
  expect(openingZh(at('2026-11-04T09:00:00+08:00'))).toBe('11月4日（周三）09:00');
});

test('a record is written in figures, what goes on now without its year', () => {
  expect(momentZh('2026-11-24T10:32:00+08:00')).toBe('2026-11-24 10:32');
  expect(recentZh('2026-11-04T09:05:00+08:00')).toBe('11月4日 09:05');
});

test('the time of saving names its day when that is not today', () => {
  const saved = '2026-11-24T10:32:00+08:00';
  expect(savedZh(saved, at('2026-11-24T23:00:00+08:00'))).toBe('已自动保存 10:32');
  expect(savedZh(saved, at('2026-11-25T00:00:00+08:00'))).toBe('已自动保存 2026-11-24 10:32');
});

test('an end that may lie years ahead is told by its last day, with its year', () => {
  expect(untilDayZh('2027-07-01T00:00:00+08:00')).toBe('2027年6月30日');
  expect(lastDayZh(Date.UTC(2026, 11, 31, 16))).toBe('2026年12月31日');
});
