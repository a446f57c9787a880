import { sql } from 'kysely';
import type { Call } from '../call';

/**
 * Deletes what was kept encrypted of an entry: the form's values, their copies in every submission, the members' phone numbers and the
 * fingerprint of the leader's ID number. What people read of it stays masked (conventions, Numbers decided).
 */
export async function forgetSealed(call: Call, entryId: string): Promise<void> {
  await call.db.deleteFrom('entry_sealed').where('entry_id', '=', entryId).execute();
  await call.db.deleteFrom('entry_snapshot_sealed').where('entry_id', '=', entryId).execute();
  await call.db.updateTable('entry_member').set({ phone_sealed: '' }).where('entry_id', '=', entryId).execute();
  await call.db.updateTable('entry').set({ leader_id_eq: null }).where('id', '=', entryId).execute();
}

/** The same of the leader alone, whose consent to it ended while the form was open. */
export async function forgetLeader(call: Call, entryId: string): Promise<void> {
  const ofLeader = sql<boolean>`field like 'leader.%'`;
  await call.db.deleteFrom('entry_sealed').where('entry_id', '=', entryId).where(ofLeader).execute();
  await call.db.deleteFrom('entry_snapshot_sealed').where('entry_id', '=', entryId).where(ofLeader).execute();
  await call.db.updateTable('entry').set({ leader_id_eq: null }).where('id', '=', entryId).execute();
}
