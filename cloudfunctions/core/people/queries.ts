import { sql } from 'kysely';
import type { Db } from '../platform/db';
import { isLive } from '../platform/grants';
import { cityInTurn } from './grants/city-in-turn';

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

/**
 * Holds whoever closes their account: what they are about elsewhere is done before this answers, and what comes behind it finds nobody (`standing`).
 * Then the officials of the city, one after the other: each counts whom those before left.
 */
export async function holdLeaver(db: Db, personId: string): Promise<void> {
  await sql`select from person where id = ${personId} for update`.execute(db);
  await cityInTurn(db);
}

export type JudgeGrant = {
  /** null: in the whole city. */
  regionId: string | null;
  regionZh: string | null;
  givenBy: string | null;
  givenAt: number;
  endsAt: number | null;
};

/** Where somebody is a judge now, by whom and until when (epoch milliseconds), in the regions' own order. */
export async function judgeGrantsOf(db: Db, personId: string, now: number): Promise<JudgeGrant[]> {
  const { rows } = await sql<JudgeGrant>`select g.region_id as "regionId", r.name_zh as "regionZh",
      giver.display_name as "givenBy", g.given_at as "givenAt", g.ends_at as "endsAt"
    from role_grant g left join region r on r.id = g.region_id left join person giver on giver.id = g.given_by
    where g.person_id = ${personId} and g.role = 'judge' and g.scope_kind in ('region', 'all') and ${isLive(now)}
    order by r.sort nulls first`.execute(db);
  return rows;
}
