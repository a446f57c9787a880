import { clockWords, dueWords } from '../../../../src/features/screening/clock-words';

const clock = { dueDate: '2026-11-26', workdaysLeft: 2, provisional: false, overdue: false };

test('the days left are working days', () => {
  expect(clockWords(clock, '2026-11-24')).toEqual({ words: '还剩 2 个工作日', tone: 'neutral' });
  expect(clockWords({ ...clock, workdaysLeft: 1 }, '2026-11-25')).toEqual({ words: '还剩 1 个工作日', tone: 'warn' });
  expect(clockWords({ ...clock, workdaysLeft: 0 }, '2026-11-26')).toEqual({ words: '今天到期', tone: 'warn' });
});

test('a term that ran out counts the working days since, over a weekend', () => {
  // 2026-11-27 is a Friday.
  expect(clockWords({ ...clock, dueDate: '2026-11-27', workdaysLeft: 0, overdue: true }, '2026-11-30')).toEqual({
    words: '已超期 1 个工作日',
    tone: 'error',
  });
  expect(clockWords({ ...clock, workdaysLeft: 0, overdue: true }, '2026-11-24')).toEqual({
    words: '已超期',
    tone: 'error',
  });
});

test('a term reckoned through a year without an official table says so', () => {
  expect(clockWords({ ...clock, provisional: true }, '2026-11-24')?.words).toBe('还剩 2 个工作日（时限暂定）');
});

test('nothing runs where no term is set', () => {
  expect(clockWords({ ...clock, dueDate: null, workdaysLeft: null }, '2026-11-24')).toBeNull();
  expect(dueWords('2026-11-27')).toBe('2026-11-27（周五）截止');
});
