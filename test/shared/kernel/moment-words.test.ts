import { daysLeftZh, deadlineZh, savedZh } from '@shared/kernel/moment-words';

const at = (instant: string) => Date.parse(instant);

test('a deadline at midnight is told as the end of the day before', () => {
  expect(deadlineZh('2026-12-14T00:00:00+08:00')).toBe('2026-12-13（周日）24:00');
  expect(deadlineZh('2026-12-14T18:30:00+08:00')).toBe('2026-12-14（周一）18:30');
});

test('days are counted whole, and the closing instant itself is closed', () => {
  const closes = '2026-12-14T00:00:00+08:00';
  expect(daysLeftZh(closes, at('2026-11-24T10:00:00+08:00'))).toBe('还剩 19 天');
  expect(daysLeftZh(closes, at('2026-12-13T23:59:59+08:00'))).toBe('不到 1 天');
  expect(daysLeftZh(closes, at(closes))).toBe('已截止');
});

test('the time of saving names its day when that is not today', () => {
  const saved = '2026-11-24T10:32:00+08:00';
  expect(savedZh(saved, at('2026-11-24T23:00:00+08:00'))).toBe('已自动保存 10:32');
  expect(savedZh(saved, at('2026-11-25T00:00:00+08:00'))).toBe('已自动保存 2026-11-24（周二）10:32');
});
