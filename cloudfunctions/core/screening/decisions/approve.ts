import { screeningContract } from '@shared/screening/contract';
import { moveEntry } from '../../entry/moves';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';
import { decide } from './decide';

/** Lets an entry into the contest; every section was read and found in order. */
export const approve = procedure(screeningContract.approve, reviewedEntry, async (call, input, entry) => {
  await decide(call, entry, 'approve', input);
  return moveEntry(call, entry, { command: 'approve' });
});
