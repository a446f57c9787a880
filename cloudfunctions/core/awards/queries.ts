import { awardLifecycle } from '@shared/awards/award/lifecycle';
import type { ladderOf } from '@shared/awards/ladder';
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

type Totals = { participating: number; winners: number; direct: number; indirect: number };

/** Last edition in four numbers; null before there is one. Expected jobs are what entrants declared; nothing here was verified. */
export async function presentPast(db: Db) {
  const edition = await latestPastEdition(db);
  if (!edition) return null;
  const { rows } = await sql<Totals>`select count(*) as participating, count(a.id) as winners,
      coalesce(sum(e.expected_direct), 0) as direct, coalesce(sum(e.expected_indirect), 0) as indirect
    from entry e left join award a on a.entry_id = e.id and ${published} where e.edition_id = ${edition.editionId} and ${participating}`.execute(
    db,
  );
  const totals = rows[0] ?? { participating: 0, winners: 0, direct: 0, indirect: 0 };
  return {
    editionId: edition.editionId,
    nameZh: edition.nameZh,
    participating: totals.participating,
    winners: totals.winners,
    directExpected: totals.direct,
    indirectExpected: totals.indirect,
    fund: edition.blueprint.fund ?? null,
    synthetic: edition.synthetic,
  };
}
