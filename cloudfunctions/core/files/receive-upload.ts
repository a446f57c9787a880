import { announcedFiles } from '@shared/files/refusals';
import { at } from '../platform/schema';
import { type Received, StorageError } from '../platform/storage/storage';
import { verifyUploadToken } from '../platform/storage/upload-token';
import { makeCall } from '../rpc/call';
import type { Reply } from '../rpc/envelope';
import type { StreamingHome } from '../rpc/home';
import { hasRoom } from './disk-reserve';
import { type FileOwners, ownerOf } from './file-owner';
import { sizeRefusals } from './judge-upload';

export type IncomingUpload = { uploadId: string; token: string; source: AsyncIterable<Uint8Array> };

/**
 * Takes the bytes of one announced upload at our own endpoint, while they stream, as many as were announced. They stay unread and
 * unopened until `finishUpload` has them checked. A token is good for one transfer: whoever breaks off begins anew. Whether its person may still
 * work on its subject is asked again.
 * @returns an envelope with its status, as `serve` does; a source that breaks off throws its own error
 */
export async function receiveUpload(home: StreamingHome, owners: FileOwners, incoming: IncomingUpload): Promise<Reply> {
  const now = home.now();
  const verdict = verifyUploadToken(incoming.token, incoming.uploadId, now, home.keys);
  if (!verdict.ok) return refused(403, verdict.code, verdict.message);
  const upload = await home.db
    .selectFrom('upload as u')
    .innerJoin('subject as s', 's.id', 'u.subject_id')
    .select(['u.id', 'u.subject_id', 'u.slot', 'u.state', 'u.storage_key', 'u.declared_size', 'u.begun_by', 's.kind'])
    .where('u.id', '=', incoming.uploadId)
    .executeTakeFirst();
  if (!upload || upload.begun_by !== verdict.personId) return notFound;
  if (upload.state !== 'sending') return over;
  const call = makeCall(home, home.db, null, now);
  const admitted = await ownerOf(owners, upload.kind).admits(call, upload.subject_id, upload.begun_by, upload.slot);
  if (admitted === 'hidden') return notFound;
  if (admitted === 'closed') return closed;
  if (!(await hasRoom(home.storage, upload.declared_size))) return noRoom;
  if (!(await begins(home, upload.id, now))) return over;

  let received: Received;
  try {
    const limit = { maxBytes: upload.declared_size };
    received = await home.storage.receive(upload.storage_key, incoming.source, limit);
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'UPLOAD_TOO_LARGE') throw error;
    return refuse(home, upload.id, 413, 'UPLOAD_LARGER');
  }
  if (received.size < upload.declared_size) {
    await home.storage.discard(upload.storage_key);
    return refuse(home, upload.id, 422, 'UPLOAD_INCOMPLETE');
  }
  const { numUpdatedRows } = await home.db
    .updateTable('upload')
    .set({ size: received.size, received_sha256: received.sha256 })
    .where('id', '=', upload.id)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    await home.storage.discard(upload.storage_key);
    return refused(409, 'FILE_OVER', '这次上传已经取消，请重新选择文件');
  }
  return { status: 200, body: { ok: true, data: { uploadId: upload.id, size: received.size } } };
}

/** Uses up the upload's token. Two transfers at once: one begins. */
async function begins(home: StreamingHome, uploadId: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await home.db
    .updateTable('upload')
    .set({ transfer_at: at(now) })
    .where('id', '=', uploadId)
    .where('state', '=', 'sending')
    .where('transfer_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function refuse(
  home: StreamingHome,
  uploadId: string,
  status: number,
  code: keyof typeof sizeRefusals,
): Promise<Reply> {
  await home.db
    .updateTable('upload')
    .set({ state: 'refused', refusal_code: code, refusal: sizeRefusals[code], finished_at: at(home.now()) })
    .where('id', '=', uploadId)
    .where('state', '=', 'sending')
    .execute();
  return refused(status, code, sizeRefusals[code]);
}

const refused = (status: number, code: string, message: string): Reply => ({
  status,
  body: { ok: false, error: { code, message } },
});

const notFound = refused(404, 'NOT_FOUND', '没有找到这次上传，请重新选择文件');
const closed = refused(422, 'FILE_CLOSED', '材料现在不能修改，这次上传没有收下');
const over = refused(409, 'FILE_OVER', '这次上传已经开始过，请重新选择文件');
const noRoom = refused(422, 'FILE_NO_ROOM', announcedFiles.FILE_NO_ROOM.message);
