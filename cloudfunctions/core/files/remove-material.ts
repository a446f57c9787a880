import { entryContract } from '@shared/entry/contract';
import { isOpen } from '../entry/form/editable';
import { readForm } from '../entry/form/form-state';
import { uploadOf } from '../entry/subjects';
import { viewEntry } from '../entry/views/present-entry';
import { audit } from '../platform/audit/audit';
import { at } from '../platform/schema';
import { procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { discardUploads } from './discard-uploads';
import { uploadRow } from './finish-upload';
import { bytesOfUpload, filesOfUpload, leaveFiles } from './leave-files';

/**
 * Takes a file out of the form with its earlier versions, which do not come back by themselves; the slot's other files stay. What a
 * submission froze is kept with it, other bytes are erased.
 */
export const removeMaterial = procedure(entryContract.removeMaterial, uploadOf, async (call, _input, head) => {
  if (!isOpen(await readForm(call, head), 'materials')) throw new Refused('ENTRY_SECTION_CLOSED');
  const upload = await uploadRow(call, head);
  await discardUploads(call, upload.state === 'sending' || upload.state === 'checking' ? [upload] : []);
  const removed = await call.db
    .updateTable('upload')
    .set({ removed_at: at(call.now) })
    .where('subject_id', '=', head.entryId)
    .where('slot', '=', upload.slot)
    .where('file_no', '=', upload.file_no)
    .where('version', '<=', upload.version)
    .where('removed_at', 'is', null)
    .returning([...bytesOfUpload, 'frozen_in'])
    .execute();
  const unnamed = removed.filter(({ frozen_in }) => frozen_in === null);
  await leaveFiles(call.db, unnamed.flatMap(filesOfUpload), call.now);
  await audit(call, `entry:${head.entryId}`, 'entry/removeMaterial', { uploadId: upload.id, slot: upload.slot });
  return viewEntry(call, head);
});
