import type { Reply } from '../envelope';
import type { StreamingHome } from '../home';
import { at } from '../platform/schema';
import { type Received, StorageError } from '../platform/storage/storage';
import { verifyUploadToken } from '../platform/storage/upload-token';
import { readEditionRules, slotOf } from './edition-rules';

export type IncomingUpload = { uploadId: string; token: string; source: AsyncIterable<Uint8Array> };

/**
 * Takes the bytes of one announced upload at our own endpoint, while they stream, up to the slot's limit. They stay unread and
 * unopened until `finishUpload` has them checked. A transfer that breaks off may be sent again with the same token.
 * @returns an envelope with its status, as `serve` does; a source that breaks off throws its own error
 */
export async function receiveUpload(home: StreamingHome, incoming: IncomingUpload): Promise<Reply> {
  const verdict = verifyUploadToken(incoming.token, incoming.uploadId, home.now(), home.keys);
  if (!verdict.ok) return refused(403, verdict.code, verdict.message);
  const upload = await home.db
    .selectFrom('upload as u')
    .innerJoin('entry as e', 'e.id', 'u.entry_id')
    .select(['u.id', 'u.slot', 'u.state', 'u.storage_key', 'u.begun_by', 'e.contest_id'])
    .where('u.id', '=', incoming.uploadId)
    .executeTakeFirst();
  if (!upload || upload.begun_by !== verdict.personId)
    return refused(404, 'NOT_FOUND', '没有找到这次上传，请重新选择文件');
  if (upload.state !== 'sending') return refused(409, 'ENTRY_UPLOAD_OVER', '这次上传已经结束，请重新选择文件');
  const rules = await readEditionRules(home.db, upload.contest_id);
  const slot = rules && slotOf(rules, upload.slot);
  if (!slot) return refused(404, 'NOT_FOUND', '没有找到这次上传，请重新选择文件');
  let received: Received;
  try {
    received = await home.storage.receive(upload.storage_key, incoming.source, { maxBytes: slot.maxBytes });
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'UPLOAD_TOO_LARGE') throw error;
    await home.db
      .updateTable('upload')
      .set({ state: 'refused', refusal_code: 'FILE_TOO_LARGE', refusal: error.message, finished_at: at(home.now()) })
      .where('id', '=', upload.id)
      .where('state', '=', 'sending')
      .execute();
    return refused(413, 'FILE_TOO_LARGE', error.message);
  }
  const { numUpdatedRows } = await home.db
    .updateTable('upload')
    .set({ size: received.size, sha256: received.sha256 })
    .where('id', '=', upload.id)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    await home.storage.discard(upload.storage_key);
    return refused(409, 'ENTRY_UPLOAD_OVER', '这次上传已经取消，请重新选择文件');
  }
  return { status: 200, body: { ok: true, data: { uploadId: upload.id, size: received.size } } };
}

const refused = (status: number, code: string, message: string): Reply => ({
  status,
  body: { ok: false, error: { code, message } },
});
