import { screeningContract } from '@shared/screening/contract';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';
import { decide } from './decide';

/** Decides that an entry is refused, with a reason that its leader reads. */
export const reject = procedure(screeningContract.reject, reviewedEntry, (call, { version, reason }, entry) =>
  decide(call, entry, { command: 'reject', version, input: { reason } }, async () => ({ move: 'reject', reason })),
);
