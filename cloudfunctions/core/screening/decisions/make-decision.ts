import { wordsOf } from '@shared/screening/decision/subject';
import { move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { decisionNoun } from './decision-moves';
import type { DecisionHead } from './decision-rows';
import { sendReturn } from './return';
import { handOver } from './transfer';

/**
 * Makes what was decided: the decision is over and its entry moves, in the name of whoever decided, whose rights are asked again as of now; the
 * review's own term as of the last signature, which was in time. Correction days count from now. The entry must be locked.
 * @param version of the decision, as the caller saw it
 * @returns how the entry now stands
 * Throws Refused with what stands in the way now.
 */
export async function makeDecision(call: Call, decision: DecisionHead, version: number) {
  const { entry, decided, decidedAt, signedAt, decisionId } = decision;
  await move(call, decisionNoun, decision, { command: 'make', version });
  if (entry.version !== decision.entryVersion) throw new Refused('CASE_STALE');
  const order = {
    command: decided.move,
    version: entry.version,
    input: { reason: wordsOf(decided) },
    decidedAt: signedAt ?? decidedAt,
  };
  return move(call, entryNoun, entry, order, async () => {
    const { details, ...changes } = await effectOf(call, decision);
    return { ...changes, details: { ...details, decisionId } };
  });
}

async function effectOf(call: Call, { entry, decided, signedAt, decidedAt }: DecisionHead) {
  if (decided.move === 'return') return sendReturn(call, entry, decided);
  if (decided.move === 'transfer') return handOver(call, entry, decided, signedAt ?? decidedAt);
  return { details: {} };
}
