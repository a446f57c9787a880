import { maskName } from '@shared/awards/award-claim/mask-name';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { shownCode } from '@shared/kernel/typed/spoken-code';
import { outcomeOf } from '@shared/training/attendance/completion';
import { unfinishedZh } from '@shared/training/attendance/list';
import { trainingContract } from '@shared/training/contract';
import { sql } from 'kysely';
import { move } from '../../cases/move';
import { drawCode } from '../../platform/crypto/spoken-code';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type ClassHead, classOf } from '../class/classes';
import { classNoun } from '../class/noun';
import { type EnrolmentHead, readEnrolments } from '../enrolment/enrolments';
import { enrolmentNoun } from '../enrolment/noun';
import { inClass } from './codes';
import { readDays } from './days';
import { doneOf } from './done';

/** Gives everybody what came of it: by the hours of the lists, and plan and test; certificates to those who completed it. */
export const finish = procedure(trainingContract.finish, classOf, async (call, { classId, version }, found) => {
  const days = await readDays(call, classId);
  const people = await readEnrolments(call, sql`e.class_id = ${classId} and ${inClass}`, sql`order by e.seat`);
  const judged = people.map((one) => ({ one, done: doneOf(found, days, one) }));
  const moved = await move(call, classNoun, found, { command: 'finish', version }, async () => {
    const open = unfinishedZh(
      days,
      judged.map(({ done }) => done),
    );
    if (open !== null) throw new Refused('TRAINING_UNFINISHED', `还不能结业：${open}`);
    return {};
  });
  let completed = 0;
  for (const { one, done } of judged) {
    const command = outcomeOf(done);
    if (command === 'unjudged') continue;
    await move(call, enrolmentNoun, one, { command, version: one.version }, async () => ({}));
    if (command !== 'complete') continue;
    completed += 1;
    await certify(call, found, one);
  }
  return { classId: moved.classId, completed, failed: judged.length - completed };
});

/** A number that nobody finds by trying, so that who holds a certificate decides who may look it up. */
async function certify(call: Call, { title, course, organisationZh, hours }: ClassHead, one: EnrolmentHead) {
  const finishedOn = shanghaiDate(call.now);
  await call.db
    .insertInto('training_certificate')
    .values({
      number: `PX${finishedOn.slice(0, 4)}-${shownCode(drawCode((n) => call.home.random(n)))}`,
      enrolment_id: one.enrolmentId,
      name_masked: maskName(one.name ?? ''),
      title,
      course,
      organisation_zh: organisationZh,
      hours,
      finished_on: finishedOn,
    })
    .execute();
}
