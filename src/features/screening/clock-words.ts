import { officialCalendar } from '@shared/kernel/holidays';
import { formatDateZh } from '@shared/kernel/shanghai';
import { workdaysLeft } from '@shared/kernel/workdays';

export type Clock = { dueDate: string | null; workdaysLeft: number | null; provisional: boolean; overdue?: boolean };
export type ClockWords = { words: string; tone: 'neutral' | 'warn' | 'error' };

/**
 * A term in working days, for the one whose turn it is.
 * @param today in Asia/Shanghai, `YYYY-MM-DD`; counts the working days since the term ran out
 */
export function clockWords(clock: Clock, today: string): ClockWords | null {
  if (clock.dueDate === null) return null;
  const suffix = clock.provisional ? '（时限暂定）' : '';
  if (clock.overdue ?? clock.dueDate < today) {
    const days = workdaysLeft(clock.dueDate, today, officialCalendar);
    return { words: `${days > 0 ? `已超期 ${days} 个工作日` : '已超期'}${suffix}`, tone: 'error' };
  }
  const left = clock.workdaysLeft ?? 0;
  if (left === 0) return { words: `今天到期${suffix}`, tone: 'warn' };
  return { words: `还剩 ${left} 个工作日${suffix}`, tone: left === 1 ? 'warn' : 'neutral' };
}

/** The last day of a term, in full. */
export const dueWords = (dueDate: string): string => `${formatDateZh(dueDate)}截止`;
