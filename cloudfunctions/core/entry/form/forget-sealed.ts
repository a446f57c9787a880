import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Call } from '../../rpc/call';

/**
 * Deletes what was kept encrypted of entries: the form's values, their copies in every submission, the members' phone numbers and the
 * fingerprint of the leader's ID number. What people read of it stays masked (conventions, Numbers decided).
 */
export async function forgetSealed(db: Db, entryIds: readonly string[]): Promise<void> {
  await db.deleteFrom('sealed_value').where('subject_id', 'in', entryIds).execute();
  await db.deleteFrom('snapshot_sealed').where('subject_id', 'in', entryIds).execute();
  await db.updateTable('entry_member').set({ phone_sealed: '' }).where('entry_id', 'in', entryIds).execute();
  await db.updateTable('entry').set({ leader_id_eq: null }).where('id', 'in', entryIds).execute();
}

/** The same of one entry's leader alone, whose consent to it ended while the form was open. */
export async function forgetLeader({ db }: Call, entryId: string): Promise<void> {
  const ofLeader = sql<boolean>`field like 'leader.%'`;
  await db.deleteFrom('sealed_value').where('subject_id', '=', entryId).where(ofLeader).execute();
  await db.deleteFrom('snapshot_sealed').where('subject_id', '=', entryId).where(ofLeader).execute();
  await db.updateTable('entry').set({ leader_id_eq: null }).where('id', '=', entryId).execute();
}
