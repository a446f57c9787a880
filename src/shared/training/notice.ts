import type { NoticeOf } from '../kernel/define-notice';
import type { ClassTold, EnrolmentTold, TrainingEvents } from './events';

/** Who is told: whoever enrolled, all who are in a class, all who asked for its topic, its trainer, the city. */
export type TrainingAudiences = {
  enrolledPerson: { personId: string };
  classMembers: { classId: string };
  topicWishers: { topicId: string | null };
  classTrainers: { organisationId: string };
  classCity: { classId: string };
};

export type TrainingNotice = NoticeOf<TrainingEvents, TrainingAudiences>;

export const sampleClass: ClassTold = {
  classId: '01930000-0000-7000-8000-000000000001',
  organisationId: '01930000-0000-7000-8000-000000000002',
  organisationZh: '演示创业培训学校',
  title: '创办你的企业（SYB）第 1 期',
  room: '尧都区培训楼 301 室',
  startsAt: Date.UTC(2026, 11, 7, 0, 30),
  topicId: '01930000-0000-7000-8000-000000000003',
};

export const sampleEnrolment: EnrolmentTold = {
  enrolmentId: '01930000-0000-7000-8000-000000000004',
  classId: '01930000-0000-7000-8000-000000000001',
  personId: '01930000-0000-7000-8000-000000000005',
  title: '创办你的企业（SYB）第 1 期',
  startsAt: Date.UTC(2026, 11, 7, 0, 30),
  untilAt: Date.UTC(2026, 11, 3, 0),
};
