import { audit } from '../platform/audit/audit';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';
import type { FileOwner } from './file-owner';
import { discardUploads } from './leaving/discard-uploads';
import { bytesOfUpload, filesOfUpload, leaveFiles } from './leaving/leave-files';
import { type UploadRow, uploadRow } from './upload-rows';

/**
 * Takes a file out of its subject with its earlier versions, which do not come back by themselves; the slot's other files stay. One that was never taken
 * goes alone: what stands before it is none of its versions. What a submission froze is kept with it, other bytes are erased. The area has decided that it
 * may.
 */
export async function removeMaterial(call: Call, owner: FileOwner, uploadId: string): Promise<void> {
  const upload = await uploadRow(call.db, uploadId);
  if (upload.state === 'sending' || upload.state === 'checking') await discardUploads(call, [upload]);
  else await takeOut(call, upload);
  await audit(call, `${owner.kind}:${upload.subject_id}`, `${owner.kind}/removeMaterial`, {
    uploadId,
    slot: upload.slot,
  });
}

async function takeOut(call: Call, { id, state, subject_id, slot, file_no, version }: UploadRow): Promise<void> {
  const removed = await call.db
    .updateTable('upload')
    .set({ removed_at: at(call.now) })
    .where('subject_id', '=', subject_id)
    .where('slot', '=', slot)
    .where('file_no', '=', file_no)
    .where('version', '<=', version)
    .where('removed_at', 'is', null)
    .$if(state !== 'accepted', (these) => these.where('id', '=', id))
    .returning([...bytesOfUpload, 'frozen_in'])
    .execute();
  const unnamed = removed.filter(({ frozen_in }) => frozen_in === null);
  await leaveFiles(call.db, unnamed.flatMap(filesOfUpload), call.now);
}
