import {
  addDays,
  addMonths,
  endOfDayExclusive,
  formatDateZh,
  formatTime,
  fromRfc3339,
  shanghaiDate,
  startOfDay,
  toShanghai,
} from '../../src/shared/kernel/shanghai';

/** Answers around midnight and around the changes of clock in New York, to be compared across time zones of the machine. */
export function shanghaiVectors(): unknown[] {
  const dates = ['2026-03-08', '2026-10-15', '2026-11-01', '2026-12-31', '2024-02-29'];
  return dates.map((date) => {
    const start = startOfDay(date);
    const end = endOfDayExclusive(date);
    return {
      start,
      end,
      instants: [start - 1, start, end - 1, end].map((ms) => [toShanghai(ms), shanghaiDate(ms), formatTime(ms)]),
      read: fromRfc3339(`${date}T00:00:00+08:00`),
      days: [addDays(date, 1), addDays(date, -1), addMonths(date, 1), addMonths(date, -60)],
      zh: formatDateZh(date),
    };
  });
}

if (require.main === module) {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  process.stdout.write(JSON.stringify({ zone, vectors: shanghaiVectors() }));
}
