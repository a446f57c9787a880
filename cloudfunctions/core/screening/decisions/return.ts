import { hasRole } from '@shared/kernel/actor';
import { screeningContract } from '@shared/screening/contract';
import type { Decided } from '@shared/screening/decision/subject';
import { composeFaults, mayReturnAgain, secondReturnZh } from '@shared/screening/one-time-notice';
import { clockAfter, orderCorrection } from '../../entry/moves';
import type { EntryHead } from '../../entry/queries';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { reviewedEntry } from '../review/reviewed-entry';
import { decide } from './decide';
import { judged } from './judged';

/** Decides to send an entry back with every fault in one notice (一次性告知); the faults are frozen in the words of now. */
export const returnEntry = procedure(screeningContract.return, reviewedEntry, (call, { version, message }, entry) =>
  decide(call, entry, { command: 'return', version, input: { reason: message } }, async () => {
    const { marks, reasons, sections, changed } = await judged(call, entry, 'return');
    const faults = composeFaults(marks, reasons, sections);
    const asked = { returns: entry.returns, faulty: sectionsOf(faults), changed };
    const again = mayReturnAgain({ ...asked, isLead: isLead(call, entry) });
    if (again) throw new Refused(again.code, again.message);
    const leadsOnly = mayReturnAgain({ ...asked, isLead: false }) !== null;
    return { move: 'return', message: message.trim(), faults, leadsOnly };
  }),
);

/** Sends the letter of a return as it is made: the sections that it names open for the entrant again. */
export async function sendReturn(call: Call, entry: EntryHead, decided: Extract<Decided, { move: 'return' }>) {
  if (decided.leadsOnly && !isLead(call, entry)) throw new Refused('SCREENING_SECOND_RETURN', secondReturnZh);
  const { faults, message } = decided;
  const { correctionDate, provisional } = clockAfter(entry, 'return', 'returned', call.now);
  if (correctionDate === undefined) throw new Error('A return has no last day for the correction.');
  await orderCorrection(call, entry, { faults, message, dueDate: correctionDate, provisional });
  return {
    facts: { faults: faults.length },
    details: { n: entry.returns + 1, faults: faults.length, sections: sectionsOf(faults) },
  };
}

const isLead = (call: Call, { regionId }: EntryHead): boolean => hasRole(call.actor, 'regionLead', regionId);

const sectionsOf = <Section>(faults: ReadonlyArray<{ section: Section }>): Section[] => [
  ...new Set(faults.map(({ section }) => section)),
];
