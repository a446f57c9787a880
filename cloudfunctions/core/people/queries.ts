import type { Db } from '../platform/db';

/** What later areas may read of persons, of the city's list of words, and of what was thought of texts. */
export {
  digestOf,
  type Judged,
  type KnownText,
  knownWith,
  type ReadText,
  refusedWhy,
  textHeld,
  textsKnown,
  textsUnjudged,
} from './content/text-checks';
export { contentWordsInSql } from './content/words';

/** Whether somebody holds a grant, or ever held one. */
export async function everWasStaff(db: Db, personId: string): Promise<boolean> {
  const grant = await db.selectFrom('role_grant').select('id').where('person_id', '=', personId).limit(1).execute();
  return grant.length > 0;
}
