import { templateList } from '@shared/competition/edition/template-files';
import { hasRoleAnywhere } from '@shared/kernel/actor';
import { type RawBuilder, sql } from 'kysely';
import { addSubjects } from '../../cases/add-subjects';
import { readUploadRows, subjectOfUpload } from '../../files/upload-rows';
import type { Db } from '../../platform/db';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';
import { type EditionRow, editionOf } from './edition-rows';

/** The edition that a template file was sent for. */
export const editionOfUpload: Load<{ uploadId: string }, EditionRow> = async (call, { uploadId }, lock) => {
  const subjectId = await subjectOfUpload(call, uploadId);
  if (subjectId === null) return null;
  const row = await call.db.selectFrom('edition').select('id').where('subject_id', '=', subjectId).executeTakeFirst();
  return row ? editionOf(call, { editionId: row.id }, lock) : null;
};

/** From what an edition's files hang; made with its first. The caller holds the edition's lock. */
export async function subjectOf(call: Call, edition: EditionRow): Promise<string> {
  if (edition.subject_id !== null) return edition.subject_id;
  const id = call.newId();
  await addSubjects(call, 'edition', [id]).execute();
  await call.db.updateTable('edition').set({ subject_id: id }).where('id', '=', edition.id).execute();
  return id;
}

/** An edition's template files as they stand; none before the first. */
export const templateRows = (db: Db, { subject_id: subjectId }: EditionRow) =>
  subjectId === null ? Promise.resolve([]) : readUploadRows(db, subjectId);

const names = (blueprint: RawBuilder<unknown>, uploadId: RawBuilder<unknown>) =>
  sql`${blueprint} -> 'guide' -> 'templates' @> jsonb_build_array(jsonb_build_object('uploadId', ${uploadId}))`;

/** Whether a guide that people read hands this file out. */
export async function isHandedOut({ db }: Call, uploadId: string): Promise<boolean> {
  const { rows } =
    await sql`select from edition d where ${names(sql`d.blueprint`, sql`${uploadId}::text`)} limit 1`.execute(db);
  return rows.length > 0;
}

/** Those that no guide names: none that stands, none that ever stood, none that is being written. */
export async function unnamedOf({ db }: Call, uploadIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select u.id from unnest(${uploadIds}::text[]) u (id)
    where not exists (select from edition d where ${names(sql`d.blueprint`, sql`u.id`)})
      and not exists (select from blueprint_version b where ${names(sql`b.blueprint`, sql`u.id`)})
      and not exists (select from edition_part p where p.part = 'guide'
        and u.id = any(string_to_array(p.data ->> ${templateList}, ',')))`.execute(db);
  return rows.map(({ id }) => id);
}

/** Whether this caller reads the city's files before they are handed out. */
export const readsTemplates = ({ actor }: Call): boolean =>
  hasRoleAnywhere(actor, 'cityStaff') || hasRoleAnywhere(actor, 'auditor');
