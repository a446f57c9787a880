import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  addDays,
  addMonths,
  endOfDayExclusive,
  formatDateZh,
  formatTime,
  fromRfc3339,
  isDate,
  isPlausibleDate,
  shanghaiDate,
  startOfDay,
  toShanghai,
  weekdayZh,
} from '@shared/kernel/shanghai';
import fc from 'fast-check';
import { dayProblem } from '../../../src/shared/kernel/day-problem';
import { shanghaiVectors } from '../../support/shanghai-vectors';

const noon = Date.UTC(2026, 9, 15, 4, 0, 0);
const anyInstant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('Time in Shanghai', () => {
  test('is the same under any time zone of the machine', () => {
    const program = join(__dirname, '..', '..', 'support', 'shanghai-vectors.ts');
    const tsx = join(__dirname, '..', '..', '..', 'node_modules', 'tsx', 'dist', 'cli.mjs');
    const atHome = execFileSync(process.execPath, [tsx, program], {
      env: { ...process.env, TZ: 'Asia/Shanghai' },
      encoding: 'utf8',
    });
    expect(JSON.parse(atHome)).toEqual({ zone: 'Asia/Shanghai', vectors: shanghaiVectors() });
  });

  test('is written as RFC 3339 with +08:00, to the second', () => {
    expect(toShanghai(Date.UTC(2026, 9, 15, 15, 59, 59, 999))).toBe('2026-10-15T23:59:59+08:00');
    expect(toShanghai(noon)).toBe('2026-10-15T12:00:00+08:00');
  });

  test('is read with any offset', () => {
    expect(fromRfc3339('2026-10-15T12:00:00+08:00')).toBe(noon);
    expect(fromRfc3339('2026-10-15T04:00:00Z')).toBe(noon);
    expect(fromRfc3339('2026-10-14T23:00:00.250-05:00')).toBe(noon + 250);
  });

  test.each([
    '2026-10-15T12:00:00',
    '2026-10-15',
    '2026-02-30T12:00:00+08:00',
    '2026-10-15T24:00:00+08:00',
    '2026-10-15T12:61:00+08:00',
    '2026-10-15 12:00:00+08:00',
    '',
  ])('is not read from %p', (text) => {
    expect(fromRfc3339(text)).toBeNull();
  });

  test('comes back as the second it was written in', () => {
    fc.assert(
      fc.property(anyInstant, (ms) => {
        expect(fromRfc3339(toShanghai(ms))).toBe(Math.floor(ms / 1000) * 1000);
      }),
    );
  });
});

describe('A date in Shanghai', () => {
  test('begins sixteen hours into the day before in UTC and ends where the next begins', () => {
    expect(startOfDay('2026-10-15')).toBe(Date.UTC(2026, 9, 14, 16));
    expect(endOfDayExclusive('2026-10-15')).toBe(Date.UTC(2026, 9, 15, 16));
    expect(shanghaiDate(startOfDay('2026-10-15'))).toBe('2026-10-15');
    expect(shanghaiDate(startOfDay('2026-10-15') - 1)).toBe('2026-10-14');
    expect(shanghaiDate(endOfDayExclusive('2026-10-15') - 1)).toBe('2026-10-15');
  });

  test('contains exactly its instants', () => {
    fc.assert(
      fc.property(anyInstant, (ms) => {
        const date = shanghaiDate(ms);
        expect(startOfDay(date) <= ms && ms < endOfDayExclusive(date)).toBe(true);
      }),
    );
  });

  test.each([
    ['2024-02-29', true],
    ['2100-02-29', false],
    ['2025-02-29', false],
    ['2025-02-30', false],
    ['2025-13-01', false],
    ['2025-1-1', false],
    ['2025-01-01T00:00:00Z', false],
  ])('%s exists: %p', (date, exists) => {
    expect(isDate(date)).toBe(exists);
  });

  test('that does not exist is not reckoned with', () => {
    expect(() => addDays('2025-02-30', 1)).toThrow(new RangeError('not a date: 2025-02-30'));
  });

  test.each([
    ['2025-12-31', 1, '2026-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-10-15', 0, '2026-10-15'],
  ])('%s and %p days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
  });

  test.each([
    ['2025-10-15', -60, '2020-10-15'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2024-02-29', -48, '2020-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %p months is %s, never past the end of the month', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  test('is spelled for people with its day of the week', () => {
    expect(formatDateZh('2026-10-15')).toBe('10月15日（周四）');
    expect(['2026-11-22', '2026-11-23', '2026-11-28'].map(weekdayZh)).toEqual(['周日', '周一', '周六']);
    expect(formatTime(Date.UTC(2026, 9, 14, 16, 5))).toBe('00:05');
    expect(formatTime(noon + 30_000)).toBe('12:00');
  });
});

test.each([
  ['2025-02-28', true],
  ['2025-02-30', false],
  ['2010-13-45', false],
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2100-12-31', true],
  ['2101-01-01', false],
])('the date %s may be meant: %p', (date, may) => {
  expect(isPlausibleDate(date)).toBe(may);
});

test.each([
  ['', '请选择日期'],
  ['2026-02-31', '没有这一天，请重新选择'],
  ['1850-01-01', '年份要在 1900 到 2100 之间，请核对'],
  ['2026-02-28', null],
])('of the day “%s” is said: %p', (day, said) => {
  expect(dayProblem(day)).toBe(said);
});

test('every day from 1890 to 2110 follows the one before it, as the language counts days, and no other is a date', () => {
  let day = '1890-01-01';
  for (let ms = Date.UTC(1890, 0, 1); ms <= Date.UTC(2110, 11, 31); ms += 86_400_000) {
    if (day !== new Date(ms).toISOString().slice(0, 10)) throw new Error(`${day} is not ${new Date(ms).toISOString()}`);
    day = addDays(day, 1);
  }
  expect(day).toBe('2111-01-01');
  for (const none of ['1900-02-29', '2100-02-29', '2026-02-29', '2026-04-31', '2026-00-10', '2026-01-00', '2026-13-01'])
    expect([none, isDate(none)]).toEqual([none, false]);
  for (const one of ['2000-02-29', '2024-02-29', '0050-01-01']) expect([one, isDate(one)]).toEqual([one, true]);
});
