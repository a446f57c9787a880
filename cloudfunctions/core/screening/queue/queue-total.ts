import { type RawBuilder, sql } from 'kysely';
import { countedUpTo, toBound } from '../../cases/counted';
import type { Db } from '../../platform/db';
import { contestsIn, entriesAsked, type QueueAsked, type QueueFilter, statesAsked } from './queue-filter';

export type QueueTotal = { count: number; more: boolean };

/**
 * How many entries a filter has, as one number in a statement. By contest, state and track it is exact, summed from the
 * kept counts; any other filter is counted to 1,001, of which `asTotal` makes 1,000 and more (conventions, Ids, rows, lists).
 */
export function totalOf({ scope, filter, personId, today }: QueueAsked): RawBuilder<number> {
  const contests = sql`(select c.id from contest c where ${contestsIn(scope)})`;
  if (isKept(filter)) {
    const track = filter.trackCode === null ? sql`true` : sql`n.track_code = ${filter.trackCode}`;
    return sql`(select coalesce(sum(n.delta), 0)::int from entry_count n
      where n.contest_id in ${contests} and n.state = any(${[...statesAsked(filter)]}) and ${track})`;
  }
  return sql`(select count(*)::int from (
    select 1 from entry e where e.contest_id in ${contests} and ${entriesAsked(filter, personId, today)}
    limit ${countedUpTo + 1}) counted)`;
}

export const asTotal = ({ filter }: QueueAsked, count: number): QueueTotal =>
  isKept(filter) ? { count, more: false } : toBound(count);

/** The total alone, for a page beyond the last row. */
export async function readQueueTotal(db: Db, asked: QueueAsked): Promise<QueueTotal> {
  const { rows } = await sql<{ total: number }>`select ${totalOf(asked)} as total`.execute(db);
  return asTotal(asked, rows[0]?.total ?? 0);
}

/**
 * How many entries of a filter fall due on each of these days, and (null) how many are overdue; counted to 1,000 each along the contests' own
 * indexes.
 */
export async function countsOfDays(
  db: Db,
  { scope, filter, personId, today }: QueueAsked,
  days: ReadonlyArray<string | null>,
): Promise<Map<string | null, QueueTotal>> {
  if (days.length === 0) return new Map();
  const { rows } = await sql<{ day: string | null; count: number }>`
    select k.day, (select count(*)::int from (
        select 1 from contest c join entry e on e.contest_id = c.id
        where ${contestsIn(scope)} and ${entriesAsked(filter, personId, today)}
          and e.review_due >= coalesce(k.day::date, '-infinity') and e.review_due <= coalesce(k.day::date, ${today}::date - 1)
        limit ${countedUpTo + 1}) counted) as count
    from unnest(${[...days]}::text[]) as k (day)`.execute(db);
  return new Map(rows.map(({ day, count }) => [day, toBound(count)]));
}

const isKept = ({ claimed, overdue, q, state }: QueueFilter): boolean =>
  claimed === 'any' && !overdue && q === '' && state !== 'withdrawn';
