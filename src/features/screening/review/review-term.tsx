import { termDeadlineZh, termTone } from '@shared/kernel/term-words';
import { WorkingDayTicks } from '../../../ui/figures/working-day-ticks';
import { Tag } from '../../../ui/tag';
import type { Review } from './marks/mark-keeper';

/** The term that runs, as one tick a working day and in words; the words alone where its length is not known. */
export function ReviewTerm({ review }: { review: Review }) {
  const { dueDate, termDays, workdaysLeft, workdaysOver } = review;
  if (dueDate === null) return null;
  const words = termDeadlineZh(dueDate, review);
  if (termDays === null || workdaysLeft === null) return <Tag tone={termTone(review)}>{words}</Tag>;
  return <WorkingDayTicks total={termDays} left={workdaysLeft} over={workdaysOver} words={words} />;
}
