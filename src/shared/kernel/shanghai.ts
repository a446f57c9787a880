import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/**
 * The time of the contest: Asia/Shanghai, a fixed +08:00 since 1991. Nothing here reads the machine's time zone, and
 * nothing needs Intl (WeChat has none), as dayjs's own time zones do. Instants are epoch milliseconds, dates are `YYYY-MM-DD`.
 */
const hour = 3_600_000;
const day = 24 * hour;
const offset = 8 * hour;

/** Days of the months; February's 29th is the leap years' alone. */
const lastOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The UTC midnight that carries the same calendar date; NaN when there is no such date. By whole numbers: pages reckon with hundreds of dates. */
function civil(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return Number.NaN;
  const [year, month, dayOf] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const last = month === 2 && !isLeap(year) ? 28 : (lastOf[month - 1] ?? 0);
  if (dayOf < 1 || dayOf > last) return Number.NaN;
  // What stands before the year 100 would be taken for one of the last century.
  return year < 100 ? Date.parse(`${date}T00:00:00.000Z`) : Date.UTC(year, month - 1, dayOf);
}

function civilOrThrow(date: string): number {
  const time = civil(date);
  if (Number.isNaN(time)) throw new RangeError(`not a date: ${date}`);
  return time;
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

function toDate(utcMidnight: number): string {
  const at = new Date(utcMidnight);
  const year = at.getUTCFullYear();
  // Of any other year, and of no instant at all, what the language says.
  if (!(year >= 1000 && year <= 9999)) return at.toISOString().slice(0, 10);
  return `${year}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}

/** True for an existing calendar date written `YYYY-MM-DD`; 2025-02-30 does not exist. */
export function isDate(text: string): boolean {
  return !Number.isNaN(civil(text));
}

/** True for an existing date that somebody may mean: within 1900 to 2100. */
export function isPlausibleDate(text: string): boolean {
  return isDate(text) && text >= '1900-01-01' && text <= '2100-12-31';
}

/** Writes an instant as RFC 3339 in Shanghai to the second: `2026-10-15T23:59:59+08:00`. */
export function toShanghai(ms: number): string {
  return `${new Date(ms + offset).toISOString().slice(0, 19)}+08:00`;
}

/** Reads RFC 3339 with any offset; `null` for anything else, so also for a time without an offset. */
export function fromRfc3339(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (match === null || !isDate(match[1] ?? '')) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) || Number(match[2]) > 23 ? null : ms;
}

/** The calendar date in Shanghai at an instant. */
export function shanghaiDate(ms: number): string {
  return toDate(ms + offset);
}

/** The instant at which a date begins in Shanghai. Throws RangeError on a date that does not exist. */
export function startOfDay(date: string): number {
  return civilOrThrow(date) - offset;
}

/** The instant at which a date is over: the first one that no longer belongs to it. */
export function endOfDayExclusive(date: string): number {
  return startOfDay(date) + day;
}

/** The date so many days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return toDate(civilOrThrow(date) + days * day);
}

/** The same day of the month so many months later (earlier when negative), clamped to the month's end. */
export function addMonths(date: string, months: number): string {
  return dayjs.utc(civilOrThrow(date)).add(months, 'month').format('YYYY-MM-DD');
}

/** 0 for Sunday … 6 for Saturday. */
export function weekday(date: string): number {
  return dayjs.utc(civilOrThrow(date)).day();
}

/** 周日 … 周六. */
export function weekdayZh(date: string): string {
  return `周${'日一二三四五六'.charAt(weekday(date))}`;
}

/** A day, short: `10月15日`; with its year where that is not the year of `now` (epoch milliseconds): `2027年1月15日`. */
export function formatDayZh(date: string, now?: number): string {
  const thisYear = now === undefined || shanghaiDate(now).slice(0, 4) === date.slice(0, 4);
  return thisYear ? dayjs.utc(civilOrThrow(date)).format('M月D日') : formatFullDateZh(date);
}

/** A day that people plan by, such as a term's last: `10月15日（周四）`; with its year as a short one has. */
export function formatDateZh(date: string, now?: number): string {
  return `${formatDayZh(date, now)}（${weekdayZh(date)}）`;
}

/** A day that a rule reckons from, with its year: `2026年11月1日`. */
export function formatFullDateZh(date: string): string {
  return dayjs.utc(civilOrThrow(date)).format('YYYY年M月D日');
}

/** `HH:mm` in Shanghai. */
export function formatTime(ms: number): string {
  return dayjs.utc(ms + offset).format('HH:mm');
}
