import { formatDateZh, formatTime, fromRfc3339, shanghaiDate } from '@shared/kernel/shanghai';

/** `2026-12-14（周一）00:00`; midnight as an end is told as the evening before, which is how people mean it. */
export function deadlineZh(instant: string): string {
  const at = fromRfc3339(instant);
  if (at === null) return instant;
  if (formatTime(at) === '00:00') return `${formatDateZh(shanghaiDate(at - 1000))}24:00`;
  return `${formatDateZh(shanghaiDate(at))}${formatTime(at)}`;
}

export function dayZh(instant: string): string {
  const at = fromRfc3339(instant);
  return at === null ? instant : formatDateZh(shanghaiDate(at));
}
