import type { Db } from '../platform/db';

/** What later areas may read of persons and of the city's list of words. */
export { contentWordsInSql } from './content/words';

/** Whether somebody holds a grant, or ever held one. */
export async function everWasStaff(db: Db, personId: string): Promise<boolean> {
  const grant = await db.selectFrom('role_grant').select('id').where('person_id', '=', personId).limit(1).execute();
  return grant.length > 0;
}
