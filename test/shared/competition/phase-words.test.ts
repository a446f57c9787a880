import { phaseWords } from '@shared/competition/phase-words';

const signUp = { zh: '报名', opensAt: '2026-11-04T00:00:00+08:00', closesAt: '2026-12-14T00:00:00+08:00' };

test.each([
  ['2026-11-03T23:59:59+08:00', '报名11月4日（周三）开始'],
  ['2026-11-04T00:00:00+08:00', '报名12月13日（周日）24:00 截止，还剩 40 天'],
  ['2026-12-13T23:00:00+08:00', '报名12月13日（周日）24:00 截止，还剩 1 小时'],
  ['2026-12-14T00:00:00+08:00', '报名已于12月13日（周日）24:00 截止'],
])('at %s a visitor reads: %s', (now, words) => {
  expect(phaseWords(signUp, Date.parse(now))).toBe(words);
});
