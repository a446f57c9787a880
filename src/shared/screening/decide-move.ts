import { entryLifecycle } from '../entry/lifecycle';
import type { EntryCommand } from '../entry/states';
import type { EntrySubject } from '../entry/subject';
import type { Actor } from '../kernel/actor';
import type { Refusal } from '../kernel/result';
import { type Holder, refuseHeldByOther, refuseUnclaimed } from './claim';
import type { Mark } from './marks';
import { refuseApproval, refuseReturn } from './one-time-notice';

/** The moves that staff make while screening. */
export const reviewMoves = ['claim', 'release', 'approve', 'return', 'reject', 'transfer', 'reopen'] as const;
export type ReviewMove = (typeof reviewMoves)[number];

export const isReviewMove = (move: EntryCommand): move is ReviewMove =>
  (reviewMoves as readonly EntryCommand[]).includes(move);

/**
 * Why a reviewer's move cannot be made now, or null; alone or in a batch it is the same. Whether the person may review the
 * entry at all is decided before, by the access table.
 * @param reading the holder of the entry and the marks that stand; marks matter to approving and returning only
 * @param now epoch milliseconds
 */
export function refuseMove(
  move: ReviewMove,
  entry: EntrySubject,
  reading: { holder: Holder; marks: readonly Mark[]; reason?: string },
  who: Actor,
  now: number,
): Refusal | null {
  const held = refuseHeldByOther(entry, who, reading.holder, move) ?? refuseUnclaimed(entry, move);
  if (held) return held;
  const moved = entryLifecycle.move(move, entry, { reason: reading.reason }, now, who);
  if (!moved.ok) return moved;
  if (move === 'approve') return refuseApproval(reading.marks);
  return move === 'return' ? refuseReturn(reading.marks) : null;
}
