import { entryContract } from '@shared/entry/contract';
import { personalConsent, personalConsentOf } from '@shared/entry/personal-consent';
import { checkPhone, maskPhone } from '@shared/kernel/phone';
import { giveConsent } from '../../forms/consents';
import { unconsented } from '../../forms/save-section';
import { sealedPlace } from '../../forms/sealed-values';
import { audit } from '../../platform/audit/audit';
import { seal } from '../../platform/crypto/seal';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { insistServed } from '../../rpc/insist-served';
import { type Load, procedure } from '../../rpc/procedure';
import { Refused, wrongFields } from '../../rpc/refused';
import { readForm } from '../form/form-state';
import { memberPhoneField, sealedOwner } from '../form/sealed-owner';
import { type EntryHead, entryHead } from '../subjects';
import { findInvitation, type Invitation, isLive } from './invitations';
import { insistRoom, insistTeamOpen } from './team-room';
import { tellTeam } from './tell-team';

type Asked = { invitation: Invitation | null; head: EntryHead | null };

/** The entry's row is locked, so that of two who take the last place one is refused; the invitation is read after that. */
const invited: Load<{ token: string }, Asked> = async (call, input, lock) => {
  const first = await findInvitation(call, input.token);
  const head = first && (await entryHead(call, first.entry_id, lock));
  return { head, invitation: head && (await findInvitation(call, input.token)) };
};

/**
 * Joins by a live link, with a name, a role in the team and a phone number, which is taken with the consent to it alone. Whether one takes part is
 * asked afterwards, apart.
 */
export const joinTeam = procedure(entryContract.joinTeam, invited, async (call, input, { invitation, head }) => {
  if (!invitation || !head || !isLive(invitation, call.now)) throw new Refused('ENTRY_INVITATION_OVER');
  await insistServed(call.db, [`edition:${head.editionId}`], call.now);
  if (head.leaderId === me(call) || head.memberIds.includes(me(call))) throw new Refused('ENTRY_ALREADY_IN_TEAM');
  const form = await readForm(call, head);
  insistTeamOpen(form);
  insistRoom(form);
  const text = personalConsentOf(form.rules.blueprint.consents);
  if (text && !input.sensitive) throw unconsented(text, [`consent.${personalConsent}`]);
  const phone = checkPhone(input.phone);
  if (!phone.ok) throw wrongFields('FORM_FIELD_WRONG', { phone: phone.message });
  const memberId = await addMember(call, head, invitation, { ...input, phone: phone.value });
  if (text) await giveConsent(call, head.entryId, text);
  await audit(call, `entry:${head.entryId}`, 'entry/joinTeam', {
    memberId,
    personId: me(call),
    ...(text && { consent: text.version }),
  });
  await tellTeam(call, head, 'team.joined', { personId: me(call), name: input.name });
  return { entryId: head.entryId };
});

async function addMember(
  call: Call,
  head: EntryHead,
  invitation: Invitation,
  who: { name: string; roleZh: string; phone: string },
): Promise<string> {
  const memberId = call.newId();
  await call.db
    .insertInto('entry_member')
    .values({
      id: memberId,
      entry_id: head.entryId,
      person_id: me(call),
      name: who.name,
      role_zh: who.roleZh,
      phone_sealed: seal(
        who.phone,
        call.home.keys[0],
        sealedPlace(sealedOwner(head.entryId), memberPhoneField(memberId)),
      ),
      phone_masked: maskPhone(who.phone),
      access: invitation.access,
      joined_at: at(call.now),
    })
    .execute();
  return memberId;
}
