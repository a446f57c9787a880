import { refuseUnchecked } from '@shared/screening/checks';
import { type Mark, roundOf } from '@shared/screening/marks';
import { mayReturnAgain, refuseApproval, refuseReturn } from '@shared/screening/one-time-notice';
import { offeredOf } from '../../../patterns/cases/offered';
import type { Review } from './marks/mark-keeper';

const plainCheck = ({ code, zh, required }: Review['checks'][number]) => ({ code, zh, required });

/**
 * Why an offered move cannot be made now, or null: the server's reason, or what the marks on this screen still lack. The
 * server judges by the same rules once more.
 */
export function closedBecause(review: Review, move: string, marks: readonly Mark[], isLead: boolean): string | null {
  const offered = offeredOf(review.moves, move);
  if (offered?.closed) return offered.closed;
  if (move === 'approve') {
    const looked = review.checks.flatMap(({ code, looks }) => looks.map(({ clear }) => ({ code, clear })));
    return (refuseApproval(marks) ?? refuseUnchecked(review.checks.map(plainCheck), looked))?.message ?? null;
  }
  if (move !== 'return') return null;
  const faulty = marks.filter(({ verdict }) => verdict === 'fault').map(({ section }) => section);
  const changed = new Set(review.sections.filter((each) => each.changed).map(({ section }) => section));
  const returns = review.round - roundOf({ returns: 0 });
  return refuseReturn(marks)?.message ?? mayReturnAgain({ returns, faulty, changed, isLead })?.message ?? null;
}
