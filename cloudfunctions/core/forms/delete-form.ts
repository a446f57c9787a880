import { sql } from 'kysely';
import type { Db } from '../platform/db';

/** Deletes everything of a form that was never handed in: its parts, what was sealed, and what was agreed to. */
export const deleteForm = (db: Db, subjectId: string) =>
  sql`with agreed as (delete from consent where subject_id = ${subjectId}),
    secret as (delete from sealed_value where subject_id = ${subjectId})
    delete from section where subject_id = ${subjectId}`.execute(db);
