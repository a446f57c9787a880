import type { EntryCommand } from '../../entry/states';
import type { EntrySubject } from '../../entry/subject';
import type { Fault } from '../one-time-notice';
import type { DecisionState } from './states';

/** The moves of an entry that are decisions: they are made ten minutes after they were taken. */
export const decidingMoves = ['approve', 'return', 'reject', 'transfer'] as const satisfies readonly EntryCommand[];
export type DecidingMove = (typeof decidingMoves)[number];

export const isDecidingMove = (move: string): move is DecidingMove =>
  (decidingMoves as readonly string[]).includes(move);

/** What was decided, frozen as it was judged: nothing of it is asked again but rights. */
export type Decided =
  | { move: 'approve' }
  | {
      move: 'return';
      message: string;
      faults: readonly Fault[];
      /** It concerns what the team did not touch, so that only the lead may send it (rules §2.4). */
      leadsOnly: boolean;
    }
  | { move: 'reject'; reason: string }
  | { move: 'transfer'; toContestId: string; trackCode: string; reason: string };

/** What the team will read of a decision. */
export const wordsOf = (decided: Decided): string => {
  if (decided.move === 'return') return decided.message;
  return decided.move === 'approve' ? '' : decided.reason;
};

/** A decision on an entry, as the rules see it. Instants in epoch milliseconds. */
export type DecisionSubject = {
  decisionId: string;
  state: DecisionState;
  version: number;
  decidedBy: string;
  /** From when on it is made, exclusive for whoever takes it back; null while its signature is missing. */
  effectiveAt: number | null;
  /** Besides whoever decided, the region has another lead who may sign. */
  hasOtherLead: boolean;
  entry: EntrySubject;
};
