import { screeningContract } from '@shared/screening/contract';
import type { Mark } from '@shared/screening/marks';
import { audit } from '../../platform/audit/audit';
import { me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type Reading, readReading } from '../queue/readings';
import { insistMarkable, keepMarks } from './keep-marks';
import { presentSections, type SectionView } from './present-section';
import { reviewedEntry } from './reviewed-entry';

/** Keeps what the reviewer thinks of one section; nothing of it leaves before the move. */
export const markSection = procedure(screeningContract.markSection, reviewedEntry, async (call, input, entry) => {
  await insistMarkable(call, entry);
  const reading = await readReading(call, entry);
  const shown = sectionOf(reading, input.section);
  if (input.markVersion !== shown.markVersion) throw new Refused('SCREENING_MARK_STALE', undefined, undefined, shown);
  const isFault = input.verdict === 'fault';
  const codes = isFault ? [...new Set(input.codes)] : [];
  if (codes.some((code) => !shown.reasons.some((reason) => reason.code === code)))
    throw new Refused('SCREENING_NO_SUCH_REASON');
  const fields = isFault ? [...new Set(input.fields ?? [])] : [];
  // Of a part in order all rows are.
  const seen = input.verdict === 'ok' ? [] : [...new Set(input.seen ?? [])].filter((field) => !fields.includes(field));
  if ([...fields, ...seen].some((field) => !shown.lines.some((line) => line.field === field)))
    throw new Refused('SCREENING_NO_SUCH_FIELD');
  const mark: Mark = {
    section: input.section,
    round: reading.round,
    verdict: input.verdict,
    codes,
    fields,
    seen,
    comment: isFault ? input.comment.trim() : '',
    version: input.markVersion + 1,
  };
  await keepMarks(call, entry.entryId, [mark], me(call));
  await audit(call, `entry:${entry.entryId}`, 'screening/markSection', {
    section: input.section,
    verdict: input.verdict,
  });
  const marks = reading.marks.map((standing) => (standing.section === mark.section ? mark : standing));
  return sectionOf({ ...reading, marks }, input.section);
});

function sectionOf(reading: Reading, section: SectionView['section']): SectionView {
  const found = presentSections(reading).find((shown) => shown.section === section);
  if (!found) throw new Refused('NOT_FOUND', '这个项目的组别不需要填写这一部分');
  return found;
}
