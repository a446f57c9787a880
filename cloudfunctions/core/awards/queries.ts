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

/** An entry with which somebody took part: what it won on a published list, by its place on the edition's ladder (0 the highest); null: nothing. */
export type Stand = { entryId: string; reference: string | null; place: number | null; levelZh: string | null };

type StandRow = { entryId: string; reference: string | null; level: string | null; awards: Blueprint['awards'] | null };

/** Whose an entry and its award (`e`, `a`) are: whoever claimed the award, else the entry's leader. */
export const awardOwner = sql`coalesce(a.person_id, e.leader_id)`;

/** A person's entries that took part, those whose award they claimed among them; what won most first, then the newest. */
export async function standsOf(db: Db, personId: string): Promise<Stand[]> {
  const { rows } = await sql<StandRow>`select e.id as "entryId", e.reference, a.level, d.blueprint -> 'awards' as awards
    from entry e join edition d on d.id = e.edition_id left join award a on a.entry_id = e.id and ${published}
    where e.id in (select id from entry where leader_id = ${personId} union all select entry_id from award where person_id = ${personId})
      and ${awardOwner} = ${personId} and ${participating} order by e.changed_at desc, e.id limit 50`.execute(db);
  const stands = rows.map(({ entryId, reference, level, awards }): Stand => {
    const ladder = ladderOf({ ...(awards && { awards }) });
    const place = ladder.findIndex(({ code }) => code === level);
    return level === null || place === -1
      ? { entryId, reference, place: null, levelZh: null }
      : { entryId, reference, place, levelZh: zhOf(ladder, level) };
  });
  const last = Number.MAX_SAFE_INTEGER;
  return stands.sort((a, b) => (a.place ?? last) - (b.place ?? last));
}
