import { execFileSync } from 'node:child_process';
import { officialCalendar } from '@shared/kernel/holidays';
import { addDays } from '@shared/kernel/shanghai';
import { addWorkdays, isProvisional, isWorkday, workdaysLeft } from '@shared/kernel/workdays';

const days: string[] = [];
for (let date = '2025-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) days.push(date);

/** chinese-days reckons in the machine's time zone and errs west of Greenwich, so it is asked in a process at home. */
function askChineseDays(dates: string[]): string[] {
  const program = `const { isWorkday } = require('chinese-days');
    console.log(JSON.stringify(JSON.parse(process.argv[1]).filter((date) => isWorkday(date))));`;
  const env = { ...process.env, TZ: 'Asia/Shanghai' };
  const told = execFileSync(process.execPath, ['-e', program, JSON.stringify(dates)], { env, encoding: 'utf8' });
  return JSON.parse(told) as string[];
}

describe('The table of working days', () => {
  test('agrees with chinese-days on every day of 2025 and 2026', () => {
    expect(days).toHaveLength(730);
    expect(days.filter((date) => isWorkday(date, officialCalendar))).toEqual(askChineseDays(days));
  });

  test('has 248 working days in each year, and knows that it knows nothing of 2027', () => {
    const worked = (year: number) =>
      days.filter((day) => day.startsWith(`${year}`) && isWorkday(day, officialCalendar));
    expect([2025, 2026].map((year) => worked(year).length)).toEqual([248, 248]);
    expect(isProvisional('2026-12-31', '2027-01-04', officialCalendar)).toBe(true);
  });

  test('knows weekends that are worked and weekdays that are off', () => {
    expect(isWorkday('2026-02-14', officialCalendar)).toBe(true);
    expect(isWorkday('2026-02-16', officialCalendar)).toBe(false);
    expect(isWorkday('2026-11-21', officialCalendar)).toBe(false);
    expect(isWorkday('2026-11-23', officialCalendar)).toBe(true);
  });
});

describe('A term of working days', () => {
  test.each([
    ['2025-09-26', 5, '2025-10-10'],
    ['2025-10-10', 1, '2025-10-11'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-02-14', 5, '2026-02-28'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-06-18', 5, '2026-06-26'],
    ['2026-09-24', 5, '2026-10-09'],
    ['2026-11-23', 5, '2026-11-30'],
  ])('from %s of %p days ends on %s', (from, n, due) => {
    expect(addWorkdays(from, n, officialCalendar)).toEqual({ due, provisional: false });
    expect(workdaysLeft(from, due, officialCalendar)).toBe(n);
  });

  test('of no days ends where it begins', () => {
    expect(addWorkdays('2026-10-01', 0, officialCalendar)).toEqual({ due: '2026-10-01', provisional: false });
  });

  test('that runs into a year without a table is provisional', () => {
    expect(addWorkdays('2026-12-30', 1, officialCalendar)).toEqual({ due: '2026-12-31', provisional: false });
    expect(addWorkdays('2026-12-30', 2, officialCalendar)).toEqual({ due: '2027-01-01', provisional: true });
    expect(addWorkdays('2024-12-30', 3, officialCalendar)).toEqual({ due: '2025-01-03', provisional: true });
    expect(addWorkdays('2027-03-01', 0, officialCalendar)).toEqual({ due: '2027-03-01', provisional: true });
    expect(addWorkdays('2024-12-31', 1, officialCalendar)).toEqual({ due: '2025-01-02', provisional: false });
  });

  test('is not of half a day', () => {
    expect(() => addWorkdays('2026-11-23', 0.5, officialCalendar)).toThrow(
      new RangeError('not a number of working days: 0.5'),
    );
  });
});

describe('The working days left', () => {
  test('do not count today, and count the last day', () => {
    expect(workdaysLeft('2026-11-26', '2026-11-30', officialCalendar)).toBe(2);
    expect(workdaysLeft('2026-11-28', '2026-11-30', officialCalendar)).toBe(1);
  });

  test('are none on the last day and after it', () => {
    expect(workdaysLeft('2026-11-30', '2026-11-30', officialCalendar)).toBe(0);
    expect(workdaysLeft('2026-12-02', '2026-11-30', officialCalendar)).toBe(0);
  });

  test('are provisional when they touch a year without a table', () => {
    expect(isProvisional('2026-12-25', '2027-01-04', officialCalendar)).toBe(true);
    expect(isProvisional('2026-12-25', '2026-12-31', officialCalendar)).toBe(false);
  });
});
