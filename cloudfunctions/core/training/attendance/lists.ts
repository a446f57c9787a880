import { isBlank } from '@shared/kernel/typed/unseen';
import { listShut } from '@shared/training/attendance/list';
import { trainingContract } from '@shared/training/contract';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type ClassHead, classOf } from '../class/classes';
import { tidy } from '../class/seats';
import { type EnrolmentHead, readEnrolments } from '../enrolment/enrolments';
import { inClass } from './codes';
import { type Day, readDays } from './days';

/** Whether its lists are still kept. */
export const isRunning = ({ state }: Pick<ClassHead, 'state'>): boolean => state === 'running';

const peopleOf = (call: Call, classId: string) =>
  readEnrolments(call, sql`e.class_id = ${classId} and ${inClass}`, sql`order by e.seat`);

/** Nobody writes down how they did themselves; a colleague does. */
function insistOthers(call: Call, marked: readonly EnrolmentHead[]): void {
  if (marked.some(({ personId }) => personId === me(call)))
    throw new Refused('FORBIDDEN', '其中有您自己的报名，应当回避，请交其他人员登记');
}

/** Keeps who was there. Marks are added and never changed; a correction on the same day says why. */
export const saveAttendance = procedure(
  trainingContract.saveAttendance,
  classOf,
  async (call, { classId, n, version, present, reason }) => {
    const found = await tidy(call, classId);
    const day = (await readDays(call, classId)).find((each) => each.n === n);
    if (!day) throw new Refused('TRAINING_LIST_SHUT');
    const shut = listShut(day, isRunning(found), call.now);
    if (shut !== null) throw new Refused('TRAINING_LIST_SHUT', shut);
    if (day.version !== version) throw new Refused('CASE_STALE');
    const people = await peopleOf(call, classId);
    if (present.some((id) => people.every(({ enrolmentId }) => enrolmentId !== id)))
      throw new Refused('TRAINING_NOT_IN_CLASS');
    const marks = people
      .map(({ enrolmentId }) => ({ enrolmentId, is: present.includes(enrolmentId) }))
      .filter(({ enrolmentId, is }) => day.savedAt === null || is !== day.present.includes(enrolmentId));
    insistOthers(
      call,
      people.filter(({ enrolmentId }) => marks.some((mark) => mark.enrolmentId === enrolmentId)),
    );
    if (day.savedAt !== null && marks.length > 0 && isBlank(reason))
      throw new Refused('TRAINING_REASON_MISSING', undefined, { reason: '请写明更正的原因' });
    await keep(call, classId, day, marks, reason);
    return { n, version: version + 1 };
  },
);

async function keep(
  call: Call,
  classId: string,
  day: Day,
  marks: ReadonlyArray<{ enrolmentId: string; is: boolean }>,
  reason: string,
): Promise<void> {
  const { n } = day;
  if (marks.length > 0)
    await call.db
      .insertInto('attendance_mark')
      .values(
        marks.map(({ enrolmentId, is }) => ({
          id: call.newId(),
          class_id: classId,
          n,
          enrolment_id: enrolmentId,
          version: day.version + 1,
          present: is,
          marked_by: me(call),
          marked_at: at(call.now),
          reason: reason.trim() || null,
        })),
      )
      .execute();
  await call.db
    .updateTable('class_half_day')
    .set({ version: day.version + 1, saved_at: at(day.savedAt ?? call.now) })
    .where('class_id', '=', classId)
    .where('n', '=', n)
    .execute();
  await audit(call, `training-class:${classId}`, 'training/saveAttendance', { n, marks: marks.length });
}

/** Writes down how plan and test of somebody came out, until the class is finished. */
export const judge = procedure(
  trainingContract.judge,
  classOf,
  async (call, { classId, enrolmentId, plan, test }, found) => {
    const one = (await peopleOf(call, classId)).find((each) => each.enrolmentId === enrolmentId);
    if (!one || !isRunning(found)) throw new Refused('TRAINING_NOT_IN_CLASS');
    insistOthers(call, [one]);
    await call.db
      .updateTable('enrolment')
      .set({ plan_ok: plan, test_ok: test })
      .where('id', '=', enrolmentId)
      .execute();
    await audit(call, `enrolment:${enrolmentId}`, 'training/judge', { plan, test });
    return { ok: true as const };
  },
);
