import { toShanghai } from '@shared/kernel/shanghai';
import { toDigits } from '@shared/people/web-sign-in';
import { isCoded } from '@shared/training/attendance/list';
import { trainingContract } from '@shared/training/contract';
import { sql } from 'kysely';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { classOf } from '../class/classes';
import { tidy } from '../class/seats';
import { readEnrolments } from '../enrolment/enrolments';
import { trainingInForce } from '../in-force';
import { readDays } from './days';

const codeLength = 6;

/** Six digits, each as likely as any other. */
function drawDigits(call: Call): string {
  let code = '';
  while (code.length < codeLength)
    for (const byte of call.home.random(codeLength)) if (byte < 250 && code.length < codeLength) code += byte % 10;
  return code;
}

/** The code for the room's screen: one that is good still is told again, so that a page that is opened anew voids nothing. */
export const showCode = procedure(trainingContract.showCode, classOf, async (call, { classId, n }) => {
  await tidy(call, classId);
  const day = (await readDays(call, classId)).find((each) => each.n === n);
  if (!day || !isCoded(day, call.now)) throw new Refused('TRAINING_NO_CODE_NOW');
  const people = await readEnrolments(call, sql`e.class_id = ${classId} and ${inClass}`);
  const counts = { typed: day.typed.length, people: people.length };
  const standing = await call.db
    .selectFrom('class_code')
    .select(['code', 'ends_at'])
    .where('class_id', '=', classId)
    .where('n', '=', n)
    .where(sql<boolean>`ends_at > ${at(call.now)}`)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (standing) return { code: standing.code, endsAt: toShanghai(standing.ends_at), ...counts };
  const { codeMinutes } = await trainingInForce(call.db);
  const endsAt = call.now + codeMinutes * 60_000;
  const code = drawDigits(call);
  await call.db
    .insertInto('class_code')
    .values({ id: call.newId(), class_id: classId, n, code, made_by: me(call), ends_at: at(endsAt) })
    .execute();
  return { code, endsAt: toShanghai(endsAt), ...counts };
});

/** Who has a seat for good: not only offered. */
export const inClass = sql`e.seat is not null and e.offer_ends_at is null`;

/** Says that one is in the room. Typed twice it is the same; it is the trainer who keeps the list. */
export const checkIn = procedure(trainingContract.checkIn, classOf, async (call, { classId, code }) => {
  const found = await call.db
    .selectFrom('class_code')
    .select('n')
    .where('class_id', '=', classId)
    .where('code', '=', toDigits(code))
    .where(sql<boolean>`ends_at > ${at(call.now)}`)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const [mine] = await readEnrolments(call, sql`e.class_id = ${classId} and e.person_id = ${me(call)} and ${inClass}`);
  if (!mine) throw new Refused('TRAINING_NOT_IN_CLASS');
  if (!found) throw new Refused('TRAINING_CODE_WRONG', undefined, { code: '签到码不对或已过时，请看屏幕上现在的数字' });
  await call.db
    .insertInto('class_check_in')
    .values({ enrolment_id: mine.enrolmentId, class_id: classId, n: found.n, at: at(call.now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { n: found.n };
});
