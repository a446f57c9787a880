import { entryContract } from '@shared/entry/contract';
import { isOpen } from '../entry/form/editable';
import { slotOf } from '../entry/form/edition-rules';
import { readForm, readUploadRows, type UploadRow } from '../entry/form/form-state';
import { type UploadHead, uploadOf } from '../entry/subjects';
import { audit } from '../platform/audit/audit';
import type { Db } from '../platform/db';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';
import { finishingProcedure, type Outside } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { checkUpload } from './check-upload';
import { type MaterialView, presentMaterial } from './present-material';

/** What the transaction leaves for after it: `check` where the bytes are here and can be judged at once. */
type Sent = { entryId: string; uploadId: string; check: boolean; now: number };

/**
 * Says that the bytes were sent. The upload waits as `checking` from then on; on our own endpoint it is judged as soon as that is committed, before
 * the answer, so that no lock is held while a file is read. A file in the cloud's storage (`fileId`) waits for the worker, as does one whose
 * judging did not come to its end. Saying it again answers what stands.
 */
export const finishUpload = finishingProcedure(entryContract.finishUpload, uploadOf, send, judge);

async function send(
  call: Call,
  input: { uploadId: string; fileId?: string | undefined },
  head: UploadHead,
): Promise<Sent> {
  const upload = await uploadRow(call, head);
  const sent = { entryId: head.entryId, uploadId: upload.id, check: input.fileId === undefined, now: call.now };
  if (upload.state !== 'sending') return sent;
  const form = await readForm(call, head);
  const open = isOpen(form, 'materials') && slotOf(form.rules, upload.slot) !== null;
  if (!open) throw new Refused('ENTRY_UPLOAD_NOT_ARRIVED', '材料现在不能修改，这次上传没有收下');
  const arrived =
    input.fileId === undefined
      ? upload.received_sha256 !== null
      : // The cloud tells its own address for the path that we named; any other file is not this upload's.
        input.fileId.endsWith(`/${upload.storage_key}`);
  if (!arrived) throw new Refused('ENTRY_UPLOAD_NOT_ARRIVED');
  await call.db
    .updateTable('upload')
    .set({ state: 'checking', finished_at: at(call.now) })
    .where('id', '=', upload.id)
    .execute();
  await audit(call, `entry:${head.entryId}`, 'entry/finishUpload', { uploadId: upload.id });
  return sent;
}

async function judge(outside: Outside, { entryId, uploadId, check, now }: Sent): Promise<MaterialView> {
  // A fault here is the worker's to meet again: the file is here, and it waits as `checking`.
  if (check) await checkUpload(outside, uploadId, now).catch(() => false);
  const all = await readUploadRows(outside.db, entryId);
  const upload = await oneUpload(outside.db, uploadId);
  return presentMaterial(upload, all);
}

const oneUpload = (db: Db, uploadId: string): Promise<UploadRow> =>
  db.selectFrom('upload').selectAll().where('id', '=', uploadId).executeTakeFirstOrThrow();

/** The upload's row as it stands after the entry's lock was taken. */
export const uploadRow = (call: Call, head: UploadHead): Promise<UploadRow> => oneUpload(call.db, head.uploadId);
