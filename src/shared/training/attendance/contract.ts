import * as z from 'zod/mini';
import { change, count, done, instant, machineText, text, uuid, version } from '../../kernel/contract';
import { refusedMoves } from '../class/contract';

const halfDay = { classId: uuid, n: count };

export const attendanceContract = {
  /** Makes the code for the room's screen, or tells the one that is still good. */
  showCode: change
    .meta({ change: true, answersAnew: true })
    .input(z.object(halfDay))
    .errors({ TRAINING_NO_CODE_NOW: { status: 422, message: '只有上课当天能出签到码' } })
    .output(z.object({ code: z.string(), endsAt: instant, typed: count, people: count })),
  /** Says by the code on the screen that one is in the room; it helps the trainer's list, and is none. Tries are counted. */
  checkIn: change
    .meta({ change: true, guessable: true })
    .input(z.object({ classId: uuid, code: machineText(20) }))
    .errors({
      TRAINING_CODE_WRONG: { status: 422, message: '签到码不对或已过时，请看屏幕上现在的数字' },
      TRAINING_NOT_IN_CLASS: { status: 422, message: '您不在这个班的名单里，请告诉老师' },
    })
    .output(z.object({ n: count })),
  /** Keeps who was there in a half-day; what was kept is corrected on the same day only, with a reason. */
  saveAttendance: change
    .input(z.object({ ...halfDay, version: count, present: z.array(uuid).check(z.maxLength(60)), reason: text(200) }))
    .errors({
      CASE_STALE: { status: 409, message: '没有办成：考勤刚有变化。请刷新后再办' },
      TRAINING_LIST_SHUT: { status: 422, message: '这个半天的考勤现在不能改' },
      TRAINING_REASON_MISSING: { status: 422, message: '更正考勤请写明原因' },
      TRAINING_NOT_IN_CLASS: { status: 422, message: '名单有变化，请刷新后再办' },
    })
    .output(z.object({ n: count, version: count })),
  /** Writes down how plan and test came out. */
  judge: change
    .input(
      z.object({
        classId: uuid,
        enrolmentId: uuid,
        plan: z.nullable(z.boolean()),
        test: z.nullable(z.boolean()),
      }),
    )
    .errors({ TRAINING_NOT_IN_CLASS: { status: 422, message: '名单有变化，请刷新后再办' } })
    .output(done),
  /** Gives everybody what came of it, and certificates to those who completed it. */
  finish: change
    .input(z.object({ classId: uuid, version }))
    .errors({
      ...refusedMoves,
      TRAINING_UNFINISHED: { status: 422, message: '还不能结业' },
    })
    .output(z.object({ classId: uuid, completed: count, failed: count })),
};
