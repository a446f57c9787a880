import type { Lifecycle, Side, Tone, Waits } from '../kernel/define-lifecycle';

/** Where a case stands, as a page is told (`standing` of the contract). */
export type Standing = {
  state: string;
  stateZh: string;
  tone: Tone;
  waits: Waits | null;
  editable: boolean;
  live: boolean;
};

/** A state as it is shown: whoever is not staff sees the state that is announced instead, and nothing of the true one. */
export function standingOf<State extends string, Facts>(
  lifecycle: Pick<Lifecycle<State, string, never, string, Facts>, 'states' | 'labelOf'>,
  state: State,
  side: Side,
): Standing {
  const shown = side === 'staff' ? state : (lifecycle.states[state].publicAs ?? state);
  const { tone, waits, editable = false, live = false } = lifecycle.states[shown];
  return { state: shown, stateZh: lifecycle.labelOf(shown, side), tone, waits, editable, live };
}
