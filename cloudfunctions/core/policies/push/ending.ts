import { remindersOf } from '@shared/competition/reminders/kinds';
import { shanghaiDate } from '@shared/kernel/shanghai';
import type { Ending, EndingFacts } from '@shared/policies/events';
import { isTextHour } from '@shared/telling/text-times';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db';
import { emit } from '../../platform/outbox';
import { at } from '../../platform/schema';
import { makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import type { MadeAudience } from '../../telling/audience';
import { readRulings } from './rulings';
import { concerned, lastKnown } from './whom';

/** How many days before a policy's last day the running editions remind of it. */
async function daysBefore(db: Db): Promise<number[]> {
  const editions = await db.selectFrom('edition').select('blueprint').where('status', '=', 'current').execute();
  const days = editions.flatMap(({ blueprint }) => remindersOf(blueprint).filter(({ kind }) => kind === 'policy'));
  return [...new Set(days.map((each) => each.days))];
}

/**
 * Leaves one event of all versions that an official published, whose last day is near and which no other follows; of each by its newest stage
 * alone, and once. What was published after a stage told of its last day by itself.
 * @returns how many policies it tells of
 */
export async function remindOfEndings(home: Home): Promise<number> {
  const now = home.now();
  if (!isTextHour(now)) return 0;
  const days = await daysBefore(home.db);
  if (days.length === 0) return 0;
  const today = shanghaiDate(now);
  return home.db.transaction().execute(async (tx) => {
    const { rows } = await sql<Ending>`
      with ending as (select v.code, v.version, v.title_zh as title, v.effective_to as ends_on, array_agg(s.days order by s.days) as days
          from policy_version v join unnest(${days}::int[]) as s(days) on v.effective_to - s.days <= ${today}::date
            and (v.published_at at time zone 'Asia/Shanghai')::date < v.effective_to - s.days
          where daterange(v.effective_from, v.effective_to, '[]') @> ${today}::date
            and v.definition is not null and v.published_by is not null
            and not exists (select from policy_version n where n.code = v.code and n.effective_from > v.effective_to)
          group by v.code, v.version),
        marked as (insert into policy_ending (code, version, ends_on, days, at)
          select code, version, ends_on, n.days, ${at(now)} from ending cross join lateral unnest(ending.days) as n(days)
          order by 1, 2, 3, 4 on conflict do nothing returning code, version, days)
      select e.code, e.version, e.title, e.ends_on as "endsOn" from ending e
        join marked m on (m.code, m.version, m.days) = (e.code, e.version, e.days[1]) order by e.ends_on, e.code`.execute(
      tx,
    );
    if (rows.length > 0) await emit(makeCall(home, tx, null, now), 'policy.expiring', 'policies', { policies: rows });
    return rows.length;
  });
}

/** Whoever handed in an application since the version began has acted on it. */
const hasApplied = (code: string, from: string | null): RawBuilder<boolean> =>
  sql`exists (select from policy_applied a where a.person_id = f.person_id and a.code = ${code}
    and a.at >= coalesce(${from}::date, '-infinity') at time zone 'Asia/Shanghai')`;

/** Of whom one of the policies holds on the day of the telling, and who has not applied under it by then. */
export const stillConcerned: MadeAudience<EndingFacts> = {
  lastOf: lastKnown,
  async make(db, { facts, now }) {
    const today = shanghaiDate(now);
    const holds = [];
    for (const { code, version } of facts.policies) {
      const ruling = (await readRulings(db, code, [version])).get(version);
      if (ruling === undefined) continue;
      holds.push(sql`(${concerned(ruling, today).surely} and not ${hasApplied(code, ruling.effectiveFrom)})`);
    }
    if (holds.length === 0) return sql`select null::uuid as person_id where false`;
    return sql`select f.person_id from person_facts f where ${sql.join(holds, sql` or `)}`;
  },
};
