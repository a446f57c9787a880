import { sql } from 'kysely';
import { forgetPersonal } from '../../files/leaving/forget-personal';
import { forgetValues } from '../../forms/sealed-values';
import type { Db } from '../../platform/db';
import type { Call } from '../../rpc/call';

/**
 * Deletes what was kept encrypted of entries: the form's values, their copies in every submission, the members' phone numbers and the
 * fingerprint of the leader's ID number; and the pictures of papers. What people read of it stays masked (conventions, Numbers decided).
 */
export async function forgetSealed(db: Db, entryIds: readonly string[], now: number): Promise<void> {
  await forgetPersonal(db, entryIds, now);
  await forgetValues(db, entryIds);
  await db.updateTable('entry_member').set({ phone_sealed: '' }).where('entry_id', 'in', entryIds).execute();
  await db.updateTable('entry').set({ leader_id_eq: null }).where('id', 'in', entryIds).execute();
}

/** True of an entry (`e`) that was sent in and whose leader is known no more, for either reason. */
export const leaderForgotten = sql<boolean>`(e.leader_id_eq is null and e.first_submitted_at is not null)`;

/** The same of one entry's leader alone, whose consent to it ended while the form was open. */
export async function forgetLeader({ db, now }: Call, entryId: string): Promise<void> {
  await forgetPersonal(db, [entryId], now);
  await forgetValues(db, [entryId], 'leader.');
  await db.updateTable('entry').set({ leader_id_eq: null }).where('id', '=', entryId).execute();
}
