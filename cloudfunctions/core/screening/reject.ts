import { screeningContract } from '@shared/screening/contract';
import { moveEntry } from '../entry/moves';
import { procedure } from '../procedure';
import { decide } from './decide';
import { reviewedEntry } from './reviewed-entry';

/** Refuses an entry with a reason that its leader reads. */
export const reject = procedure(screeningContract.reject, reviewedEntry, async (call, input, entry) => {
  await decide(call, entry, 'reject', input);
  return moveEntry(call, entry, { command: 'reject', reason: input.reason });
});
