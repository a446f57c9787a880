import { awardLifecycle } from '@shared/awards/award/lifecycle';
import type { AwardState } from '@shared/awards/award/states';
import { ladderOf } from '@shared/awards/ladder';
import { standingOf } from '@shared/cases/standing';
import type { Blueprint } from '@shared/competition/blueprint';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import type { Call } from '../rpc/call';
import { awardOwner, zhOf } from './queries';

type Row = {
  awardId: string;
  title: string;
  year: number;
  regionZh: string;
  level: string;
  awards: Blueprint['awards'] | null;
  state: AwardState;
  changedAt: number;
  reason: string | null;
};

/** What everybody may know of an award: until then it is the city's alone. */
const shown = awardLifecycle.statesThat(({ live, final }) => live === true || final === true);

/** The awards that are a person's, by a claim or as the leader of the entry, the newest first; one that was cancelled says why. */
export async function awardsOwnedBy({ db }: Call, personId: string) {
  const { rows } = await sql<Row>`select a.id as "awardId", e.title, d.year, r.name_zh as "regionZh", a.level,
      d.blueprint -> 'awards' as awards, a.state, a.changed_at as "changedAt",
      case when a.state = 'cancelled' then (select m.reason from move m where m.subject_id = a.id order by m.n desc limit 1) end as reason
    from award a join entry e on e.id = a.entry_id join edition d on d.id = a.edition_id join region r on r.id = e.region_id
    where a.entry_id in (select id from entry where leader_id = ${personId} union all select entry_id from award where person_id = ${personId})
      and a.state = any(${shown}) and ${awardOwner} = ${personId}
    order by a.changed_at desc, a.id limit 20`.execute(db);
  return rows.map(({ level, awards, state, changedAt, ...row }) => ({
    ...row,
    awardZh: zhOf(ladderOf({ ...(awards && { awards }) }), level),
    ...standingOf(awardLifecycle, state, 'own'),
    changedAt: toShanghai(changedAt),
  }));
}
