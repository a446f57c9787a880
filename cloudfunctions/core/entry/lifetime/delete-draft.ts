import { entryContract } from '@shared/entry/contract';
import { isDeletable } from '@shared/entry/deletable';
import { audit } from '../../platform/audit/audit';
import { emit } from '../../platform/outbox';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { leaveFilesOf } from '../files/leave-files';
import { insistVersion } from '../moves';
import { entryOf } from '../subjects';
import { countEnded } from './counts';

/**
 * Deletes a draft that was never submitted: its rows, sealed values and files. Its audit chain stays, which holds ids only; the members
 * are told.
 */
export const deleteDraft = procedure(entryContract.deleteDraft, entryOf, async (call, input, head) => {
  await insistVersion(call, head, input.version, 'ENTRY_STALE');
  if (!isDeletable(head)) throw new Refused('ENTRY_ONCE_SUBMITTED');
  await emit(call, 'draft.deleted', `entry:${head.entryId}`, { title: head.title, memberIds: [...head.memberIds] });
  await audit(call, `entry:${head.entryId}`, 'entry/deleteDraft', { version: head.version });
  await countEnded(call, head);
  await leaveFilesOf(call.db, head.entryId, call.now);
  await deleteRows(call, head.entryId);
  return { ok: true as const };
});

/** Every table that a draft has rows in; a row left anywhere refuses the whole. */
async function deleteRows(call: Call, entryId: string): Promise<void> {
  for (const table of ['upload', 'consent', 'sealed_value', 'section'] as const) {
    await call.db.deleteFrom(table).where('subject_id', '=', entryId).execute();
  }
  for (const table of ['team_invitation', 'entry_member'] as const) {
    await call.db.deleteFrom(table).where('entry_id', '=', entryId).execute();
  }
  await call.db
    .with('gone', (db) => db.deleteFrom('entry').where('id', '=', entryId))
    .deleteFrom('subject')
    .where('id', '=', entryId)
    .execute();
}
