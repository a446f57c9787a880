import { sectionZh } from '@shared/entry/sections';
import { hasRole } from '@shared/kernel/actor';
import { screeningContract } from '@shared/screening/contract';
import { composeFaults, mayReturnAgain } from '@shared/screening/one-time-notice';
import { clockAfter, moveEntry, orderCorrection } from '../../entry/moves';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { reviewedEntry } from '../review/reviewed-entry';
import { decide } from './decide';

/** Sends an entry back with every fault in one notice (一次性告知); the sections it names open for the entrant again. */
export const returnEntry = procedure(screeningContract.return, reviewedEntry, async (call, input, entry) => {
  const { marks, reasons, changed } = await decide(call, entry, 'return', input);
  const faults = composeFaults(marks, reasons);
  const faulty = [...new Set(faults.map(({ section }) => section))];
  const isLead = hasRole(call.actor, 'regionLead', entry.regionId);
  const again = mayReturnAgain({ returns: entry.returns, faulty, changed, isLead });
  if (again) throw new Refused(again.code, again.message);
  const { correctionDate, provisional } = clockAfter(entry, 'return', 'returned', call.now);
  if (correctionDate === undefined) throw new Error('A return has no last day for the correction.');
  const n = entry.returns + 1;
  const message = input.message.trim();
  await orderCorrection(call, entry, { n, faults, message, dueDate: correctionDate, provisional });
  const details = {
    n,
    faults: faults.length,
    sections: faulty,
    sectionsZh: faulty.map((s) => sectionZh[s]).join('、'),
  };
  return moveEntry(call, entry, {
    command: 'return',
    details,
    faults: faults.length,
    ...(message !== '' && { reason: message }),
  });
});
