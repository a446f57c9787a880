import type { RuleOn } from '@shared/policies/evaluate';
import type { PolicyVersion } from '@shared/policies/policy';
import type { Reach } from '@shared/policies/reach';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db';
import { openSql, ruleSql } from './compile-rule';

/** Of a version what decides whom it concerns, and when. */
export type Ruling = Pick<PolicyVersion, 'rule' | 'parameters' | 'effectiveFrom' | 'effectiveTo'>;

/** Conditions over a row `f` of `person_facts`. Nobody meets both. */
export type Concerned = { surely: RawBuilder<boolean>; perhaps: RawBuilder<boolean> };

const nobody: Concerned = { surely: sql`false`, perhaps: sql`false` };

/** The first day, from `today` on, on which it answers; null: it is over. */
function firstDay({ effectiveFrom, effectiveTo }: Ruling, today: string): string | null {
  const day = effectiveFrom !== null && effectiveFrom > today ? effectiveFrom : today;
  return effectiveTo !== null && effectiveTo < day ? null : day;
}

const on = ({ rule, parameters }: Ruling, date: string): RuleOn => ({ rule, parameters, date });

/** Whom a version concerns on a day, whatever was before it: `surely`, and `perhaps` where only sensitive answers stand open. */
export function concerned(version: Ruling, today: string): Concerned {
  const day = firstDay(version, today);
  if (day === null) return nobody;
  const now = ruleSql(on(version, day));
  return {
    surely: sql`(${now}) is true`,
    perhaps: sql`((${now}) is null and (${ruleSql(on(version, day), 'favourable')}) is true
      and not ${openSql(on(version, day))})`,
  };
}

/**
 * Whom a version concerns that was none of theirs before. Of whom it holds and the version before it did not; and of whom only sensitive
 * answers stand open, where the one before it failed or there was none. The version before is asked as it was in force last.
 */
export function newlyConcerned(version: Ruling, before: Ruling | null, today: string): Concerned {
  const now = concerned(version, today);
  const day = firstDay(version, today);
  if (before === null || day === null) return now;
  const last = before.effectiveTo !== null && before.effectiveTo < day ? before.effectiveTo : day;
  const then = ruleSql(on(before, last));
  return {
    surely: sql`(${now.surely} and (${then}) is not true)`,
    perhaps: sql`(${now.perhaps} and (${then}) is false)`,
  };
}

/** Of all of whom something is known, the one with whom so many after somebody end; null: there are fewer. */
export async function lastKnown(db: Db, after: string, size: number): Promise<string | null> {
  const row = await db
    .selectFrom('person_facts')
    .select('person_id')
    .where('person_id', '>', after)
    .orderBy('person_id')
    .offset(size - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/**
 * How many a version would reach if it were published today: one statement, which changes nothing.
 * @param before the version that is in force until then; null: none is
 * @param today `YYYY-MM-DD` in Shanghai
 */
export async function countReached(db: Db, version: Ruling, before: Ruling | null, today: string): Promise<Reach> {
  const { surely, perhaps } = newlyConcerned(version, before, today);
  const { rows } = await sql<Reach>`select count(*) filter (where ${surely})::int as surely,
      count(*) filter (where ${perhaps})::int as perhaps from person_facts f`.execute(db);
  return rows[0] ?? { surely: 0, perhaps: 0 };
}
