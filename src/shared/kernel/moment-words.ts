import { formatDateZh, formatTime, fromRfc3339, shanghaiDate } from './shanghai';

const written = (instant: string, write: (at: number) => string): string => {
  const at = fromRfc3339(instant);
  return at === null ? instant : write(at);
};

/** An instant of the wire (RFC 3339) as people read it: `2026-11-24（周二）10:32`. */
export const momentZh = (instant: string): string =>
  written(instant, (at) => `${formatDateZh(shanghaiDate(at))}${formatTime(at)}`);

/** The day of an instant of the wire: `2026-11-24（周二）`. */
export const dayZh = (instant: string): string => written(instant, (at) => formatDateZh(shanghaiDate(at)));

/** `已自动保存 10:32`; with its day when that is not today. `now` in epoch milliseconds. */
export const savedZh = (instant: string, now: number): string =>
  written(instant, (at) => {
    const day = shanghaiDate(at);
    return `已自动保存 ${day === shanghaiDate(now) ? '' : formatDateZh(day)}${formatTime(at)}`;
  });

/** An exclusive closing instant; midnight is told as the end of the day before, which nobody misreads. */
export const deadlineZh = (instant: string): string =>
  written(instant, (at) =>
    formatTime(at) === '00:00'
      ? `${formatDateZh(shanghaiDate(at - 1000))}24:00`
      : `${formatDateZh(shanghaiDate(at))}${formatTime(at)}`,
  );

/**
 * Whole days until an exclusive closing instant, in words.
 * @param now epoch milliseconds
 */
export function daysLeftZh(instant: string, now: number): string {
  const at = fromRfc3339(instant) ?? now;
  if (now >= at) return '已截止';
  const days = Math.floor((at - now) / 86_400_000);
  return days === 0 ? '不到 1 天' : `还剩 ${days} 天`;
}
