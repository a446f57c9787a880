import { screeningContract } from '@shared/screening/contract';
import { openFrozen, readSubmission } from '../../entry/queries';
import { audit } from '../../platform/audit/audit';
import { countOpening } from '../../platform/sealed-openings';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { reviewedEntry } from './reviewed-entry';

const revealable = /^(leader\.(idNumber|phone)|member\.[0-9a-f-]{36}\.phone)$/;

/**
 * Opens one masked value of the latest submission to the reviewer who holds the entry. The audit keeps who, when and which field, the
 * value is written nowhere; the team sees in its timeline that it was opened.
 */
export const reveal = procedure(screeningContract.reveal, reviewedEntry, async (call, { field }, entry) => {
  if (!entry.ofCurrentEdition) throw new Refused('SCREENING_EDITION_OVER');
  const submission = revealable.test(field) ? await readSubmission(call, entry) : null;
  const value = submission && openFrozen(call, entry, submission, field);
  if (value === null) throw new Refused('SCREENING_NOTHING_TO_REVEAL');
  await countOpening(call, { subject: `entry:${entry.entryId}`, field, regionId: entry.regionId });
  await audit(call, `entry:${entry.entryId}`, 'screening/reveal', { field });
  return { value };
});
