import { screeningContract } from '@shared/screening/contract';
import { move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';

/** Takes an entry from the queue for oneself; of two who try, the row's lock lets one, and the other is told who it was. */
export const claim = procedure(screeningContract.claim, reviewedEntry, (call, { version }, entry) =>
  move(call, entryNoun, entry, { command: 'claim', version }),
);
