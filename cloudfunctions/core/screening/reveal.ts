import { screeningContract } from '@shared/screening/contract';
import { readSealed } from '../entry/queries';
import { audit } from '../platform/audit';
import { procedure } from '../procedure';
import { Refused } from '../refused';
import { reviewedEntry } from './reviewed-entry';

const revealable = /^(leader\.(idNumber|phone)|member\.[0-9a-f-]{36}\.phone)$/;

/** Opens one masked value to a reviewer. The audit keeps who, when and which field; the value is written nowhere. */
export const reveal = procedure(screeningContract.reveal, reviewedEntry, async (call, { field }, entry) => {
  const value = revealable.test(field) ? await readSealed(call, entry.entryId, field) : null;
  if (value === null) throw new Refused('SCREENING_NOTHING_TO_REVEAL');
  await audit(call, `entry:${entry.entryId}`, 'screening/reveal', { field });
  return { value };
});
