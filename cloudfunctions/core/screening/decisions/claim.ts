import { screeningContract } from '@shared/screening/contract';
import { moveEntry } from '../../entry/moves';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';
import { decide } from './decide';

/** Takes an entry from the queue for oneself; of two who try, the row's lock lets one, and the other is told who it was. */
export const claim = procedure(screeningContract.claim, reviewedEntry, async (call, input, entry) => {
  await decide(call, entry, 'claim', input);
  return moveEntry(call, entry, { command: 'claim' });
});
