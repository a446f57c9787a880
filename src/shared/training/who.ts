import { type Actor, organisationsOf } from '../kernel/actor';
import { allOf, anyOf, cityOnly, holdsAnywhere, not, rule } from '../kernel/define-access';
import type { ClassSubject } from './class/states';
import type { EnrolmentSubject } from './enrolment/states';

/** Who may do what with classes and whoever is in them: lifecycles and access tables name these. */

/** Whether somebody trains for this organisation. */
export const trainsFor = (actor: Actor, organisationId: string): boolean =>
  organisationsOf(actor, 'trainer').includes(organisationId);

/** The trainer whose class it is. */
export const trainer = rule<Pick<ClassSubject, 'organisationId'>>(
  '本机构培训人员',
  (actor, { organisationId }) => trainsFor(actor, organisationId),
  { code: 'TRAINING_NOT_YOURS', reason: '没有找到这个班，请返回工作台', hidden: true },
);

export const trainerAnywhere = holdsAnywhere('trainer');
export const city = cityOnly;

/** The city, but for whoever trains for the class's own organisation. */
export const cityOfOthers = allOf(
  cityOnly,
  not<Pick<ClassSubject, 'organisationId'>>(trainer, '不是本机构人员', {
    code: 'TRAINING_OWN',
    reason: '这是您任职的机构办的班，应当回避，请由另一位市级统筹人员确认',
  }),
);

/** Trainer or city; the supervisor looks on. */
export const trainerOrCity = anyOf(trainer, cityOnly);
export const readsDesk = anyOf(trainer, cityOnly, holdsAnywhere('auditor'));
export const looksAtDesks = anyOf(trainerAnywhere, cityOnly, holdsAnywhere('auditor'));

/** Whoever enrolled. */
export const enrolled = rule<Pick<EnrolmentSubject, 'personId'>>(
  '报名人',
  (actor, { personId }) => actor.personId === personId,
  { code: 'TRAINING_ENROLMENT_NOT_YOURS', reason: '没有找到这个报名，请返回培训班', hidden: true },
);

/** A trainer finishes nobody's class with themselves in it. */
export const trainerOfOthers = allOf(
  trainer,
  not<Pick<EnrolmentSubject, 'personId'>>(enrolled, '不是本人', {
    code: 'TRAINING_OWN',
    reason: '这是您自己的报名，应当回避',
  }),
);
