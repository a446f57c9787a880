import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at } from '../../platform/schema';
import { bytesOfUpload, filesOfUpload, leaveFiles } from './leave-files';

/** Takes away these subjects' pictures of papers, those that a submission froze too: its words still tell that there was one. */
export const forgetPersonal = (db: Db, subjectIds: readonly string[], now: number): Promise<void> =>
  forget(db, subjectIds, now, sql`personal`);

/** Takes away every file of these subjects. */
export const forgetFiles = (db: Db, subjectIds: readonly string[], now: number): Promise<void> =>
  forget(db, subjectIds, now, sql`true`);

async function forget(db: Db, subjectIds: readonly string[], now: number, which: RawBuilder<unknown>): Promise<void> {
  const gone = await db
    .updateTable('upload')
    .set({ state: 'cancelled', removed_at: at(now), checking_until: null })
    .where('subject_id', 'in', subjectIds)
    .where(sql<boolean>`${which}`)
    .where('state', '!=', 'cancelled')
    .returning(bytesOfUpload)
    .execute();
  await leaveFiles(db, gone.flatMap(filesOfUpload), now);
}

/** Whether a subject still holds such a picture, as a condition of a query. */
export const holdsPersonal = (subjectId: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from upload u where u.subject_id = ${subjectId} and u.personal and u.state <> 'cancelled')`;

/** Whether a subject has any file, as a condition of a query. */
export const holdsFiles = (subjectId: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from upload u where u.subject_id = ${subjectId} and u.state <> 'cancelled')`;
