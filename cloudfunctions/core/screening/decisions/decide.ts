import { standingOf } from '@shared/cases/standing';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { toShanghai } from '@shared/kernel/shanghai';
import { decisionLifecycle } from '@shared/screening/decision/lifecycle';
import { needsSignature, signaturesOf } from '@shared/screening/decision/signatures';
import type { Decided, DecidingMove } from '@shared/screening/decision/subject';
import { effectiveFrom, secondsUntil } from '@shared/screening/decision/term';
import { begin } from '../../cases/begin';
import { insistMovable, type Moved, move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import type { EntryHead } from '../../entry/queries';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { decisionNoun } from './decision-moves';
import { type DecisionHead, decisionOn } from './decision-rows';
import { insistUndecided } from './undecided';

type Order = { command: DecidingMove; version: number; input?: { reason?: string }; batchId?: string | null };

/**
 * Judges a decision as its move would be judged now, freezes what was decided, and makes a row of it: the entry stays as it is. Where the edition
 * wants a second signature, it waits for that.
 * @param judge answers what is decided; throws Refused with what speaks against it
 */
export async function decide(call: Call, entry: EntryHead, order: Order, judge: () => Promise<Decided>) {
  await insistMovable(call, entryNoun, entry, order);
  await insistUndecided(call, entry);
  const decided = await judge();
  const effectiveAt = effectiveFrom(call.now);
  const decisionId = await begin(
    call,
    decisionNoun,
    {
      entry_id: entry.entryId,
      entry_version: entry.version,
      decided: json(decided),
      decided_by: me(call),
      decided_at: at(call.now),
      effective_at: at(effectiveAt),
      batch_id: order.batchId ?? null,
    },
    { entryId: entry.entryId, move: decided.move },
  );
  const { initial } = decisionLifecycle;
  if (!needsSignature(signaturesOf(entry), decided.move))
    return asDecided(call, entry, { decisionId, state: initial, version: 1, effectiveAt });
  const decision = await decisionOn(call, entry, decisionId);
  if (!decision) throw new Error('A decision is gone as soon as it was taken.');
  const asked = await move(call, decisionNoun, decision, { command: 'askSignature', version: 1 }, async () => ({
    set: { effective_at: null },
  }));
  return asDecided(call, entry, {
    ...decision,
    ...(asked as Pick<DecisionHead, 'state' | 'version'>),
    effectiveAt: null,
  });
}

/** How an entry and the decision on it stand after an act. `moved`: how the entry now stands, when it was moved. */
export function asDecided(
  call: Call,
  entry: EntryHead,
  decision: Pick<DecisionHead, 'decisionId' | 'state' | 'version' | 'effectiveAt'>,
  moved?: Moved<'entryId'>,
) {
  const { entryId, version } = entry;
  const { state, stateZh } = standingOf(entryLifecycle, entry.state, 'staff');
  const { effectiveAt } = decision;
  return {
    ...(moved ?? { entryId, state, stateZh, version }),
    decision: {
      decisionId: decision.decisionId,
      state: decision.state,
      stateZh: decisionLifecycle.labelOf(decision.state, 'staff'),
      version: decision.version,
      effectiveAt: effectiveAt === null ? null : toShanghai(effectiveAt),
      secondsLeft: effectiveAt === null ? null : secondsUntil(effectiveAt, call.now),
    },
  };
}
