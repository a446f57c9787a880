import { isPushable } from '@shared/policies/facts';
import type { KnownFacts } from '@shared/policies/known';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { json } from '../../platform/schema';
import { concerned, type Ruling } from './whom';

/** What is known of somebody with something, and what would be known without it. */
export type Change = { id: string; now: KnownFacts; before: KnownFacts };

/** Of each change the rulings that concern by it, by their place in the list: `perhaps` where only sensitive answers stand open. */
export type Opened = { surely: number[]; perhaps: number[] };

const pushable = (known: KnownFacts) =>
  Object.fromEntries(
    Object.entries(known).flatMap(([fact, { value }]) => (isPushable(fact as never) ? [[fact, value]] : [])),
  );

/**
 * Asks all rulings of all changes in one statement, by the rule as a push asks it: those that concern with what is new and did not without it.
 * @param today `YYYY-MM-DD` in Shanghai, on which every ruling is in force
 */
export async function openedBy(
  db: Db,
  changes: readonly Change[],
  rulings: readonly Ruling[],
  today: string,
): Promise<Map<string, Opened>> {
  if (changes.length === 0 || rulings.length === 0) return new Map();
  const rows = changes.map(({ id, now, before }) => ({ id, now: pushable(now), before: pushable(before) }));
  // Nobody meets both of a ruling, and a fact that was unknown before concerned nobody.
  const asked = sql`(values ${sql.join(
    rulings.map((ruling, n) => {
      const { surely, perhaps } = concerned(ruling, today);
      return sql`(${sql.lit(n)}, ${surely}, ${perhaps})`;
    }),
  )}) as v(n, surely, perhaps)`;
  const of = (facts: 'now' | 'before') =>
    sql`(select v.* from (select ${sql.ref(`w.${facts}`)} as facts) f cross join lateral ${asked})`;
  const { rows: found } = await sql<Opened & { id: string }>`select w.id,
      coalesce(array_agg(i.n) filter (where i.surely and not b.surely), '{}') as surely,
      coalesce(array_agg(i.n) filter (where i.perhaps and not b.surely and not b.perhaps), '{}') as perhaps
    from jsonb_to_recordset(${json(rows)}::jsonb) as w(id uuid, now jsonb, before jsonb)
      cross join lateral ${of('now')} i join lateral ${of('before')} b on b.n = i.n
    group by w.id`.execute(db);
  return new Map(found.map(({ id, ...opened }) => [id, opened]));
}
