import { shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { emit } from '../../platform/outbox';
import { at } from '../../platform/schema';
import { makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';

export type Lacked = { code: string; version: number; title: string; parameter: string };

/**
 * Figures that a version in force asks for, in its rule or its benefits, and has none of on a day. Each has its name from its other terms; one
 * that has none is told by its code.
 */
const lacked = (today: string, code: string | null) => sql<Lacked>`
  select v.code, v.version, v.title_zh as title,
    coalesce((select q ->> 'zh' from jsonb_array_elements(v.definition -> 'parameters') q where q ->> 'code' = asked.param limit 1), asked.param)
      as parameter
  from policy_version v
    cross join lateral (select distinct jsonb_path_query(v.definition, 'strict $.**.param') #>> '{}' as param) asked
  where daterange(v.effective_from, v.effective_to, '[]') @> ${today}::date and (${code}::text is null or v.code = ${code})
    and not exists (select from jsonb_array_elements(v.definition -> 'parameters') q
      where q ->> 'code' = asked.param and (q ->> 'from' is null or q ->> 'from' <= ${today}) and (q ->> 'to' is null or ${today} <= q ->> 'to'))`;

/** @param code of one policy; null: of all */
export const lackedToday = async (db: Db, today: string, code: string | null = null): Promise<Lacked[]> =>
  (await sql<Lacked>`${lacked(today, code)} order by 1, 4`.execute(db)).rows;

/** Tells the city's staff of each figure that is lacking, once of each version of a policy. Answers how many were found. */
export async function findDefects(home: Home): Promise<number> {
  const now = home.now();
  return home.db.transaction().execute(async (tx) => {
    const { rows } = await sql<Lacked>`with found as (${lacked(shanghaiDate(now), null)}),
      kept as (insert into policy_defect (code, parameter, version, found_at)
        select code, parameter, version, ${at(now)} from found order by code, parameter on conflict do nothing returning code, parameter, version)
      select f.* from found f join kept k using (code, parameter, version) order by f.code, f.parameter`.execute(tx);
    const call = makeCall(home, tx, null, now);
    for (const { code, title, parameter } of rows) {
      await emit(call, 'policy.figureMissing', `policy:${code}`, { code, title, parameter });
    }
    return rows.length;
  });
}
