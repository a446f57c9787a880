import type { Slot } from '@shared/files/slot';
import { checkFile } from '../platform/storage/check-file';
import { detectKind } from '../platform/storage/detect-kind';
import type { FileKind } from '../platform/storage/formats/detected-file';
import { locationSpans } from '../platform/storage/location/location-spans';
import { StorageError, type TakenFile } from '../platform/storage/storage';
import type { Outside } from '../rpc/procedure';
import { nameContent } from './leaving/name-content';
import type { UploadRow } from './upload-rows';

/** Where the rows and the bytes are. */
export type Checking = Pick<Outside, 'db' | 'storage'>;

export type Outcome =
  | {
      state: 'accepted';
      size: number;
      received_sha256: string;
      sha256: string;
      kind: FileKind;
      name: string;
      marks: string[];
    }
  | { state: 'refused'; size: number | null; refusal_code: string; refusal: string; sha256: null };

/** What differs from what was announced: some of it is missing, or it is another file. */
export const sizeRefusals = {
  UPLOAD_INCOMPLETE: '文件没有传完整，请重新上传。',
  UPLOAD_LARGER: '收到的文件比选择时大，上传已停止。请重新选择文件。',
} as const;

/**
 * Judges received bytes by what they are, not by their name, and moves accepted ones to where no client can write. One copy, taken out of
 * every transfer's reach, is what is judged and what is kept, without the place where a picture was taken. Throws when the storage does not answer.
 */
export async function judgeUpload(home: Checking, upload: UploadRow, slot: Slot): Promise<Outcome> {
  let file: TakenFile;
  try {
    file = await home.storage.take(upload.storage_key, { maxBytes: slot.maxBytes });
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    // Where the bytes pass us by, nobody counted them on their way in.
    const code = error.code === 'UPLOAD_TOO_LARGE' ? 'FILE_TOO_LARGE' : error.code;
    return refused(null, code, error.message);
  }
  const { size } = file;
  if (size !== upload.declared_size) {
    const code = size < upload.declared_size ? 'UPLOAD_INCOMPLETE' : 'UPLOAD_LARGER';
    return refused(size, code, sizeRefusals[code]);
  }
  const kind = await detectKind(file);
  const verdict = checkFile({ name: upload.name, size, kind }, slot);
  if (!verdict.ok) return refused(size, verdict.code, verdict.message);
  // Where a picture was taken is nobody's business; the bytes as they came stay known by their hash.
  const overwrites = await locationSpans(file, verdict.kind);
  const received = upload.received_sha256 ?? (await file.sha256());
  const content = { sha256: await file.sha256(overwrites), kind: verdict.kind };
  if (!(await nameContent(home.db, upload.id, content))) throw new Error('The same content is being erased.');
  await file.settle(content, overwrites);
  return {
    state: 'accepted',
    size,
    received_sha256: received,
    ...content,
    name: verdict.name,
    marks: [...verdict.marks],
  };
}

const refused = (size: number | null, code: string, refusal: string): Outcome => ({
  state: 'refused',
  size,
  refusal_code: code,
  refusal,
  sha256: null,
});
