import { entryContract } from '@shared/entry/contract';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { readMemberRows } from '../form/form-state';
import { type EntryHead, entryOf } from '../subjects';
import { viewEntry } from '../views/present-entry';
import { tellConfirmed } from './tell-team';

/** A member says yes to taking part, and the leader is told. Saying it twice keeps the first time and tells nobody. */
export const consentAsMember = procedure(entryContract.consentAsMember, entryOf, async (call, _input, head) => {
  if (!entryLifecycle.states[head.state].editable) throw new Refused('FORM_SECTION_CLOSED');
  const said = await call.db
    .updateTable('entry_member')
    .set({ consented_at: at(call.now) })
    .where('entry_id', '=', head.entryId)
    .where('person_id', '=', me(call))
    .where('removed_at', 'is', null)
    .where('consented_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  await audit(call, `entry:${head.entryId}`, 'entry/consentAsMember', { personId: me(call) });
  if (said) await tellLeader(call, head, said.name);
  return viewEntry(call, head);
});

async function tellLeader(call: Call, head: EntryHead, name: string): Promise<void> {
  const members = await readMemberRows(call, head.entryId);
  const unconfirmed = members.filter(({ consented_at }) => consented_at === null).length;
  await tellConfirmed(call, head, { personId: me(call), name }, unconfirmed);
}
