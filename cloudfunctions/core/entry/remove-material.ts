import { entryContract } from '@shared/entry/contract';
import { audit } from '../platform/audit';
import { at } from '../platform/schema';
import { procedure } from '../procedure';
import { Refused } from '../refused';
import { discardUploads } from './discard-uploads';
import { isOpen } from './editable';
import { uploadRow } from './finish-upload';
import { readForm } from './form-state';
import { viewEntry } from './present-entry';
import { uploadOf } from './subjects';

/**
 * Takes a file out of the form, so that the slot is empty; earlier versions do not come back by themselves. What a submission
 * froze is kept with it.
 */
export const removeMaterial = procedure(entryContract.removeMaterial, uploadOf, async (call, _input, head) => {
  if (!isOpen(await readForm(call, head), 'materials')) throw new Refused('ENTRY_SECTION_CLOSED');
  const upload = await uploadRow(call, head);
  await discardUploads(call, upload.state === 'sending' || upload.state === 'checking' ? [upload] : []);
  await call.db
    .updateTable('upload')
    .set({ removed_at: at(call.now) })
    .where('entry_id', '=', head.entryId)
    .where('slot', '=', upload.slot)
    .where('version', '<=', upload.version)
    .where('removed_at', 'is', null)
    .execute();
  await audit(call, `entry:${head.entryId}`, 'entry/removeMaterial', { uploadId: upload.id, slot: upload.slot });
  return viewEntry(call, head);
});
