import type { Done } from '@shared/training/attendance/completion';
import type { ClassHead } from '../class/classes';
import type { EnrolmentHead } from '../enrolment/enrolments';
import { attendedOf, type Day } from './days';

/** How somebody in a class did up to now. */
export function doneOf({ terms, hours }: ClassHead, days: readonly Day[], one: EnrolmentHead): Done {
  const {
    course: { needsPlan, needsTest },
    attendancePercent: percent,
  } = terms;
  return {
    attended: attendedOf(days, one.enrolmentId),
    hours,
    percent,
    needsPlan,
    plan: one.planOk,
    needsTest,
    test: one.testOk,
  };
}
