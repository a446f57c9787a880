import { screeningContract } from '@shared/screening/contract';
import { move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';

/** Refuses an entry with a reason that its leader reads. */
export const reject = procedure(screeningContract.reject, reviewedEntry, (call, { version, reason }, entry) =>
  move(call, entryNoun, entry, { command: 'reject', version, input: { reason } }),
);
