import { entryLifecycle } from '@shared/entry/lifecycle';
import { regionsServed } from '@shared/kernel/actor';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import { clockOf, type Queue, type Todos, todoOf } from '../cases/todo';
import { isAmong } from '../platform/grants';
import type { Call } from '../rpc/call';

const most = 20;
const countedUpTo = 1000;
// The kept counts know states only.
const waiting = entryLifecycle.statesThat(({ waits }) => waits === 'staff');
const unclaimed = entryLifecycle.statesThat(({ waits, held }) => waits === 'staff' && !held);

type Claimed = {
  id: string;
  title: string;
  reference: string | null;
  regionZh: string;
  trackZh: string;
  reviewDue: string;
};

/** The entries that a reviewer holds, the first due first. */
export async function claimedTodos(call: Call, personId: string, today: string): Promise<Partial<Todos>> {
  const { rows } = await sql<Claimed>`
    select e.id, e.title, e.reference, r.name_zh as "regionZh", t.zh as "trackZh", e.review_due as "reviewDue"
    from entry e join region r on r.id = e.region_id
      join track t on t.edition_id = e.edition_id and t.code = e.track_code
    where e.claimed_by = ${personId} and e.waits = 'staff'
    order by e.review_due, e.id limit ${most}`.execute(call.db);
  return {
    waitsForMe: rows.map((row) =>
      todoOf('claimed', row.id, {
        title: `审核“${row.title}”`,
        detail: [row.reference, row.regionZh, row.trackZh].filter(Boolean).join(' · '),
        link: link('staff/review', { entryId: row.id }),
        ...clockOf(row.reviewDue, today),
      }),
    ),
  };
}

type QueueRow = Omit<Queue, 'link'>;

/**
 * The contests of the current edition in the regions that a reader serves, with how much waits there. What waits is summed
 * from the kept counts; what is overdue is counted to 1,000 in each contest's own index.
 */
export async function readQueues(call: Call, personId: string, today: string): Promise<Partial<Todos>> {
  const regionIds = regionsServed(call.actor);
  const { rows } = await sql<QueueRow>`
    select c.id as "contestId", r.name_zh as "regionZh", n.waiting, n.unclaimed, m.mine, o.overdue
    from edition d join contest c on c.edition_id = d.id join region r on r.id = c.region_id
      cross join lateral (select
        coalesce(sum(k.delta), 0)::int as waiting,
        coalesce(sum(k.delta) filter (where k.state = any(${unclaimed})), 0)::int as unclaimed
        from entry_count k where k.contest_id = c.id
          and k.state = any(${waiting})) n
      cross join lateral (select count(*)::int as mine from entry e
        where e.claimed_by = ${personId} and e.contest_id = c.id) m
      cross join lateral (select count(*)::int as overdue from (select 1 from entry e
        where e.contest_id = c.id and e.waits = 'staff' and e.review_due < ${today} limit ${countedUpTo}) late) o
    where d.status = 'current' and ${isAmong(regionIds, sql`c.region_id`)}
    order by r.sort`.execute(call.db);
  return { queues: rows.map((row) => ({ ...row, link: link('staff/queue', { contestId: row.contestId }) })) };
}
