import { standingOf } from '@shared/cases/standing';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { toShanghai } from '@shared/kernel/shanghai';
import { decisionLifecycle } from '@shared/screening/decision/lifecycle';
import { wordsOf } from '@shared/screening/decision/subject';
import { secondsUntil } from '@shared/screening/decision/term';
import type { Call } from '../../rpc/call';
import type { DecisionHead } from '../decisions/decision-rows';

/** A decision for those who read its entry's review, with the moves that this reader may make with it. */
export function presentDecision(call: Call, decision: DecisionHead) {
  const { decided, effectiveAt, state } = decision;
  const standing = standingOf(decisionLifecycle, state, 'staff');
  return {
    decisionId: decision.decisionId,
    version: decision.version,
    ...standing,
    move: decided.move,
    zh: entryLifecycle.moves[decided.move].label,
    byZh: decision.decidedByZh,
    byMe: decision.decidedBy === call.actor?.personId,
    decidedAt: toShanghai(decision.decidedAt),
    signedByZh: decision.signedByZh,
    effectiveAt: effectiveAt === null ? null : toShanghai(effectiveAt),
    secondsLeft: effectiveAt === null || !standing.live ? null : secondsUntil(effectiveAt, call.now),
    reason: decision.reason,
    words: wordsOf(decided),
    toContestId: decided.move === 'transfer' ? decided.toContestId : null,
    trackCode: decided.move === 'transfer' ? decided.trackCode : null,
    moves: decisionLifecycle.movesFor(decision, call.actor, call.now),
  };
}
