import { formatDateZh, formatTime, shanghaiDate } from '../kernel/shanghai';
import type { EntryFacts } from './notice';

/** `「蒲县山货直供」（XH2026-141033-0007）`; the number only once there is one. */
export const named = ({ title, reference }: EntryFacts): string =>
  reference === null ? `「${title}」` : `「${title}」（${reference}）`;

/**
 * An exclusive closing instant (milliseconds) in words: `2026-12-01（周二）24:00`. Midnight is told as the end of the day before,
 * which nobody misreads.
 */
export const closing = (instant: number): string =>
  formatTime(instant) === '00:00'
    ? `${formatDateZh(shanghaiDate(instant - 1))}24:00`
    : `${formatDateZh(shanghaiDate(instant))}${formatTime(instant)}`;

/** `预计2026-12-01（周二）前给出结果。`, or nothing when no clock runs. */
export const resultBy = ({ reviewDue }: EntryFacts): string =>
  reviewDue === null ? '' : `预计${formatDateZh(reviewDue)}前给出结果。`;

/** `请在2026-12-01（周二）前完成审核。` */
export const reviewBy = ({ reviewDue }: EntryFacts): string =>
  reviewDue === null ? '请及时受理。' : `请在${formatDateZh(reviewDue)}前完成审核。`;

/** A reason as its own sentence, whether or not it was written as one. */
export const because = (word: string, reason: string | null): string =>
  reason === null ? '' : `${word}：${reason.replace(/[。；.;\s]+$/, '')}。`;
