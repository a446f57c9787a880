import { screeningContract } from '@shared/screening/contract';
import { move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';

/**
 * Recalls a return that was wrong, before its team has answered it; the region's lead does it and holds the entry then, its marks as they were.
 * What the team has typed since is kept.
 */
export const recallReturn = procedure(
  screeningContract.recallReturn,
  reviewedEntry,
  (call, { version, reason }, entry) =>
    move(call, entryNoun, entry, { command: 'recallReturn', version, input: { reason } }),
);
