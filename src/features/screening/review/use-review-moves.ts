import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';

/** Somebody else did something with the entry in the meantime: what is shown is out of date. */
const conflicts: readonly string[] = ['CASE_STALE', 'CASE_HELD_BY_OTHER', 'CASE_NOT_HELD', 'ENTRY_MOVE_NOT_ALLOWED'];

/** Every move of a review. A refusal stays on show until the next try; a conflict loads the entry anew beside it. */
export function useReviewMoves(entryId: string) {
  const cache = useQueryClient();
  const claim = useChange(api.screening.claim, touches.review);
  const release = useChange(api.screening.release, touches.review);
  const approve = useChange(api.screening.approve, touches.review);
  const giveBack = useChange(api.screening.return, touches.review);
  const reject = useChange(api.screening.reject, touches.review);
  const transfer = useChange(api.screening.transfer, touches.review);
  const reopen = useChange(api.screening.reopen, touches.review);
  const all = [claim, release, approve, giveBack, reject, transfer, reopen];
  const failure = all.find((each) => each.failure !== null)?.failure ?? null;

  const code = failure?.code ?? '';
  useEffect(() => {
    if (conflicts.includes(code)) void cache.invalidateQueries({ queryKey: ['screening', 'review', entryId] });
  }, [cache, code, entryId]);

  /** Forgets earlier refusals, then makes the move; true when it was made. */
  const make = async (move: () => Promise<unknown>): Promise<boolean> => {
    for (const each of all) each.clear();
    return (await move()) !== null;
  };
  return { claim, release, approve, giveBack, reject, transfer, reopen, failure, make };
}
