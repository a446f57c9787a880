import type { EnrolmentSubject } from '@shared/training/enrolment/states';
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';
import { lockClass } from '../class/classes';

/** An enrolment with what pages show of its row. */
export type EnrolmentHead = EnrolmentSubject & {
  name: string | null;
  rank: number;
  askedAt: number;
  seat: number | null;
  voucherId: string | null;
  planOk: boolean | null;
  testOk: boolean | null;
};

export const enrolments = (where: RawBuilder<unknown>, rest: RawBuilder<unknown> = sql``) =>
  sql<EnrolmentHead>`select e.id as "enrolmentId", e.class_id as "classId", c.organisation_id as "organisationId",
    e.person_id as "personId", c.title, c.starts_at as "startsAt", e.offer_ends_at as "offerEndsAt", e.state, e.version,
    e.name, e.rank, e.asked_at as "askedAt", e.seat, e.voucher_id as "voucherId", e.plan_ok as "planOk",
    e.test_ok as "testOk"
    from enrolment e join training_class c on c.id = e.class_id where ${where} ${rest}`;

/** Whoever stands in a line, in turn. */
export const inTurn = sql`order by e.rank, e.asked_at, e.id`;

export const readEnrolments = async (
  call: Call,
  where: RawBuilder<unknown>,
  rest?: RawBuilder<unknown>,
): Promise<EnrolmentHead[]> => (await enrolments(where, rest).execute(call.db)).rows;

/** The one that a call is about. A change locks its class first, as all who take or give up a seat do. */
export const enrolmentOf: Load<{ enrolmentId: string }, EnrolmentHead> = async (call, { enrolmentId }, lock) => {
  if (lock) {
    const of = await call.db
      .selectFrom('enrolment')
      .select('class_id')
      .where('id', '=', enrolmentId)
      .executeTakeFirst();
    if (!of) return null;
    await lockClass(call, of.class_id);
  }
  const [found] = await readEnrolments(call, sql`e.id = ${enrolmentId}`);
  return found ?? null;
};
