import { screeningContract } from '@shared/screening/contract';
import { moveEntry } from '../../entry/moves';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';
import { decide } from './decide';

/** Refuses an entry with a reason that its leader reads. */
export const reject = procedure(screeningContract.reject, reviewedEntry, async (call, input, entry) => {
  await decide(call, entry, 'reject', input);
  return moveEntry(call, entry, { command: 'reject', reason: input.reason });
});
