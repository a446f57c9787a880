import { entryContract } from '@shared/entry/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { sha256Hex } from '../../platform/crypto/hash';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { readForm } from '../form/form-state';
import { entryOf } from '../subjects';
import { insistRoom, insistTeamOpen } from './team-room';

/** How long an invitation may be used, in milliseconds. */
export const invitationLifeMs = 7 * 86_400_000;

/** Live invitations of one entry (conventions, Numbers decided); several people may join by the same. */
const mostInvitations = 20;

/** Makes a link by which people may join, for seven days: 256 random bits, of which only the SHA-256 is kept. */
export const inviteMember = procedure(entryContract.inviteMember, entryOf, async (call, input, head) => {
  const form = await readForm(call, head);
  insistTeamOpen(form);
  insistRoom(form);
  await voidEarlierOfThisAct(call, head.entryId);
  await insistFewInvitations(call, head.entryId);
  const token = Buffer.from(call.home.random(32)).toString('base64url');
  const expiresAt = call.now + invitationLifeMs;
  await call.db
    .insertInto('team_invitation')
    .values({
      token_hash: sha256Hex(token),
      entry_id: head.entryId,
      access: input.access,
      created_by: me(call),
      made_by_key: call.key,
      created_at: at(call.now),
      expires_at: at(expiresAt),
    })
    .execute();
  await audit(call, `entry:${head.entryId}`, 'entry/inviteMember', { access: input.access });
  return { token, link: link('entry/invitation', { token }), expiresAt: toShanghai(expiresAt) };
});

/** Sent again, an act that made a link gives another; the first, which nobody may have seen, opens no more. */
async function voidEarlierOfThisAct(call: Call, entryId: string): Promise<void> {
  await call.db
    .updateTable('team_invitation')
    .set({ revoked_at: at(call.now) })
    .where('entry_id', '=', entryId)
    .where('created_by', '=', me(call))
    .where('made_by_key', '=', call.key)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Refuses one too many. The entry's row is locked, so that several at once do not pass together. */
async function insistFewInvitations(call: Call, entryId: string): Promise<void> {
  const { live } = await call.db
    .selectFrom('team_invitation')
    .select(({ fn }) => fn.countAll<number>().as('live'))
    .where('entry_id', '=', entryId)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`expires_at > ${at(call.now)}`)
    .executeTakeFirstOrThrow();
  if (live >= mostInvitations) throw new Refused('ENTRY_TOO_MANY_INVITATIONS');
}
