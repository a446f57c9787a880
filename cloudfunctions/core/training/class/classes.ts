import type { ClassState, ClassSubject } from '@shared/training/class/states';
import type { ClassTerms } from '@shared/training/rules';
import { type RawBuilder, sql } from 'kysely';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';

/** A class with what its pages show of it. */
export type ClassHead = ClassSubject & {
  state: ClassState;
  terms: ClassTerms;
  lastDay: string;
  halfDays: number;
  /** Seats that nobody has; one whose offer has run out is free, whatever the clock has tidied up. */
  free: number;
  waiting: number;
  /** Offers that have run out and still stand. */
  overdue: number;
};

/** @param now as of when an offer holds a seat, epoch milliseconds */
export const classes = (now: number, where: RawBuilder<unknown>, rest: RawBuilder<unknown> = sql``) =>
  sql<ClassHead>`select c.id as "classId", c.state, c.version, c.organisation_id as "organisationId",
    o.name_zh as "organisationZh", c.course, c.title, c.room, c.hours, c.capacity, c.starts_at as "startsAt", c.terms,
    c.topic_id as "topicId", d.last_day as "lastDay", d.half_days as "halfDays",
    c.capacity - e.taken as free, e.waiting, e.overdue
    from training_class c join organisation o on o.id = c.organisation_id
    cross join lateral (select max(h.day) as last_day, count(*)::int as half_days
      from class_half_day h where h.class_id = c.id) d
    cross join lateral (select count(*) filter (where e.seat is not null
        and (e.offer_ends_at is null or e.offer_ends_at > ${at(now)}))::int as taken,
      count(*) filter (where e.state = 'waitlisted')::int as waiting,
      count(*) filter (where e.offer_ends_at <= ${at(now)})::int as overdue
      from enrolment e where e.class_id = c.id) e
    where ${where} ${rest}`;

/** The class that a call is about. A change locks its row first: whoever takes or gives up a seat does it one after the other. */
export const classOf: Load<{ classId: string }, ClassHead> = async (call, { classId }, lock) => {
  if (lock) await lockClass(call, classId);
  return readClass(call, classId);
};

/** In a statement of its own: what is read after it is read as it stands once the lock is held. */
export const lockClass = (call: Call, classId: string) =>
  sql`select from training_class where id = ${classId} for update`.execute(call.db);

export const readClass = async (call: Call, classId: string): Promise<ClassHead | null> =>
  (await classes(call.now, sql`c.id = ${classId}`).execute(call.db)).rows[0] ?? null;
