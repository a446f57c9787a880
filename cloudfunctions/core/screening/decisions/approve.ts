import { screeningContract } from '@shared/screening/contract';
import type { EntryHead } from '../../entry/queries';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';
import { decide } from './decide';
import { judged } from './judged';

export const approve = procedure(screeningContract.approve, reviewedEntry, (call, { version }, entry) =>
  decideToApprove(call, entry, version, null),
);

/** Decides that an entry goes into the contest; every section was read and found in order. `batchId`: of the batch that it belongs to. */
export const decideToApprove = (call: Call, entry: EntryHead, version: number, batchId: string | null) =>
  decide(call, entry, { command: 'approve', version, batchId }, async () => {
    await judged(call, entry, 'approve');
    return { move: 'approve' };
  });
