import { entryContract } from '@shared/entry/contract';
import { me } from '../call';
import { audit } from '../platform/audit';
import { at } from '../platform/schema';
import { procedure } from '../procedure';
import { Refused } from '../refused';
import { viewEntry } from './present-entry';
import { entryOf } from './subjects';

/** A member says yes to taking part. Saying it twice keeps the first time. */
export const consentAsMember = procedure(entryContract.consentAsMember, entryOf, async (call, _input, head) => {
  if (head.state !== 'draft' && head.state !== 'returned') throw new Refused('ENTRY_SECTION_CLOSED');
  await call.db
    .updateTable('entry_member')
    .set({ consented_at: at(call.now) })
    .where('entry_id', '=', head.entryId)
    .where('person_id', '=', me(call))
    .where('removed_at', 'is', null)
    .where('consented_at', 'is', null)
    .execute();
  await audit(call, `entry:${head.entryId}`, 'entry/consentAsMember', { personId: me(call) });
  return viewEntry(call, head);
});
