import { entryContract } from '@shared/entry/contract';
import type { Call } from '../call';
import { audit } from '../platform/audit';
import { at } from '../platform/schema';
import { StorageError } from '../platform/storage/storage';
import { procedure } from '../procedure';
import { Refused } from '../refused';
import { checkUpload } from './check-upload';
import { isOpen } from './editable';
import { slotOf } from './edition-rules';
import { readForm, readUploadRows, type UploadRow } from './form-state';
import { type MaterialView, presentMaterial } from './present-material';
import { type UploadHead, uploadOf } from './subjects';

/**
 * Says that the bytes were sent. On our own endpoint they are here and are checked at once; a file in the cloud's storage
 * (`fileId`) waits as `checking` for the worker. Saying it again answers what stands.
 */
export const finishUpload = procedure(entryContract.finishUpload, uploadOf, async (call, input, head) => {
  const upload = await uploadRow(call, head);
  if (upload.state !== 'sending') return viewMaterial(call, head);
  const form = await readForm(call, head);
  if (!isOpen(form, 'materials')) throw new Refused('ENTRY_UPLOAD_NOT_ARRIVED', '材料现在不能修改，这次上传没有收下');
  if (input.fileId !== undefined) {
    // The cloud tells its own address for the path that we named; any other file is not this upload's.
    if (!input.fileId.endsWith(`/${upload.storage_key}`)) throw new Refused('ENTRY_UPLOAD_NOT_ARRIVED');
    await call.db
      .updateTable('upload')
      .set({ state: 'checking', finished_at: at(call.now) })
      .where('id', '=', upload.id)
      .execute();
    return viewMaterial(call, head);
  }
  const slot = slotOf(form.rules, upload.slot);
  if (!slot) throw new Refused('NOT_FOUND');
  try {
    await checkUpload(call.home, call.db, upload, slot, call.now);
  } catch (error) {
    if (error instanceof StorageError && error.code === 'UPLOAD_MISSING') throw new Refused('ENTRY_UPLOAD_NOT_ARRIVED');
    throw error;
  }
  const view = await viewMaterial(call, head);
  await audit(call, `entry:${head.entryId}`, 'entry/finishUpload', {
    uploadId: upload.id,
    state: view.state,
    sha256: view.sha256,
  });
  return view;
});

/** The upload's row as it stands after the entry's lock was taken. */
export const uploadRow = (call: Call, head: UploadHead): Promise<UploadRow> =>
  call.db.selectFrom('upload').selectAll().where('id', '=', head.uploadId).executeTakeFirstOrThrow();

async function viewMaterial(call: Call, head: UploadHead): Promise<MaterialView> {
  const all = await readUploadRows(call, head.entryId);
  return presentMaterial(await uploadRow(call, head), all);
}
