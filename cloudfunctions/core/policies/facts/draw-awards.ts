import { awardLifecycle } from '@shared/awards/award/lifecycle';
import type { AwardState } from '@shared/awards/award/states';
import { ladderOf } from '@shared/awards/ladder';
import type { Blueprint } from '@shared/competition/blueprint';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { awardOwner } from '../../awards/queries';
import type { Db } from '../../platform/db';
import { type Call, makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import { keepFacts, type Learnt } from './keep-facts';

const atOnce = 200;

export type AwardRow = {
  awardId: string;
  personId: string;
  state: AwardState;
  level: string;
  editionId: string;
  editionZh: string;
  year: number;
  awards: Blueprint['awards'] | null;
  changedAt: number;
};

/** An award is a fact once it is confirmed; until then it is known to the city alone. */
const confirmed = awardLifecycle.statesThat(({ tone }) => tone === 'pass');

/** Draws what awards say of those whose they are, of awards that changed since. Answers how many people it looked at. */
export async function drawAwards(home: Home): Promise<number> {
  let drawn = 0;
  for (;;) {
    const some = await home.db.transaction().execute((tx) => drawSome(makeCall(home, tx, null, home.now())));
    drawn += some;
    if (some === 0) return drawn;
  }
}

async function drawSome(call: Call): Promise<number> {
  // With whoever has it now goes whoever had it, of whom it says nothing any more.
  const { rows: people } = await sql<{ personId: string }>`
    with changed as (select a.id, a.version, ${awardOwner} as owner, e.leader_id from award a join entry e on e.id = a.entry_id
        left join award_drawn d on d.award_id = a.id
      where d.version is distinct from a.version order by a.id limit ${atOnce} for update of a skip locked),
    noted as (insert into award_drawn (award_id, version) select id, version from changed
      on conflict (award_id) do update set version = excluded.version)
    select owner as "personId" from changed union all select leader_id from changed
      union all select f.person_id from person_fact f join changed c on c.id = f.subject_id
        where f.source = 'award' and f.ended_at is null`.execute(call.db);
  if (people.length === 0) return 0;
  const ids = [...new Set(people.map(({ personId }) => personId))];
  const rows = await awardsOf(call.db, ids);
  const learnt = ids.flatMap((id) => learntFrom(rows.filter(({ personId }) => personId === id)));
  await keepFacts(call, learnt, sql`f.source = 'award' and f.person_id = any (${ids}::uuid[])`);
  return people.length;
}

/** Every award of these people, and of entries that they led. */
export async function awardsOf(db: Db, ids: readonly string[]): Promise<AwardRow[]> {
  const { rows } =
    await sql<AwardRow>`select a.id as "awardId", ${awardOwner} as "personId", a.state, a.level, d.id as "editionId",
      d.name_zh as "editionZh", d.year, d.blueprint -> 'awards' as awards, a.changed_at as "changedAt"
    from award a join entry e on e.id = a.entry_id join edition d on d.id = a.edition_id
    where e.leader_id = any (${[...ids]}::uuid[]) or a.person_id = any (${[...ids]}::uuid[])`.execute(db);
  return rows;
}

const rankOf = ({ awards, level }: AwardRow): number => {
  const place = ladderOf({ ...(awards && { awards }) }).findIndex(({ code }) => code === level);
  return place === -1 ? Number.MAX_SAFE_INTEGER : place;
};

/** Of several awards one speaks: one that stands before one that was cancelled, then the newer edition's, then the higher. */
export function learntFrom(rows: readonly AwardRow[]): Learnt[] {
  const told = rows.filter(({ state }) => confirmed.includes(state) || awardLifecycle.states[state].final === true);
  const stands = ({ state }: AwardRow) => Number(confirmed.includes(state));
  const [award] = [...told].sort((a, b) => stands(b) - stands(a) || b.year - a.year || rankOf(a) - rankOf(b));
  if (award === undefined) return [];
  const grade = ladderOf({ ...(award.awards && { awards: award.awards }) }).find(
    ({ code }) => code === award.level,
  )?.grade;
  const base = {
    personId: award.personId,
    source: 'award' as const,
    on: shanghaiDate(award.changedAt),
    sourceZh: `${award.editionZh}获奖名单`,
    subjectId: award.awardId,
  };
  return [
    { ...base, fact: 'awardLevel', value: award.level },
    ...(grade === undefined ? [] : [{ ...base, fact: 'awardGrade' as const, value: grade }]),
    { ...base, fact: 'awardEdition', value: award.editionId },
    { ...base, fact: 'awardCancelled', value: !confirmed.includes(award.state) },
  ];
}
