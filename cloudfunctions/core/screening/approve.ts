import { screeningContract } from '@shared/screening/contract';
import { moveEntry } from '../entry/moves';
import { procedure } from '../procedure';
import { decide } from './decide';
import { reviewedEntry } from './reviewed-entry';

/** Lets an entry into the contest; every section was read and found in order. */
export const approve = procedure(screeningContract.approve, reviewedEntry, async (call, input, entry) => {
  await decide(call, entry, 'approve', input);
  return moveEntry(call, entry, { command: 'approve' });
});
