import * as z from 'zod/mini';
import { heldMove, offeredMove, staleMove, standing } from '../../cases/contract';
import { entryLifecycle } from '../../entry/lifecycle';
import { change, instant, machineText, text, uuid, version, words } from '../../kernel/contract';
import { secondReturnZh } from '../one-time-notice';
import { decisionLifecycle } from './lifecycle';
import { decidingMoves } from './subject';

/** A decision as the desk reads it, with what was typed, and what its reader may do with it now. */
export const decisionView = z.object({
  decisionId: uuid,
  version,
  ...standing.shape,
  move: z.enum(decidingMoves),
  /** What was decided, in the words of the button. */
  zh: z.string(),
  byZh: z.string(),
  byMe: z.boolean(),
  decidedAt: instant,
  signedByZh: z.nullable(z.string()),
  effectiveAt: z.nullable(instant),
  secondsLeft: z.nullable(z.int()),
  /** Why it was not signed, or could not be made. */
  reason: z.nullable(z.string()),
  /** What the team will read: the message of a return, or the reason. */
  words: z.string(),
  toContestId: z.nullable(z.string()),
  trackCode: z.nullable(z.string()),
  moves: z.array(offeredMove),
});

export const moved = z.object({ entryId: uuid, state: z.string(), stateZh: z.string(), version });
/** How an entry and the decision on it stand after an act. `secondsLeft`: so long it may still be taken back; null while a signature is missing. */
const decided = z.object({
  ...moved.shape,
  decision: z.object({
    decisionId: uuid,
    state: z.string(),
    stateZh: z.string(),
    version,
    effectiveAt: z.nullable(instant),
    secondsLeft: z.nullable(z.int()),
  }),
});
export const refused = {
  ...staleMove(entryLifecycle.zh),
  ...heldMove(entryLifecycle.zh, entryLifecycle.takeFirst ?? ''),
  ENTRY_MOVE_NOT_ALLOWED: { status: 422, message: '项目状态已变，不能这样办。请刷新后再看' },
};
/** An entry that is decided on waits for that: nothing else is done with it. */
export const undecided = { SCREENING_DECIDED: { status: 409, message: '这个项目已有决定，还没有生效' } };
const refusedDecision = {
  ...staleMove(decisionLifecycle.zh),
  DECISION_MOVE_NOT_ALLOWED: { status: 422, message: '决定的状态已变，不能这样办。请刷新后再看' },
  DECISION_EFFECTIVE: { status: 422, message: '决定已经生效，不能再收回' },
};
export const closedPhase = { SCREENING_NOT_OPEN: { status: 422, message: '现在不在审核期内，不能办' } };

const secondReturn = { status: 422, message: secondReturnZh };
const trackNotHere = { status: 422, message: '接收的县（市、区）没有设这个赛道' };
/** What may have come in the way since a decision was judged. */
const lateRefusals = { SCREENING_SECOND_RETURN: secondReturn, ENTRY_TRACK_NOT_HERE: trackNotHere };

/**
 * The four decisions are judged at once and made ten minutes after their last signature; until then the entry stays as it is. Then what is done with
 * a decision meanwhile.
 */
export const decisionContract = {
  /** One-time notice: every section marked `fault` goes out in one letter. */
  return: change
    .input(z.object({ entryId: uuid, version, message: text(500) }))
    .errors({
      ...refused,
      ...closedPhase,
      ...undecided,
      SCREENING_NO_FAULT_MARKED: { status: 422, message: '请先标出需要补正的内容' },
      SCREENING_SECTIONS_UNREAD: { status: 422, message: '退回前请审完每一部分' },
      SCREENING_SECOND_RETURN: secondReturn,
    })
    .output(decided),
  approve: change
    .input(z.object({ entryId: uuid, version }))
    .errors({
      ...refused,
      ...closedPhase,
      ...undecided,
      SCREENING_FAULT_STANDS: { status: 422, message: '还有标为“需要补正”的内容，不能通过' },
      SCREENING_UNCHECKED: { status: 422, message: '请先登记核查结果' },
      SCREENING_LISTED: { status: 422, message: '有登记为“已列入”的名单，不能通过' },
      SCREENING_SECTIONS_UNREAD: { status: 422, message: '请先审完每一部分' },
    })
    .output(decided),
  reject: change
    .input(z.object({ entryId: uuid, version, reason: words(500) }))
    .errors({ ...refused, ...closedPhase, ...undecided })
    .output(decided),
  transfer: change
    .input(
      z.object({ entryId: uuid, version, toContestId: z.string(), trackCode: machineText(60), reason: words(300) }),
    )
    .errors({
      ...refused,
      ...closedPhase,
      ...undecided,
      ENTRY_TRACK_NOT_HERE: trackNotHere,
      SCREENING_SAME_CONTEST: { status: 422, message: '请选择其他县（市、区）' },
    })
    .output(decided),
  /** Takes a decision back before it stands. */
  takeBack: change
    .input(z.object({ decisionId: uuid, version }))
    .errors(refusedDecision)
    .output(decided),
  /** Makes a decision now, without waiting for its ten minutes. */
  sendNow: change
    .meta({ change: true, endsAccess: true })
    .input(z.object({ decisionId: uuid, version }))
    .errors({ ...refused, ...closedPhase, ...refusedDecision, ...lateRefusals })
    .output(decided),
  /** The second signature, where the edition wants one. */
  sign: change
    .input(z.object({ decisionId: uuid, version }))
    .errors({ ...refusedDecision, ...closedPhase })
    .output(decided),
  refuseSignature: change
    .input(z.object({ decisionId: uuid, version, reason: words(300) }))
    .errors(refusedDecision)
    .output(decided),
};
