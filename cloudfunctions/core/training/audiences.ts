import type { TrainingAudiences } from '@shared/training/notice';
import { sql } from 'kysely';
import { holdersOf, membersOf } from '../platform/grants';
import type { AudiencesOf } from '../telling/audience';

export const trainingAudiences: AudiencesOf<TrainingAudiences> = {
  enrolledPerson: (facts) => sql`select ${facts.id('personId')} as person_id`,
  // Who only stands in line is told when there is a seat.
  classMembers: (facts) => sql`select e.person_id from enrolment e
    where e.class_id = ${facts.id('classId')} and e.seat is not null`,
  topicWishers: (facts) => sql`select w.person_id from topic_wish w where w.topic_id = ${facts.id('topicId')}`,
  classTrainers: (facts, now) => membersOf('trainer', facts.id('organisationId'), now),
  classCity: (_facts, now) => holdersOf(['cityStaff'], null, now),
};
