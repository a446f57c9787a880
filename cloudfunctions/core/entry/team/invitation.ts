import { entryContract } from '@shared/entry/contract';
import { personalConsentOf } from '@shared/entry/personal-consent';
import { toShanghai } from '@shared/kernel/shanghai';
import { answersOf } from '../../forms/form-rows';
import { me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { readForm } from '../form/form-state';
import { entryHead } from '../subjects';
import { titleOf } from '../views/title-of';
import { findInvitation, isLive } from './invitations';
import { joiningClosed } from './team-room';

/** What an invited person sees before joining: the project, and the leader by surname only. */
export const invitation = procedure(entryContract.invitation, noSubject, async (call, input) => {
  const found = await findInvitation(call, input.token);
  const head = found && isLive(found, call.now) ? await entryHead(call, found.entry_id, false) : null;
  if (!found || !head) throw new Refused('NOT_FOUND', '邀请已过期或已收回，请联系负责人重新邀请');
  const form = await readForm(call, head);
  return {
    entryId: head.entryId,
    title: titleOf(head.title),
    regionZh: form.rules.regionZh,
    leaderZh: maskName(answersOf(form, 'leader').name),
    access: found.access,
    expiresAt: toShanghai(found.expires_at),
    consent: personalConsentOf(form.rules.blueprint.consents) ?? null,
    alreadyIn: head.leaderId === me(call) || head.memberIds.includes(me(call)),
    closed: joiningClosed(form),
  };
});

/** 张*, 欧阳** by length; nobody else's full name is shown to whoever holds a link. */
export function maskName(name: unknown): string {
  const [first, ...rest] = typeof name === 'string' ? Array.from(name.trim()) : [];
  return first === undefined ? '项目负责人' : `${first}${'*'.repeat(Math.max(1, rest.length))}`;
}
