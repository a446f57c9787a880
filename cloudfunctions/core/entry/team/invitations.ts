import type { Selectable } from 'kysely';
import { sha256Hex } from '../../platform/crypto/hash';
import { at } from '../../platform/schema';
import type { EntryTables } from '../../platform/schema/entry';
import type { Call } from '../../rpc/call';

export type Invitation = Selectable<EntryTables['team_invitation']>;

/** The invitation of a token, over or not; null when there never was one. */
export async function findInvitation(call: Call, token: string): Promise<Invitation | null> {
  const row = await call.db
    .selectFrom('team_invitation')
    .selectAll()
    .where('token_hash', '=', sha256Hex(token))
    .executeTakeFirst();
  return row ?? null;
}

/** Its end is exclusive: at that instant it is over. */
export const isLive = (invitation: Invitation, now: number): boolean =>
  invitation.revoked_at === null && now < invitation.expires_at;

/** Calls back every link of an entry, so that whoever was removed does not come back by an old one. */
export async function revokeInvitations(call: Call, entryId: string): Promise<void> {
  await call.db
    .updateTable('team_invitation')
    .set({ revoked_at: at(call.now) })
    .where('entry_id', '=', entryId)
    .where('revoked_at', 'is', null)
    .execute();
}
