import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at } from '../../platform/schema';
import type { TextVerdict } from './judge-text';

/** `waiting`: WeChat is asked again; `review`: staff look; `refused`: told to its owner until they write another. */
export type NameState = 'waiting' | 'review' | 'refused';

/** A name that is not shown to others yet. Milliseconds. */
export type NameCheck = {
  personId: string;
  name: string;
  state: NameState;
  why: string | null;
  version: number;
  since: number;
};

/** Kept beside the name that stands meanwhile. `soonest`: when WeChat is asked again. */
const againMs = 10 * 60_000;
const mostTries = 5;

/** A name that was just written and is neither taken nor refused: one a person, the newest. */
export async function holdName(
  db: Db,
  personId: string,
  name: string,
  verdict: Extract<TextVerdict, { kind: 'look' | 'later' }>,
  now: number,
): Promise<void> {
  const state = verdict.kind === 'look' ? 'review' : 'waiting';
  await sql`insert into name_check as n (person_id, name, state, since, due_at, version)
    values (${personId}, ${name}, ${state}, ${at(now)}, ${at(now + againMs)}, 1)
    on conflict (person_id) do update set name = excluded.name, state = excluded.state, why = null, tries = 0,
      since = excluded.since, due_at = excluded.due_at, version = n.version + 1`.execute(db);
}

/** A name was taken: nothing is held of its owner any more. */
export const dropName = (db: Db, personId: string) =>
  db.deleteFrom('name_check').where('person_id', '=', personId).execute();

const most = 50;

/** Those that staff have to look at, the oldest first; then those that WeChat is asked about again. */
export async function namesHeld(db: Db): Promise<Array<NameCheck & { shown: string }>> {
  const { rows } = await sql<
    NameCheck & { shown: string }
  >`select n.person_id as "personId", n.name, n.state, n.why, n.version,
      n.since, p.display_name as shown
    from name_check n join person p on p.id = n.person_id where n.state <> 'refused'
    order by n.state = 'waiting', n.since, n.person_id limit ${most}`.execute(db);
  return rows;
}

/** How many staff have to look at. */
export async function countNamesToLookAt(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from name_check where state = 'review'`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** Names of which WeChat is to be asked again, the longest due first. */
export async function namesDue(db: Db, now: number): Promise<NameCheck[]> {
  const { rows } = await sql<NameCheck>`select person_id as "personId", name, state, why, version, since from name_check
    where state = 'waiting' and due_at <= ${at(now)} order by due_at, person_id limit ${most}`.execute(db);
  return rows;
}

/**
 * Ends the check of a name, or puts it off, unless its owner has written another meanwhile. A name that is taken is shown from now on, in the
 * same statement, but of an account that was closed meanwhile. After five times in vain a person looks.
 * @returns whether it was this very name
 */
export async function endName(
  db: Db,
  { personId, version }: Pick<NameCheck, 'personId' | 'version'>,
  verdict: TextVerdict,
  now: number,
): Promise<boolean> {
  const one = sql`person_id = ${personId} and version = ${version} and state <> 'refused'`;
  const done =
    verdict.kind === 'taken'
      ? sql`with taken as (delete from name_check where ${one} returning person_id, name)
          update person p set display_name = t.name from taken t
          where p.id = t.person_id and p.erased_at is null`
      : verdict.kind === 'refused'
        ? sql`update name_check set state = 'refused', why = ${verdict.why} where ${one}`
        : verdict.kind === 'look'
          ? sql`update name_check set state = 'review' where ${one}`
          : sql`update name_check set tries = tries + 1, due_at = ${at(now + againMs)},
              state = case when tries + 1 >= ${mostTries} then 'review' else state end where ${one}`;
  const { numAffectedRows } = await done.execute(db);
  return Number(numAffectedRows ?? 0) > 0;
}
