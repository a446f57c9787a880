import { maskName } from '@shared/awards/award-claim/mask-name';
import { standingOf } from '@shared/cases/standing';
import { tellMoves } from '@shared/cases/timeline';
import { hasRoleAnywhere, organisationsOf } from '@shared/kernel/actor';
import type { Side } from '@shared/kernel/define-lifecycle';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { hoursNeeded } from '@shared/training/attendance/completion';
import { isCoded, listShut, unfinishedZh } from '@shared/training/attendance/list';
import { classLifecycle, unannounced } from '@shared/training/class/lifecycle';
import { trainingContract } from '@shared/training/contract';
import { trainerConsent } from '@shared/training/enrolment/consent';
import { enrolmentLifecycle } from '@shared/training/enrolment/lifecycle';
import { orderZh, rankZh } from '@shared/training/enrolment/priority';
import { trainer } from '@shared/training/who';
import { sql } from 'kysely';
import { readMoves } from '../../cases/timeline';
import type { Call } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { attendedOf, readDays } from '../attendance/days';
import { doneOf } from '../attendance/done';
import { isRunning } from '../attendance/lists';
import { passportOf, rankBy } from '../enrolment/brought';
import { closedZh } from '../enrolment/enrol';
import { readEnrolments } from '../enrolment/enrolments';
import { ownView } from '../enrolment/present';
import { usable, vouchersOf } from '../enrolment/vouchers';
import { readTopics } from '../topic/topics';
import { type ClassHead, classes, classOf } from './classes';

const live = sql`c.state in (${sql.join(classLifecycle.statesThat((state) => state.live === true).map((state) => sql.lit(state)))})`;

/** What was held to its end and waits for its trainer's word, as everybody reads it. */
const heldZh = '已上完课，待结业';

const isHeld = ({ state, lastDay }: ClassHead, now: number): boolean =>
  state === 'running' && lastDay < shanghaiDate(now);

export const headView = (found: ClassHead, side: Side, now: number) => ({
  classId: found.classId,
  title: found.title,
  courseZh: found.terms.course.zh,
  organisationZh: found.organisationZh,
  room: found.room,
  ...standingOf(classLifecycle, found.state, side),
  ...(isHeld(found, now) && { stateZh: heldZh }),
  startsAt: toShanghai(found.startsAt),
  lastDay: found.lastDay,
  halfDays: found.halfDays,
  hours: found.hours,
  capacity: found.capacity,
  free: found.free,
  waiting: found.waiting,
});

/** Classes that one can still enrol in or that run. */
export const listClasses = procedure(trainingContract.classes, noSubject, async (call) => {
  const { rows } = await classes(call.now, live, sql`order by c.starts_at, c.id limit 100`).execute(call.db);
  return {
    classes: rows.map((found) => headView(found, 'outside', call.now)),
    topics: await readTopics(call),
    orderZh,
  };
});

/** A class as anybody sees it, with their own part in it. What is only planned is its trainer's and the city's. */
export const getClass = procedure(trainingContract.class, classOf, async (call, { classId }, found) => {
  const side = classLifecycle.side(found, call.actor);
  if (side === 'outside' && unannounced.includes(found.state)) throw new Refused('NOT_FOUND');
  const [moves, own] = [await readMoves(call.db, classId), await ownView(call, classId)];
  return {
    ...headView(found, side, call.now),
    version: found.version,
    course: found.course,
    needsPlan: found.terms.course.needsPlan,
    needsTest: found.terms.course.needsTest,
    hoursNeeded: hoursNeeded(found.hours, found.terms.attendancePercent),
    sourceZh: found.terms.course.sourceZh,
    days: (await readDays(call, classId)).map(({ day, half, hours }) => ({ day, half, hours })),
    closedZh: closedZh(found, call.now),
    reason: moves.find(({ move }) => move === 'cancel')?.reason ?? null,
    own: own?.state === 'attending' && isHeld(found, call.now) ? { ...own, stateZh: heldZh } : own,
    prefill: call.actor === null ? null : await prefillFor(call, found),
  };
});

async function prefillFor(call: Call, { organisationZh }: ClassHead) {
  const passport = await passportOf(call);
  const voucher = usable(await vouchersOf(call), call.now);
  const { version, zh, bodyZh, fieldsZh = '' } = trainerConsent(organisationZh);
  return {
    name: passport.name,
    phoneMasked: passport.phoneMasked,
    sourceZh: passport.reference === null ? null : `报名表 ${passport.reference}`,
    rankZh: rankZh[rankBy(passport, false)] ?? '',
    voucherUntil: voucher === null ? null : shanghaiDate(voucher.endsAt - 1),
    consent: { version, zh, bodyZh, fieldsZh },
  };
}

/** Classes of one's own organisations; to the city and the supervisor all. */
export const getDesk = procedure(trainingContract.desk, noSubject, async (call) => {
  const { actor } = call;
  const all = hasRoleAnywhere(actor, 'cityStaff') || hasRoleAnywhere(actor, 'auditor');
  const own = organisationsOf(actor, 'trainer');
  const where = all ? sql`true` : sql`c.organisation_id = any(${own}::uuid[])`;
  const { rows } = await classes(call.now, where, sql`order by c.id desc limit 100`).execute(call.db);
  return {
    classes: rows.map((found) => headView(found, 'staff', call.now)),
    topics: await readTopics(call),
    proposes: hasRoleAnywhere(actor, 'trainer'),
    opens: hasRoleAnywhere(actor, 'cityStaff'),
  };
});

/** A class as it is held. Names and phones (covered) are its trainer's; who looks on sees masked names. */
export const getClassDesk = procedure(trainingContract.classDesk, classOf, async (call, { classId }, found) => {
  const holds = trainer.decide(call.actor, found).ok;
  const days = await readDays(call, classId);
  const people = await readEnrolments(
    call,
    sql`e.class_id = ${classId} and e.state <> 'cancelled'`,
    sql`order by e.seat nulls last, e.rank, e.asked_at, e.id`,
  );
  const phones = holds ? await phonesIn(call, classId) : new Map<string, string>();
  const seated = people.filter(({ seat, offerEndsAt }) => seat !== null && offerEndsAt === null);
  return {
    ...headView(found, 'staff', call.now),
    version: found.version,
    course: found.course,
    needsPlan: found.terms.course.needsPlan,
    needsTest: found.terms.course.needsTest,
    hoursNeeded: hoursNeeded(found.hours, found.terms.attendancePercent),
    holds,
    days: days.map(({ savedAt, ...day }) => ({
      ...day,
      savedAt: savedAt === null ? null : toShanghai(savedAt),
      shutZh: listShut({ ...day, savedAt }, isRunning(found) || found.startsAt <= call.now, call.now),
      coded: isCoded(day, call.now),
    })),
    people: people.map((one) => ({
      enrolmentId: one.enrolmentId,
      version: one.version,
      ...standingOf(enrolmentLifecycle, one.state, 'staff'),
      ...(one.state === 'attending' && isHeld(found, call.now) && { stateZh: heldZh }),
      name: one.name === null || one.seat === null ? null : holds ? one.name : maskName(one.name),
      phoneMasked: one.seat === null ? null : (phones.get(one.enrolmentId) ?? null),
      seat: one.seat,
      rankZh: rankZh[one.rank] ?? '',
      voucher: one.voucherId !== null,
      offerEndsAt: one.offerEndsAt === null ? null : toShanghai(one.offerEndsAt),
      hours: attendedOf(days, one.enrolmentId),
      plan: one.planOk,
      test: one.testOk,
    })),
    unfinishedZh: unfinishedZh(
      days,
      seated.map((one) => doneOf(found, days, one)),
    ),
    moves: classLifecycle.movesFor(found, call.actor, call.now),
    timeline: tellMoves(classLifecycle, await readMoves(call.db, classId), 'staff', () => ''),
  };
});

async function phonesIn(call: Call, classId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; masked: string }>`select e.id, v.masked from enrolment e
    join sealed_value v on v.subject_id = e.id and v.field = 'person.phone' where e.class_id = ${classId}`.execute(
    call.db,
  );
  return new Map(rows.map(({ id, masked }) => [id, masked]));
}
