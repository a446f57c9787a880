import { hasRole } from '@shared/kernel/actor';
import { screeningContract } from '@shared/screening/contract';
import { composeFaults, mayReturnAgain } from '@shared/screening/one-time-notice';
import { move } from '../../cases/move';
import { clockAfter, entryNoun, orderCorrection } from '../../entry/moves';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { reviewedEntry } from '../review/reviewed-entry';
import { judged } from './judged';

/** Sends an entry back with every fault in one notice (一次性告知); the sections it names open for the entrant again. */
export const returnEntry = procedure(screeningContract.return, reviewedEntry, (call, { version, message }, entry) =>
  move(call, entryNoun, entry, { command: 'return', version, input: { reason: message } }, async () => {
    const { marks, reasons, changed } = await judged(call, entry, 'return');
    const faults = composeFaults(marks, reasons);
    const faulty = [...new Set(faults.map(({ section }) => section))];
    const isLead = hasRole(call.actor, 'regionLead', entry.regionId);
    const again = mayReturnAgain({ returns: entry.returns, faulty, changed, isLead });
    if (again) throw new Refused(again.code, again.message);
    const { correctionDate, provisional } = clockAfter(entry, 'return', 'returned', call.now);
    if (correctionDate === undefined) throw new Error('A return has no last day for the correction.');
    const n = entry.returns + 1;
    await orderCorrection(call, entry, { n, faults, message: message.trim(), dueDate: correctionDate, provisional });
    return {
      facts: { faults: faults.length },
      details: { n, faults: faults.length, sections: faulty },
    };
  }),
);
