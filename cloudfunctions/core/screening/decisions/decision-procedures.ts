import { screeningContract } from '@shared/screening/contract';
import type { DecisionCommand, DecisionState } from '@shared/screening/decision/states';
import { effectiveFrom } from '@shared/screening/decision/term';
import { move } from '../../cases/move';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { asDecided } from './decide';
import { decisionNoun } from './decision-moves';
import { type DecisionHead, decisionOf } from './decision-rows';
import { makeDecision } from './make-decision';

type Order = { command: DecisionCommand; version: number; input?: { reason?: string } };

/** Moves a decision and leaves its entry where it is. `effectiveAt`: from when on it then stands, in epoch milliseconds. */
async function moveAlone(call: Call, decision: DecisionHead, order: Order, effectiveAt: number | null = null) {
  const { version, state } = await move(call, decisionNoun, decision, order, async () =>
    effectiveAt === null
      ? {}
      : { set: { signed_by: me(call), signed_at: at(call.now), effective_at: at(effectiveAt) } },
  );
  return asDecided(call, decision.entry, { ...decision, version, state: state as DecisionState, effectiveAt });
}

/** Takes a decision back before it stands; nobody outside the desk ever knows of it, and what was typed stays in its row. */
export const takeBack = procedure(screeningContract.takeBack, decisionOf, (call, { version }, decision) =>
  moveAlone(call, decision, { command: 'takeBack', version }),
);

/** The second signature; the decision stands ten minutes later. */
export const sign = procedure(screeningContract.sign, decisionOf, (call, { version }, decision) =>
  moveAlone(call, decision, { command: 'sign', version }, effectiveFrom(call.now)),
);

/** The second person does not agree; whoever decided is told and goes on with the entry. */
export const refuseSignature = procedure(
  screeningContract.refuseSignature,
  decisionOf,
  (call, { version, reason }, decision) => moveAlone(call, decision, { command: 'refuse', version, input: { reason } }),
);

/** Makes a decision now, without waiting for its ten minutes. */
export const sendNow = procedure(screeningContract.sendNow, decisionOf, async (call, { version }, decision) => {
  const moved = await makeDecision(call, decision, version);
  const made = { ...decision, state: 'made' as const, version: version + 1, effectiveAt: null };
  return asDecided(call, decision.entry, made, moved);
});
