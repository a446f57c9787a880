import { fromRfc3339 } from '@shared/kernel/shanghai';

/** Whole days until an instant, as words for the timetable. The closing instant is exclusive. */
export function daysLeftZh(instant: string, now: number): string {
  const at = fromRfc3339(instant) ?? now;
  if (now >= at) return '已截止';
  const days = Math.floor((at - now) / 86_400_000);
  return days === 0 ? '今天截止' : `还剩 ${days} 天`;
}
