import { screeningContract } from '@shared/screening/contract';
import { moveEntry } from '../../entry/moves';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';
import { decide } from './decide';

/** Puts an entry back into the queue, its clock running on and its marks kept for whoever takes it next. */
export const release = procedure(screeningContract.release, reviewedEntry, async (call, input, entry) => {
  await decide(call, entry, 'release', input);
  return moveEntry(call, entry, { command: 'release' });
});
