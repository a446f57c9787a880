import { audit } from '../platform/audit/audit';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';
import type { FileOwner } from './file-owner';
import { discardUploads } from './leaving/discard-uploads';
import { bytesOfUpload, filesOfUpload, leaveFiles } from './leaving/leave-files';
import { uploadRow } from './upload-rows';

/**
 * Takes a file out of its subject with its earlier versions, which do not come back by themselves; the slot's other files stay. What a
 * submission froze is kept with it, other bytes are erased. The area has decided that it may.
 */
export async function removeMaterial(call: Call, owner: FileOwner, uploadId: string): Promise<void> {
  const upload = await uploadRow(call.db, uploadId);
  await discardUploads(call, upload.state === 'sending' || upload.state === 'checking' ? [upload] : []);
  const removed = await call.db
    .updateTable('upload')
    .set({ removed_at: at(call.now) })
    .where('subject_id', '=', upload.subject_id)
    .where('slot', '=', upload.slot)
    .where('file_no', '=', upload.file_no)
    .where('version', '<=', upload.version)
    .where('removed_at', 'is', null)
    .returning([...bytesOfUpload, 'frozen_in'])
    .execute();
  const unnamed = removed.filter(({ frozen_in }) => frozen_in === null);
  await leaveFiles(call.db, unnamed.flatMap(filesOfUpload), call.now);
  await audit(call, `${owner.kind}:${upload.subject_id}`, `${owner.kind}/removeMaterial`, {
    uploadId,
    slot: upload.slot,
  });
}
