/*
 * Moments in words. A day has no year, unless it is told what is now (epoch milliseconds) and that is another year.
 */
import { formatDateZh, formatDayZh, formatFullDateZh, formatTime, fromRfc3339, shanghaiDate } from './shanghai';

const written = (instant: string, write: (at: number) => string): string => {
  const at = fromRfc3339(instant);
  return at === null ? instant : write(at);
};

const recorded = (at: number): string => `${shanghaiDate(at)} ${formatTime(at)}`;

/** An instant of the wire (RFC 3339) as a record keeps it: `2026-11-24 10:32`. */
export const momentZh = (instant: string): string => written(instant, recorded);

/** The same without its year, beside what is going on now: `11月24日 10:32`. */
export const recentZh = (instant: string, now?: number): string =>
  written(instant, (at) => `${formatDayZh(shanghaiDate(at), now)} ${formatTime(at)}`);

/** The day of an instant of the wire: `11月24日（周二）`. */
export const dayZh = (instant: string, now?: number): string =>
  written(instant, (at) => formatDateZh(shanghaiDate(at), now));

/** `已自动保存 10:32`; with its day when that is not today. `now` in epoch milliseconds. */
export const savedZh = (instant: string, now: number): string =>
  written(instant, (at) => `已自动保存 ${shanghaiDate(at) === shanghaiDate(now) ? formatTime(at) : recorded(at)}`);

/** The end of a day that still counts: `12月13日（周日）24:00`. */
export const dayEndZh = (date: string, now?: number): string => `${formatDateZh(date, now)}24:00`;

/**
 * The last moment before an exclusive closing instant (epoch milliseconds): `12月13日（周日）24:00`. Midnight is told as the end of the
 * day before, which nobody misreads.
 */
export const lastMomentZh = (closesAt: number, now?: number): string =>
  formatTime(closesAt) === '00:00'
    ? dayEndZh(shanghaiDate(closesAt - 1), now)
    : `${formatDateZh(shanghaiDate(closesAt), now)}${formatTime(closesAt)}`;

/** The last day before an exclusive end that may lie years ahead: `2027年6月30日`. `endsAt` in epoch milliseconds. */
export const lastDayZh = (endsAt: number): string => formatFullDateZh(shanghaiDate(endsAt - 1));

/** The same of an instant of the wire. */
export const untilDayZh = (instant: string): string => written(instant, lastDayZh);

/** The last moment before an instant of the wire. */
export const untilZh = (instant: string, now?: number): string => written(instant, (at) => lastMomentZh(at, now));

/** When something opens: its day, with the time of day unless it opens with the day: `11月4日（周三）`, `11月4日（周三）09:00`. */
export const openingZh = (opensAt: number, now?: number): string =>
  formatDateZh(shanghaiDate(opensAt), now) + (formatTime(opensAt) === '00:00' ? '' : formatTime(opensAt));

/** Milliseconds of a day: in a term's last one the hours and minutes are told. */
export const dayMs = 86_400_000;
const minuteMs = 60_000;

/** What is left of a term, in words: `还剩 2 天`; in its last day `还剩 3 小时 20 分`, `还剩 20 分钟`. `left` in milliseconds, above 0. */
export function leftZh(left: number): string {
  if (left >= dayMs) return `还剩 ${Math.floor(left / dayMs)} 天`;
  const minutes = Math.floor(left / minuteMs);
  if (minutes === 0) return '还剩不到 1 分钟';
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `还剩 ${minutes} 分钟`;
  return minutes % 60 === 0 ? `还剩 ${hours} 小时` : `还剩 ${hours} 小时 ${minutes % 60} 分`;
}

/** The same to the second, for the last minutes: `9 分 05 秒`. What has begun of a second is counted, so that zero is the end. */
export function countdownZh(left: number): string {
  const seconds = Math.ceil(left / 1000);
  const rest = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)} 分 ${rest} 秒`;
}

/**
 * An exclusive closing instant of the wire as a deadline: `12月13日（周日）24:00 截止`, with what is left of it when `now` (epoch
 * milliseconds) is given: `12月13日（周日）24:00 截止，还剩 2 天`, `已于12月13日（周日）24:00 截止`.
 * `today`: by which its year is told where what is left of it is not.
 */
export function deadlineZh(instant: string, now?: number, today = now): string {
  const deadline = `${untilZh(instant, today)} 截止`;
  if (now === undefined) return deadline;
  const left = (fromRfc3339(instant) ?? now) - now;
  return left <= 0 ? `已于${deadline}` : `${deadline}，${leftZh(left)}`;
}
