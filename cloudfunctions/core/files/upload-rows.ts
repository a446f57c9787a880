import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Db } from '../platform/db';
import type { FilesTables } from '../platform/schema/files';
import type { Call } from '../rpc/call';

export type UploadRow = Selectable<FilesTables['upload']>;

/** Every upload of a subject that was not cancelled, in the order of its files, newest version first. */
export const readUploadRows = (db: Db, subjectId: string): Promise<UploadRow[]> =>
  db
    .selectFrom('upload')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('state', '!=', 'cancelled')
    .orderBy('slot')
    .orderBy('file_no')
    .orderBy('version', 'desc')
    .execute();

/** Accepted files that are there still, by their ids. */
export async function filesById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, UploadRow>> {
  const rows = await db
    .selectFrom('upload')
    .selectAll()
    .where('id', 'in', ids)
    .where('state', '=', 'accepted')
    .where('removed_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Uploads of a subject as one column, for a query that reads other rows of the subject too; instants in it are text. */
export const uploadsOf = (subjectId: RawBuilder<unknown>) => sql`
  (select json_agg(u order by u.slot, u.file_no, u.version desc) from upload u
    where u.subject_id = ${subjectId} and u.state <> 'cancelled')`;

/** An upload's row as it stands; of a change, after its subject's lock was taken. */
export const uploadRow = (db: Db, uploadId: string): Promise<UploadRow> =>
  db.selectFrom('upload').selectAll().where('id', '=', uploadId).executeTakeFirstOrThrow();

/** What an upload belongs to, for calls that name only the upload; null: there is no such upload. */
export async function subjectOfUpload({ db }: Call, uploadId: string): Promise<string | null> {
  const row = await db.selectFrom('upload').select('subject_id').where('id', '=', uploadId).executeTakeFirst();
  return row?.subject_id ?? null;
}
