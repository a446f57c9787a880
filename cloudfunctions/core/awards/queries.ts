import { awardLifecycle } from '@shared/awards/award/lifecycle';
import { ladderOf } from '@shared/awards/ladder';
import type { Blueprint } from '@shared/competition/blueprint';
import { sql } from 'kysely';
import { latestPastEdition } from '../competition/queries';
import type { Db } from '../platform/db';

/** True of an entry (`e`) that took part, whatever became of it: the rejected and the withdrawn did not. */
export const participating = sql`e.state = 'qualified'`;

/** True of an award (`a`) that stands on the published list; spelled out, so that its index serves. */
export const published = sql`a.state in (${sql.join(awardLifecycle.statesThat(({ live }) => live === true).map((state) => sql.lit(state)))})`;

/** What a level is called, also one that its edition's ladder names no more. */
export const zhOf = (ladder: ReturnType<typeof ladderOf>, award: string): string =>
  ladder.find(({ code }) => code === award)?.zh ?? '获奖';

/** Entry → whoever claimed its award and was confirmed. */
export async function awardOwners(db: Db, entryIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{
    entryId: string;
    personId: string;
  }>`select entry_id as "entryId", person_id as "personId"
    from award where entry_id = any (${[...entryIds]}::uuid[]) and person_id is not null`.execute(db);
  return new Map(rows.map(({ entryId, personId }) => [entryId, personId]));
}

type Totals = { level: string | null; participating: number; direct: number; indirect: number };

/** Last edition in numbers; null before there is one. Expected jobs are what entrants declared; nothing here was verified. */
export async function presentPast(db: Db) {
  const edition = await latestPastEdition(db);
  if (!edition) return null;
  const { rows } = await sql<Totals>`select a.level, count(*) as participating,
      coalesce(sum(e.expected_direct), 0) as direct, coalesce(sum(e.expected_indirect), 0) as indirect
    from entry e left join award a on a.entry_id = e.id and ${published} where e.edition_id = ${edition.editionId} and ${participating}
    group by a.level`.execute(db);
  const sum = (of: (row: Totals) => number, among = rows) => among.reduce((total, row) => total + of(row), 0);
  const won = (row: Totals) => row.level !== null;
  const ladder = ladderOf(edition.blueprint);
  const levels = [...new Set([...ladder.map(({ zh }) => zh), zhOf(ladder, '')])].map((zh) => ({
    zh,
    winners: sum(
      ({ participating: n }) => n,
      rows.filter(({ level }) => level !== null && zhOf(ladder, level) === zh),
    ),
  }));
  return {
    editionId: edition.editionId,
    nameZh: edition.nameZh,
    participating: sum(({ participating: n }) => n),
    winners: sum(({ participating: n }) => n, rows.filter(won)),
    levels: levels.filter(({ winners }) => winners > 0),
    directExpected: sum(({ direct }) => direct),
    indirectExpected: sum(({ indirect }) => indirect),
    fund: edition.blueprint.fund ?? null,
    synthetic: edition.synthetic,
  };
}

/** What the running edition has given by now; null: nothing. */
export async function wonNow(db: Db): Promise<{ editionId: string; winners: number } | null> {
  const { rows } = await sql<{
    editionId: string;
    winners: number;
  }>`select a.edition_id as "editionId", count(*) as winners
    from award a join edition d on d.id = a.edition_id and d.status = 'current' where ${published} group by a.edition_id`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** An entry with which somebody took part: what it won on a published list, by its place on the edition's ladder (0 the highest); null: nothing. */
export type Stand = { entryId: string; reference: string | null; place: number | null; levelZh: string | null };

type StandRow = {
  entryId: string;
  personId: string;
  reference: string | null;
  level: string | null;
  awards: Blueprint['awards'] | null;
};

/** Whose an entry and its award (`e`, `a`) are: whoever claimed the award, else the entry's leader. */
export const awardOwner = sql`coalesce(a.person_id, e.leader_id)`;

/** Award → whose it is by now; of one that stands no more, nobody's. */
export async function holdersOfAwards(db: Db, awardIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ awardId: string; personId: string | null }>`select a.id as "awardId",
    ${awardOwner} as "personId" from award a join entry e on e.id = a.entry_id
    where a.id = any (${[...awardIds]}::uuid[]) and ${published}`.execute(db);
  return new Map(rows.flatMap(({ awardId, personId }) => (personId === null ? [] : [[awardId, personId]])));
}

const lowest = Number.MAX_SAFE_INTEGER;

/** Of each of these people the entries that took part and are theirs, what won most first, then the newest. Whose an award is, whoever claimed it says. */
export async function standsOfMany(db: Db, people: readonly string[]): Promise<Map<string, Stand[]>> {
  const ids = sql`any (${[...people]}::uuid[])`;
  const { rows } = await sql<StandRow>`with own as (
      select e.id, e.leader_id as person_id from entry e where e.leader_id = ${ids}
        and not exists (select from award c where c.entry_id = e.id and c.person_id is not null)
      union all select c.entry_id, c.person_id from award c where c.person_id = ${ids})
    select e.id as "entryId", own.person_id as "personId", e.reference, a.level, d.blueprint -> 'awards' as awards
    from own join entry e on e.id = own.id join edition d on d.id = e.edition_id
      left join award a on a.entry_id = e.id and ${published}
    where ${participating} order by e.changed_at desc, e.id limit 1000`.execute(db);
  const found = new Map<string, Stand[]>();
  for (const { personId, entryId, reference, level, awards } of rows) {
    const ladder = ladderOf({ ...(awards && { awards }) });
    const place = ladder.findIndex(({ code }) => code === level);
    const won = level !== null && place !== -1;
    const stand = { entryId, reference, place: won ? place : null, levelZh: won ? zhOf(ladder, level) : null };
    found.set(personId, [...(found.get(personId) ?? []), stand]);
  }
  for (const stands of found.values()) stands.sort((a, b) => (a.place ?? lowest) - (b.place ?? lowest));
  return found;
}

/** The same of one person. */
export const standsOf = async (db: Db, personId: string): Promise<Stand[]> =>
  (await standsOfMany(db, [personId])).get(personId) ?? [];
