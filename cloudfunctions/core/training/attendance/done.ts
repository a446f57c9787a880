import type { Done } from '@shared/training/attendance/completion';
import { courseOf } from '@shared/training/courses';
import type { ClassHead } from '../class/classes';
import type { EnrolmentHead } from '../enrolment/enrolments';
import { attendedOf, type Day } from './days';

/** How somebody in a class did up to now. */
export function doneOf({ course, hours }: ClassHead, days: readonly Day[], one: EnrolmentHead): Done {
  const asked = courseOf(course);
  return {
    attended: attendedOf(days, one.enrolmentId),
    hours,
    needsPlan: asked?.needsPlan === true,
    plan: one.planOk,
    needsTest: asked?.needsTest === true,
    test: one.testOk,
  };
}
