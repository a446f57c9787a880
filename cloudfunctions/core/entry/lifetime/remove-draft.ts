import { sql } from 'kysely';
import { end } from '../../cases/end';
import { deleteUploads } from '../../files/leaving/leave-files';
import { deleteForm } from '../../forms/delete-form';
import { emit } from '../../platform/outbox';
import type { Call } from '../../rpc/call';
import { entryNoun } from '../moves';
import type { EntryHead } from '../subjects';
import { titleOf } from '../views/title-of';

/** Deletes a draft that was never submitted: its rows, sealed values and files. Its audit chain stays, which holds ids only; the members are told. */
export async function removeDraft(call: Call, head: EntryHead): Promise<void> {
  await emit(call, 'draft.deleted', `entry:${head.entryId}`, {
    title: titleOf(head.title),
    memberIds: head.memberIds,
  });
  await deleteUploads(call.db, head.entryId, call.now);
  await deleteForm(call.db, head.entryId);
  await deleteRows(call, head.entryId);
  await end(call, entryNoun, head, 'deleteDraft');
}

/** Every table of ours that a draft has rows in beside its own; a row left anywhere refuses the whole. */
const deleteRows = (call: Call, entryId: string) =>
  sql`with invited as (delete from team_invitation where entry_id = ${entryId}),
    helped as (delete from counter_entry where entry_id = ${entryId})
    delete from entry_member where entry_id = ${entryId}`.execute(call.db);
