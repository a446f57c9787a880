import type { Slot } from '@shared/competition/blueprint';
import type { InsideHome } from '../home';
import type { Db } from '../platform/db';
import { at } from '../platform/schema';
import { checkFile } from '../platform/storage/check-file';
import { detectKind } from '../platform/storage/detect-kind';
import type { FileKind } from '../platform/storage/formats/detected-file';
import { type ReceivedFile, StorageError } from '../platform/storage/storage';
import type { UploadRow } from './form-state';

export type Outcome =
  | { state: 'accepted'; size: number; sha256: string; kind: FileKind }
  | { state: 'refused'; size: number; refusal_code: string; refusal: string };

/**
 * Judges received bytes by what they are, not by their name, and moves accepted ones to where no client can write; their
 * SHA-256 is taken again there. The row then says `accepted` or `refused` with the reason.
 * Throws StorageError UPLOAD_MISSING when nothing has arrived; then nothing is changed.
 */
export async function checkUpload(
  home: InsideHome,
  db: Db,
  upload: UploadRow,
  slot: Slot,
  now: number,
): Promise<Outcome> {
  const outcome = await judgeReceived(home, upload, slot);
  if (outcome.state === 'refused') await home.storage.discard(upload.storage_key);
  await db
    .updateTable('upload')
    .set({ ...outcome, finished_at: at(now) })
    .where('id', '=', upload.id)
    .execute();
  return outcome;
}

async function judgeReceived(home: InsideHome, upload: UploadRow, slot: Slot): Promise<Outcome> {
  const { maxBytes } = slot;
  try {
    return await judge(home, upload, slot, await home.storage.received(upload.storage_key, { maxBytes }));
  } catch (error) {
    // Where the bytes pass us by, nobody counted them on their way in.
    if (!(error instanceof StorageError) || error.code !== 'UPLOAD_TOO_LARGE') throw error;
    return { state: 'refused', size: upload.declared_size, refusal_code: 'FILE_TOO_LARGE', refusal: error.message };
  }
}

async function judge(home: InsideHome, upload: UploadRow, slot: Slot, file: ReceivedFile): Promise<Outcome> {
  const kind = await detectKind(file);
  const verdict = checkFile({ name: upload.name, size: file.size, kind }, slot);
  if (!verdict.ok) return { state: 'refused', size: file.size, refusal_code: verdict.code, refusal: verdict.message };
  if (kind.state !== 'sound') throw new Error('A file that is not sound passed its check.');
  const sha256 = upload.sha256 ?? (await file.sha256());
  try {
    await home.storage.settle(upload.storage_key, { sha256, kind: kind.kind });
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'UPLOAD_CHANGED') throw error;
    return { state: 'refused', size: file.size, refusal_code: error.code, refusal: error.message };
  }
  return { state: 'accepted', size: file.size, sha256, kind: kind.kind };
}
