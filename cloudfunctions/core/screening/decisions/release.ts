import { screeningContract } from '@shared/screening/contract';
import { move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';

/** Puts an entry back into the queue, its clock running on and its marks kept for whoever takes it next. */
export const release = procedure(screeningContract.release, reviewedEntry, (call, { version }, entry) =>
  move(call, entryNoun, entry, { command: 'release', version }),
);
