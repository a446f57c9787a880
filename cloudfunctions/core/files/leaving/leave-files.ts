import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at } from '../../platform/schema';
import type { KeptKind } from '../../platform/storage/formats/detected-file';
import type { UploadRow } from '../upload-rows';

/** A received file by its storage key (`kind` null), or settled bytes by their SHA-256. */
type Leaving = { name: string; kind: KeptKind | null };

/** The columns by which `filesOfUpload` knows an upload's bytes. */
export const bytesOfUpload = ['storage_key', 'sha256', 'kind'] as const;

/** What was received of an upload and what is settled of it. */
export const filesOfUpload = (upload: Pick<UploadRow, (typeof bytesOfUpload)[number]>): Leaving[] => [
  { name: upload.storage_key, kind: null },
  ...(upload.sha256 !== null && upload.kind !== null ? [{ name: upload.sha256, kind: upload.kind }] : []),
];

/**
 * Remembers bytes that may have lost the last row that names them, in the transaction that takes the row's word back; `eraseLeaving` looks
 * whether any row still does and erases what none names.
 */
export async function leaveFiles(db: Db, files: readonly Leaving[], now: number): Promise<void> {
  if (files.length === 0) return;
  await sql`insert into file_leaving (name, kind, since)
      select distinct on (name) name, kind, ${at(now)}::timestamptz
      from unnest(${files.map(({ name }) => name)}::text[], ${files.map(({ kind }) => kind)}::text[]) as f (name, kind)
    on conflict do nothing`.execute(db);
}

/** Deletes a subject's uploads with everything that they hold. */
export async function deleteUploads(db: Db, subjectId: string, now: number): Promise<void> {
  const uploads = await db.deleteFrom('upload').where('subject_id', '=', subjectId).returning(bytesOfUpload).execute();
  await leaveFiles(db, uploads.flatMap(filesOfUpload), now);
}
