import { screeningContract } from '@shared/screening/contract';
import { move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';
import { judged } from './judged';

/** Lets an entry into the contest; every section was read and found in order. */
export const approve = procedure(screeningContract.approve, reviewedEntry, (call, { version }, entry) =>
  move(call, entryNoun, entry, { command: 'approve', version }, async () => {
    await judged(call, entry, 'approve');
    return {};
  }),
);
