import { sql } from 'kysely';
import type { Db } from '../platform/db';
import { contestsIn, entriesAsked, statesAsked } from './queue-filter';
import type { QueueAsked } from './queue-rows';

const countedUpTo = 1000;

/**
 * How many entries a filter has. By contest, state and track the number is exact, summed from the kept counts; any
 * other filter is counted to 1,000, and `more` says that there are more (CONVENTIONS, Ids, rows, lists).
 */
export async function readQueueTotal(db: Db, asked: QueueAsked): Promise<{ count: number; more: boolean }> {
  const { scope, filter, personId, today } = asked;
  const kept = filter.claimed === 'any' && !filter.overdue && filter.q.trim() === '' && filter.state !== 'withdrawn';
  if (kept) {
    const track = filter.trackCode === null ? sql`true` : sql`n.track_code = ${filter.trackCode}`;
    const { rows } = await sql<{ count: number }>`
      select coalesce(sum(n.delta), 0)::int as count from entry_count n
      where n.contest_id in (select c.id from contest c where ${contestsIn(scope)})
        and n.state = any(${[...statesAsked(filter)]}) and ${track}`.execute(db);
    return { count: rows[0]?.count ?? 0, more: false };
  }
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from entry e
      where e.contest_id in (select c.id from contest c where ${contestsIn(scope)})
        and ${entriesAsked(filter, personId, today)}
      limit ${countedUpTo + 1}) counted`.execute(db);
  const count = rows[0]?.count ?? 0;
  return count > countedUpTo ? { count: countedUpTo, more: true } : { count, more: false };
}
