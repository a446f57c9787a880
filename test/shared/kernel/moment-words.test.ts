import { deadlineZh, lastMomentZh, momentZh, recentZh, savedZh } from '@shared/kernel/moment-words';

const at = (instant: string) => Date.parse(instant);

test('a deadline at midnight is told as the end of the day before', () => {
  expect(deadlineZh('2026-12-14T00:00:00+08:00')).toBe('12月13日（周日）24:00 截止');
  expect(deadlineZh('2026-12-14T18:30:00+08:00')).toBe('12月14日（周一）18:30 截止');
  expect(lastMomentZh(at('2026-12-14T00:00:00+08:00'))).toBe('12月13日（周日）24:00');
});

test('days are counted whole, and the closing instant itself is closed', () => {
  const closes = '2026-12-14T00:00:00+08:00';
  expect(deadlineZh(closes, at('2026-11-24T10:00:00+08:00'))).toBe('12月13日（周日）24:00 截止，还剩 19 天');
  expect(deadlineZh(closes, at('2026-12-13T23:59:59+08:00'))).toBe('12月13日（周日）24:00 截止，剩余不到 1 天');
  expect(deadlineZh(closes, at(closes))).toBe('已于12月13日（周日）24:00 截止');
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
