import { screeningContract } from '@shared/screening/contract';
import type { Mark } from '@shared/screening/marks';
import { refuseFaults } from '@shared/screening/one-time-notice';
import { audit } from '../../platform/audit/audit';
import { me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { readReading } from '../queue/readings';
import { insistMarkable, keepMarks } from './keep-marks';
import { presentSections } from './present-section';
import { reviewedEntry } from './reviewed-entry';

/** Finds in order whatever was not read yet, in one act, where nothing was found faulty; what is marked already stays. */
export const markAll = procedure(screeningContract.markAll, reviewedEntry, async (call, _input, entry) => {
  await insistMarkable(call, entry);
  const reading = await readReading(call, entry);
  const faulty = refuseFaults(reading.marks);
  if (faulty) throw new Refused(faulty.code, faulty.message);
  const found = reading.marks
    .filter(({ verdict }) => verdict === 'unread')
    .map(
      (mark): Mark => ({
        ...mark,
        verdict: 'ok',
        codes: [],
        fields: [],
        seen: [],
        comment: '',
        version: mark.version + 1,
      }),
    );
  if (found.length > 0) {
    await keepMarks(call, entry.entryId, found, me(call));
    await audit(call, `entry:${entry.entryId}`, 'screening/markAll', { sections: found.map(({ section }) => section) });
  }
  const marks = reading.marks.map((mark) => found.find(({ section }) => section === mark.section) ?? mark);
  return { sections: presentSections({ ...reading, marks }) };
});
