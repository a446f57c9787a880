import { audit } from '../platform/audit/audit';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';
import type { Outside } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { checkUpload } from './check-upload';
import { type FileOwner, fileOwnersOf } from './file-owner';
import { type MaterialView, presentMaterial } from './present-material';
import { readUploadRows, uploadRow } from './upload-rows';

/** What the transaction leaves for after it: `check` where the bytes are here and can be judged at once. */
export type Sent = { subjectId: string; uploadId: string; check: boolean; now: number };

/**
 * Says that the bytes were sent. The upload waits as `checking` from then on; on our own endpoint it is judged as soon as that is committed, before
 * the answer, so that no lock is held while a file is read (`judgeSent`). A file in the cloud's storage (`fileId`) waits for the worker, as does
 * one whose judging did not come to its end. Saying it again changes nothing.
 * @param stillOpen asked of a file that is sent now: may its subject still take it, in this slot?
 * Throws Refused FILE_NOT_ARRIVED.
 */
export async function sendUpload(
  call: Call,
  owner: FileOwner,
  { uploadId, fileId }: { uploadId: string; fileId?: string | undefined },
  stillOpen: (slot: string) => Promise<boolean>,
): Promise<Sent> {
  const upload = await uploadRow(call.db, uploadId);
  const sent = { subjectId: upload.subject_id, uploadId, check: fileId === undefined, now: call.now };
  if (upload.state !== 'sending') return sent;
  if (!(await stillOpen(upload.slot))) throw new Refused('FILE_NOT_ARRIVED', '材料现在不能修改，这次上传没有收下');
  const arrived =
    fileId === undefined
      ? upload.received_sha256 !== null
      : // The cloud tells its own address for the path that we named; any other file is not this upload's.
        fileId.endsWith(`/${upload.storage_key}`);
  if (!arrived) throw new Refused('FILE_NOT_ARRIVED');
  await call.db
    .updateTable('upload')
    .set({ state: 'checking', finished_at: at(call.now) })
    .where('id', '=', uploadId)
    .execute();
  await audit(call, `${owner.kind}:${upload.subject_id}`, `${owner.kind}/finishUpload`, { uploadId });
  return sent;
}

/** After the transaction of `sendUpload`: judges what can be judged at once, and answers what stands. */
export const judgeSent =
  (owner: FileOwner) =>
  async (outside: Outside, { subjectId, uploadId, check, now }: Sent): Promise<MaterialView> => {
    const owners = fileOwnersOf([{ fileOwners: [owner] }]);
    // A fault here is the worker's to meet again: the file is here, and it waits as `checking`.
    if (check) await checkUpload(outside, owners, uploadId, now).catch(() => false);
    const all = await readUploadRows(outside.db, subjectId);
    return presentMaterial(await uploadRow(outside.db, uploadId), all);
  };
