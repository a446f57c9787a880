import { formatDateZh, formatTime, fromRfc3339, shanghaiDate } from '@shared/kernel/shanghai';

/** `2026-11-24（周二）09:32`. */
export function momentZh(instant: string): string {
  const at = fromRfc3339(instant);
  return at === null ? instant : `${formatDateZh(shanghaiDate(at))}${formatTime(at)}`;
}
