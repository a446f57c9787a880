export type PhaseKind = 'signUp' | 'screening';
export type PhaseState = 'before' | 'open' | 'closed';

export const phaseZh: Record<PhaseKind, string> = { signUp: '报名', screening: '资格审核' };

/** Where `now` stands to a phase; the closing instant is exclusive. All in epoch milliseconds. */
export function phaseState(phase: { opensAt: number; closesAt: number }, now: number): PhaseState {
  if (now < phase.opensAt) return 'before';
  return now < phase.closesAt ? 'open' : 'closed';
}
