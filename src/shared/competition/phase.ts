export type PhaseState = 'before' | 'open' | 'closed';

/** From its opening to its closing instant, which is exclusive; in epoch milliseconds. */
export type Span = { opensAt: number; closesAt: number };

/** Where `now` stands to a phase. */
export function phaseState({ opensAt, closesAt }: Span, now: number): PhaseState {
  if (now < opensAt) return 'before';
  return now < closesAt ? 'open' : 'closed';
}

/** How a phase is spoken of that a contest has not, or not yet: it is not open. `报名时间待定` */
export const undecidedZh = (zh: string): string => `${zh}时间待定`;

/** The span of a phase that was joined and may be missing. */
export const spanOf = (opensAt: number | null, closesAt: number | null): Span | null =>
  opensAt === null || closesAt === null ? null : { opensAt, closesAt };
