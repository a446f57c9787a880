import { entryLifecycle } from '../entry/lifecycle';
import type { EntryCommand } from '../entry/states';
import type { EntrySubject } from '../entry/subject';
import type { Actor } from '../kernel/actor';
import type { Holder } from '../kernel/define-lifecycle';
import type { Refusal } from '../kernel/result';
import { type Check, type Looked, refuseUnchecked } from './checks';
import type { Mark } from './marks';
import { refuseApproval, refuseReturn } from './one-time-notice';

/** The moves that staff make while screening. */
export const reviewMoves = [
  'claim',
  'release',
  'approve',
  'return',
  'reject',
  'transfer',
  'reopen',
  'recallReturn',
] as const;
export type ReviewMove = (typeof reviewMoves)[number];

export const isReviewMove = (move: EntryCommand): move is ReviewMove =>
  (reviewMoves as readonly EntryCommand[]).includes(move);

/** What a move is judged by: the marks that stand, what the edition wants looked up, and how it was found. */
export type Judged = { marks: readonly Mark[]; checks?: readonly Check[]; looked?: readonly Looked[] };

/** What a reading says against a move; it matters to approving and returning only. */
export function refuseByReading(move: ReviewMove, { marks, checks = [], looked = [] }: Judged): Refusal | null {
  if (move === 'approve') return refuseApproval(marks) ?? refuseUnchecked(checks, looked);
  return move === 'return' ? refuseReturn(marks) : null;
}

/**
 * Why a reviewer's move could not be made now, or null, in the order of the move itself; for a batch, before it runs. Whether the
 * person may review the entry at all is decided before, by the access table.
 * @param now epoch milliseconds
 */
export function refuseMove(
  move: ReviewMove,
  entry: EntrySubject,
  reading: Judged & { holder: Holder; reason?: string },
  who: Actor,
  now: number,
): Refusal | null {
  const held = entryLifecycle.refuseHold(move, entry, who, reading.holder);
  if (held) return held;
  const moved = entryLifecycle.move(move, entry, { reason: reading.reason }, now, who);
  return moved.ok ? refuseByReading(move, reading) : moved;
}
