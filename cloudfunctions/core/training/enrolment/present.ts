import { standingOf } from '@shared/cases/standing';
import { tellMoves } from '@shared/cases/timeline';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { trainingContract } from '@shared/training/contract';
import { enrolmentLifecycle, liveEnrolments } from '@shared/training/enrolment/lifecycle';
import { rankZh } from '@shared/training/enrolment/priority';
import { sql } from 'kysely';
import { readMoves } from '../../cases/timeline';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { attendedOf, readDays } from '../attendance/days';
import { inTurn, readEnrolments } from './enrolments';
import { vouchersOf } from './vouchers';

const newest = sql`order by e.id desc`;

/** One's own part in a class: the one that is live, else the newest; null: none. */
export async function ownView(call: Call, classId: string) {
  if (call.actor === null) return null;
  const [mine] = await readEnrolments(
    call,
    sql`e.class_id = ${classId} and e.person_id = ${me(call)}`,
    sql`order by (e.state = any(${liveEnrolments})) desc, e.id desc limit 1`,
  );
  if (!mine) return null;
  const { enrolmentId } = mine;
  const days = await readDays(call, classId);
  const certificate = await call.db
    .selectFrom('training_certificate')
    .select('number')
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst();
  return {
    enrolmentId,
    version: mine.version,
    ...standingOf(enrolmentLifecycle, mine.state, 'own'),
    place: await placeIn(call, mine),
    rankZh: rankZh[mine.rank] ?? '',
    offerEndsAt: mine.offerEndsAt === null ? null : toShanghai(Math.min(mine.offerEndsAt, mine.startsAt)),
    known: mine.name !== null,
    voucher: mine.voucherId !== null,
    hours: attendedOf(days, enrolmentId),
    present: days.filter(({ present }) => present.includes(enrolmentId)).map(({ n }) => n),
    typed: days.filter(({ typed, savedAt }) => savedAt === null && typed.includes(enrolmentId)).map(({ n }) => n),
    plan: mine.planOk,
    test: mine.testOk,
    certificate: certificate?.number ?? null,
    moves: enrolmentLifecycle.movesFor(mine, call.actor, call.now),
    timeline: tellMoves(enrolmentLifecycle, await readMoves(call.db, enrolmentId), 'own', ({ byPerson }) =>
      byPerson === mine.personId ? '您' : '培训机构',
    ),
  };
}

/** The place of somebody in line, 1 first; null: not in line. */
async function placeIn(call: Call, mine: { enrolmentId: string; classId: string }): Promise<number | null> {
  const line = await readEnrolments(call, sql`e.class_id = ${mine.classId} and e.state = 'waitlisted'`, inTurn);
  const place = line.findIndex(({ enrolmentId }) => enrolmentId === mine.enrolmentId);
  return place === -1 ? null : place + 1;
}

export const myTraining = procedure(trainingContract.myTraining, noSubject, async (call) => {
  const own = await readEnrolments(call, sql`e.person_id = ${me(call)}`, sql`${newest} limit 50`);
  const vouchers = await vouchersOf(call);
  return {
    enrolments: own.map(({ enrolmentId, classId, title, state, startsAt, offerEndsAt }) => ({
      enrolmentId,
      classId,
      title,
      ...standingOf(enrolmentLifecycle, state, 'own'),
      startsAt: toShanghai(startsAt),
      offerEndsAt: offerEndsAt === null ? null : toShanghai(offerEndsAt),
    })),
    vouchers: vouchers.map(({ voucherId, awardZh, endsAt, used }) => ({
      voucherId,
      awardZh,
      until: shanghaiDate(endsAt - 1),
      state: used ? ('used' as const) : call.now < endsAt ? ('free' as const) : ('over' as const),
    })),
  };
});
