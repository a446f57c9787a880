import * as z from 'zod/mini';
import {
  change,
  count,
  cursor,
  date,
  done,
  instant,
  intake,
  machineText,
  phrase,
  read,
  spokenCode,
  uuid,
  version,
} from '../../kernel/contract';
import { refusedMoves } from '../refusals';
import { type LateRefusal, lateCode, lateRefusals, mostLateUses } from './late-code';

const said = (code: LateRefusal) => ({ status: 422, message: lateRefusals[code] });

const refusedCodes = {
  ENTRY_LATE_CODE_UNKNOWN: said('ENTRY_LATE_CODE_UNKNOWN'),
  ENTRY_LATE_CODE_EXPIRED: said('ENTRY_LATE_CODE_EXPIRED'),
  ENTRY_LATE_CODE_USED_UP: said('ENTRY_LATE_CODE_USED_UP'),
  ENTRY_LATE_CODE_USED_BEFORE: said('ENTRY_LATE_CODE_USED_BEFORE'),
  ENTRY_LATE_CODE_VOID: said('ENTRY_LATE_CODE_VOID'),
  ENTRY_LATE_NOT_NEEDED: said('ENTRY_LATE_NOT_NEEDED'),
};

const choice = z.object({ code: z.string(), zh: z.string() });

const codeView = z.object({
  codeId: uuid,
  regionZh: z.string(),
  /** null: any track. */
  trackZh: z.nullable(z.string()),
  reason: z.string(),
  uses: count,
  used: count,
  /** How many of those who came by it have submitted. */
  submitted: count,
  madeBy: z.string(),
  madeAt: instant,
  endsAt: instant,
  /** Whether somebody may still use it; said why not. */
  standZh: z.enum(['可用', '已用完', '已过期', '已作废']),
  /** Whether the reader may make it void. */
  voidable: z.boolean(),
});

/** Codes by which somebody may still enter after sign-up has closed; what came of each stands on record. */
export const lateContract = {
  /** The contests for which the reader may make codes now. */
  lateChoices: read.input(z.object({})).output(
    z.object({
      contests: z.array(
        z.object({
          contestId: z.string(),
          regionZh: z.string(),
          signUpClosesAt: instant,
          /** The latest end of a code: the end of the review; null while that has no time. */
          latestEnd: z.nullable(instant),
          tracks: z.array(choice),
        }),
      ),
    }),
  ),
  /** Makes a code; it is told this once. Sent again, the first is void. */
  makeLateCode: intake
    .meta({ change: true, takesNew: true, answersAnew: true, watched: 'always' })
    .input(
      z.object({
        contestId: machineText(60),
        /** null: any track of the contest. */
        trackCode: z.nullable(machineText(60)),
        /** The last day on which what it opens may be submitted. */
        lastDay: date,
        uses: z.int().check(z.minimum(1), z.maximum(mostLateUses)),
        reason: phrase(100),
      }),
    )
    .errors({
      ENTRY_LATE_WRONG: { status: 422, message: '有内容填写有误，已在下方标红说明' },
      ENTRY_TOO_MANY_LATE_CODES: { status: 422, message: '您有 100 个补报码还没有用完，请先作废不用的' },
    })
    .output(z.object({ codeId: uuid, code: z.string(), endsAt: instant })),
  /** Every code, the newest first, also those that are over: all of them for the city and the supervisor, a region's for its lead. */
  lateCodes: read
    .input(z.object({ cursor }))
    .errors({ CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } })
    .output(z.object({ items: z.array(codeView), next: z.nullable(z.string()) })),
  /** A code that is to be used no more. Whoever came by it keeps the time that they were told. */
  voidLateCode: change
    .meta({ change: true, watched: 'always' })
    .input(z.object({ codeId: uuid }))
    .output(done),
  /** What a code opens for whoever typed it; nothing is used up. Tries are counted. */
  seeLateCode: change
    .meta({ change: true, guessable: true })
    .input(z.object({ code: spokenCode(lateCode) }))
    .errors(refusedCodes)
    .output(
      z.object({
        contestId: z.string(),
        regionZh: z.string(),
        endsAt: instant,
        tracks: z.array(choice),
        groups: z.array(z.object({ code: z.string(), zh: z.string(), hintZh: z.string() })),
        /** The caller's own drafts that can be finished by it. */
        drafts: z.array(z.object({ entryId: uuid, title: z.string(), trackZh: z.string(), version })),
      }),
    ),
  /** Begins a draft by a code. */
  startLate: intake
    .meta({ change: true, takesNew: true, guessable: true, watched: 'always' })
    .input(z.object({ code: spokenCode(lateCode), trackCode: machineText(60), groupCode: machineText(60) }))
    .errors({
      ...refusedCodes,
      ENTRY_TRACK_NOT_HERE: { status: 422, message: '该县（市、区）没有设这个赛道' },
      ENTRY_NO_SUCH_GROUP: { status: 422, message: '没有这个组别' },
      ENTRY_TOO_MANY_DRAFTS: { status: 422, message: '您已有 5 份没有提交的报名，请继续填写其中一份，或删除不用的' },
    })
    .output(z.object({ entryId: uuid })),
  /** Gives a draft the time of a code. */
  admitLate: change
    .meta({ change: true, guessable: true, watched: 'always' })
    .input(z.object({ code: spokenCode(lateCode), entryId: uuid, version }))
    .errors({
      ...refusedMoves,
      ...refusedCodes,
      ENTRY_LATE_ELSEWHERE: said('ENTRY_LATE_ELSEWHERE'),
      ENTRY_LATE_NOT_LONGER: said('ENTRY_LATE_NOT_LONGER'),
    })
    .output(z.object({ entryId: uuid, state: z.string(), stateZh: z.string(), version })),
};
