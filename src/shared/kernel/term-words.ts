import { dayEndZh } from './moment-words';

/** A term in working days as the server counted it; see `termAt`. */
export type Term = { workdaysLeft: number | null; workdaysOver: number | null; provisional: boolean };

/** A term in words for whoever's turn it is; null where nothing is due. `provisional`: no official holiday table yet. */
export function termWords(term: Term): string | null {
  if (term.workdaysLeft === null) return null;
  const suffix = term.provisional ? '（时限暂定）' : '';
  if (term.workdaysOver === 0) return `已超期${suffix}`;
  if (term.workdaysOver !== null) return `已超期 ${term.workdaysOver} 个工作日${suffix}`;
  return term.workdaysLeft === 0 ? `今天到期${suffix}` : `还剩 ${term.workdaysLeft} 个工作日${suffix}`;
}

/** The last day of a term (`YYYY-MM-DD`) with what is left of it in working days: `12月1日（周二）24:00 截止，还剩 3 个工作日`. */
export function termDeadlineZh(dueDate: string, term: Term): string {
  const words = termWords(term);
  return `${dayEndZh(dueDate)} 截止${words === null ? '' : `，${words}`}`;
}

/** How it is coloured; the words say the same. */
export function termTone(term: Term): 'neutral' | 'warn' | 'error' {
  if (term.workdaysOver !== null) return 'error';
  return term.workdaysLeft !== null && term.workdaysLeft <= 1 ? 'warn' : 'neutral';
}
