import { officialCalendar } from '@shared/kernel/holidays';
import { termDeadlineZh, termTone, termWords } from '@shared/kernel/term-words';
import { termAt } from '@shared/kernel/workdays';

const term = { workdaysLeft: 2, workdaysOver: null, provisional: false };

test('a term that ran out counts the working days since, over a weekend', () => {
  // 2026-11-27 is a Friday.
  expect(termAt('2026-11-27', '2026-11-27', officialCalendar)).toEqual({ workdaysLeft: 0, workdaysOver: null });
  expect(termAt('2026-11-28', '2026-11-27', officialCalendar)).toEqual({ workdaysLeft: 0, workdaysOver: 0 });
  expect(termAt('2026-11-30', '2026-11-27', officialCalendar)).toEqual({ workdaysLeft: 0, workdaysOver: 1 });
  expect(termAt('2026-11-24', '2026-11-26', officialCalendar)).toEqual({ workdaysLeft: 2, workdaysOver: null });
});

test('the days left are working days, and the last day is said so', () => {
  expect([termWords(term), termTone(term)]).toEqual(['还剩 2 个工作日', 'neutral']);
  expect([termWords({ ...term, workdaysLeft: 1 }), termTone({ ...term, workdaysLeft: 1 })]).toEqual([
    '还剩 1 个工作日',
    'warn',
  ]);
  expect([termWords({ ...term, workdaysLeft: 0 }), termTone({ ...term, workdaysLeft: 0 })]).toEqual([
    '今天到期',
    'warn',
  ]);
});

test('what is overdue says by how much, and nothing is said where nothing runs', () => {
  const over = { workdaysLeft: 0, workdaysOver: 3, provisional: false };
  expect([termWords(over), termTone(over)]).toEqual(['已超期 3 个工作日', 'error']);
  expect(termWords({ ...over, workdaysOver: 0 })).toBe('已超期');
  expect(termWords({ ...term, workdaysLeft: null })).toBeNull();
});

test('a term reckoned through a year without an official table says so', () => {
  expect(termWords({ ...term, provisional: true })).toBe('还剩 2 个工作日（时限暂定）');
});

test('a term is told by its last day and what is left of it in working days', () => {
  expect(termDeadlineZh('2026-12-01', term)).toBe('12月1日（周二）24:00 截止，还剩 2 个工作日');
  expect(termDeadlineZh('2026-12-01', { ...term, workdaysLeft: null })).toBe('12月1日（周二）24:00 截止');
});
