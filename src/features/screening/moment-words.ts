import { formatDateZh, formatTime, fromRfc3339, shanghaiDate } from '@shared/kernel/shanghai';

/** An instant of the wire (RFC 3339) as people read it: `2026-10-15（周四） 09:30`. */
export function momentWords(instant: string): string {
  const ms = fromRfc3339(instant);
  return ms === null ? instant : `${formatDateZh(shanghaiDate(ms))} ${formatTime(ms)}`;
}
