import { classLifecycle } from '@shared/training/class/lifecycle';
import type { ClassCommand, ClassState, ClassSubject } from '@shared/training/class/states';
import type { ClassTold, TrainingEvents } from '@shared/training/events';
import type { Updateable } from 'kysely';
import type { Noun } from '../../cases/noun';
import type { Database } from '../../platform/schema';

/** Classes as the ground moves them. */
export const classNoun: Noun<{
  state: ClassState;
  command: ClassCommand;
  subject: ClassSubject;
  event: keyof TrainingEvents;
  key: 'classId';
  columns: Updateable<Database['training_class']>;
  facts: ClassTold;
}> = {
  lifecycle: classLifecycle,
  table: 'training_class',
  key: 'classId',
  news: (_event, { subject, facts }) => ({ ...toldOf(subject), ...facts }) as never,
};

export const toldOf = (subject: ClassSubject): ClassTold => {
  const { classId, organisationId, organisationZh, title, room, startsAt, topicId } = subject;
  return { classId, organisationId, organisationZh, title, room, startsAt, topicId };
};
