import { officialCalendar } from '../../../kernel/holidays';
import { dayEndZh } from '../../../kernel/moment-words';
import { type Refusal, refuse } from '../../../kernel/result';
import { endOfDayExclusive } from '../../../kernel/shanghai';
import { dueOf } from '../../application/clock';
import type { ApplicationSubject } from '../../application/subject';

/** Nobody is removed before the days are over that were given to put things right. */
export function refuseEarlyRemoval({ clocks }: ApplicationSubject, now: number): Refusal | null {
  const due = clocks.notice ? dueOf(clocks.notice, officialCalendar) : null;
  if (due !== null && now >= endOfDayExclusive(due.due)) return null;
  return refuse(
    'INCUBATOR_PLACE_NOTICE_RUNS',
    due === null ? '整改期限还没有开始' : `整改期限到${dayEndZh(due.due, now)}，过后才能清退`,
  );
}
