import { entryContract } from '@shared/entry/contract';
import { endConsents } from '../../forms/consents';
import { forgetFrozen } from '../../forms/sealed-values';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type MemberRow, readForm } from '../form/form-state';
import { memberPhoneField } from '../form/sealed-owner';
import { type EntryHead, entryHead, entryOf } from '../subjects';
import { viewEntry } from '../views/present-entry';
import { revokeInvitations } from './invitations';
import { insistTeamOpen } from './team-room';
import { tellTeam } from './tell-team';

/** Takes someone off the team, who loses sight of the entry at once; every link that is out is called back. */
export const removeMember = procedure(entryContract.removeMember, entryOf, async (call, input, head) => {
  const form = await readForm(call, head);
  insistTeamOpen(form);
  const member = form.members.find(({ id }) => id === input.memberId);
  if (!member) throw new Refused('NOT_FOUND', '这位成员已不在团队中');
  await endMembership(call, head, member, 'entry/removeMember');
  await revokeInvitations(call, head.entryId);
  return viewEntry(call, (await entryHead(call, head.entryId, false)) ?? head);
});

/** A member leaves by own wish. */
export const leaveTeam = procedure(entryContract.leaveTeam, entryOf, async (call, _input, head) => {
  const form = await readForm(call, head);
  insistTeamOpen(form);
  const member = form.members.find(({ person_id }) => person_id === me(call));
  if (!member) throw new Refused('NOT_FOUND');
  await endMembership(call, head, member, 'entry/leaveTeam');
  return { ok: true as const };
});

/** Leaves one team, or all, at once and in any state: a consent or an account ended. No name goes into the news of it. */
export async function leaveQuietly(call: Call, entryId?: string): Promise<void> {
  const rows = await call.db
    .selectFrom('entry_member')
    .selectAll()
    .where('person_id', '=', me(call))
    .where('removed_at', 'is', null)
    .$if(entryId !== undefined, (query) => query.where('entry_id', '=', entryId ?? ''))
    .orderBy('entry_id')
    .execute();
  for (const member of rows) {
    const head = await entryHead(call, member.entry_id, true);
    if (head) await endMembership(call, head, { ...member, name: '一位成员' }, 'entry/leaveTeam');
  }
}

/** What was sealed of whoever goes goes too, with the copies that submissions froze. */
async function endMembership(call: Call, head: EntryHead, member: MemberRow, act: string): Promise<void> {
  await call.db
    .updateTable('entry_member')
    .set({ removed_at: at(call.now), phone_sealed: '' })
    .where('id', '=', member.id)
    .execute();
  await forgetFrozen(call, head.entryId, memberPhoneField(member.id));
  await endConsents(call, head.entryId, member.person_id);
  const who = { memberId: member.id, personId: member.person_id };
  await audit(call, `entry:${head.entryId}`, act, who);
  await tellTeam(call, head, 'team.left', { personId: member.person_id, name: member.name });
}
