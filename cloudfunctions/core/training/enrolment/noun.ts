import { enrolmentLifecycle } from '@shared/training/enrolment/lifecycle';
import type { EnrolmentCommand, EnrolmentState, EnrolmentSubject } from '@shared/training/enrolment/states';
import type { EnrolmentTold, TrainingEvents } from '@shared/training/events';
import type { Updateable } from 'kysely';
import type { Noun } from '../../cases/noun';
import type { Owner } from '../../forms/sealed-values';
import type { Database } from '../../platform/schema';

/** Enrolments as the ground moves them. */
export const enrolmentNoun: Noun<{
  state: EnrolmentState;
  command: EnrolmentCommand;
  subject: EnrolmentSubject;
  event: keyof TrainingEvents;
  key: 'enrolmentId';
  columns: Updateable<Database['enrolment']>;
  facts: EnrolmentTold;
}> = {
  lifecycle: enrolmentLifecycle,
  table: 'enrolment',
  key: 'enrolmentId',
  news: (_event, { subject, facts }) => {
    const { enrolmentId, classId, personId, title, startsAt } = subject;
    return { enrolmentId, classId, personId, title, startsAt, untilAt: null, ...facts } as never;
  },
};

/** An enrolment as the owner of sealed values. */
export const enrolmentOwner = (enrolmentId: string): Owner => ({ kind: enrolmentLifecycle.name, id: enrolmentId });

/** What a seat that was given up leaves behind: nothing. */
export const seatless = { seat: null, offer_ends_at: null, voucher_id: null };
