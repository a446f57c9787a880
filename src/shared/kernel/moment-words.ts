import { formatDateZh, formatDayZh, formatTime, fromRfc3339, shanghaiDate } from './shanghai';

const written = (instant: string, write: (at: number) => string): string => {
  const at = fromRfc3339(instant);
  return at === null ? instant : write(at);
};

const recorded = (at: number): string => `${shanghaiDate(at)} ${formatTime(at)}`;

/** An instant of the wire (RFC 3339) as a record keeps it: `2026-11-24 10:32`. */
export const momentZh = (instant: string): string => written(instant, recorded);

/** The same without its year, beside what is going on now: `11月24日 10:32`. */
export const recentZh = (instant: string): string =>
  written(instant, (at) => `${formatDayZh(shanghaiDate(at))} ${formatTime(at)}`);

/** The day of an instant of the wire: `11月24日（周二）`. */
export const dayZh = (instant: string): string => written(instant, (at) => formatDateZh(shanghaiDate(at)));

/** `已自动保存 10:32`; with its day when that is not today. `now` in epoch milliseconds. */
export const savedZh = (instant: string, now: number): string =>
  written(instant, (at) => `已自动保存 ${shanghaiDate(at) === shanghaiDate(now) ? formatTime(at) : recorded(at)}`);

/** The end of a day that still counts: `12月13日（周日）24:00`. */
export const dayEndZh = (date: string): string => `${formatDateZh(date)}24:00`;

/**
 * The last moment before an exclusive closing instant (epoch milliseconds): `12月13日（周日）24:00`. Midnight is told as the end of the
 * day before, which nobody misreads.
 */
export const lastMomentZh = (closesAt: number): string =>
  formatTime(closesAt) === '00:00'
    ? dayEndZh(shanghaiDate(closesAt - 1))
    : `${formatDateZh(shanghaiDate(closesAt))}${formatTime(closesAt)}`;

/** The same of an instant of the wire. */
export const untilZh = (instant: string): string => written(instant, lastMomentZh);

/**
 * An exclusive closing instant of the wire as a deadline: `12月13日（周日）24:00 截止`, with what is left of it when `now` (epoch
 * milliseconds) is given: `12月13日（周日）24:00 截止，还剩 2 天`, `已于12月13日（周日）24:00 截止`.
 */
export function deadlineZh(instant: string, now?: number): string {
  const deadline = `${untilZh(instant)} 截止`;
  if (now === undefined) return deadline;
  const left = (fromRfc3339(instant) ?? now) - now;
  if (left <= 0) return `已于${deadline}`;
  const days = Math.floor(left / 86_400_000);
  return `${deadline}，${days === 0 ? '剩余不到 1 天' : `还剩 ${days} 天`}`;
}
