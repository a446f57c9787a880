import { entryLifecycle } from '@shared/entry/lifecycle';
import { hasRoleAnywhere, regionsOf, regionsServed } from '@shared/kernel/actor';
import { link } from '@shared/routes';
import type { DecidingMove } from '@shared/screening/decision/subject';
import { sql } from 'kysely';
import { clockOf, type Queue, type Todos, todoOf } from '../cases/todo';
import { isAmong } from '../platform/grants';
import type { Call } from '../rpc/call';
import { otherLeads, uninvolved } from './decisions/decision-rows';

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
  /** What is decided and not yet made. */
  move: DecidingMove | null;
  /** Its signature is missing. */
  unsigned: boolean | null;
};

/** The entries that a reviewer holds, the first due first; what they decided on already is waited for. */
export async function claimedTodos(call: Call, personId: string, today: string): Promise<Partial<Todos>> {
  const { rows } = await sql<Claimed>`
    select e.id, e.title, e.reference, r.name_zh as "regionZh", t.zh as "trackZh", e.review_due as "reviewDue",
      d.decided ->> 'move' as move, d.effective_at is null as unsigned
    from entry e join region r on r.id = e.region_id
      join track t on t.edition_id = e.edition_id and t.code = e.track_code
      left join decision d on d.entry_id = e.id and d.entry_version = e.version and d.waits is not null
    where e.claimed_by = ${personId} and e.waits = 'staff'
    order by e.review_due, e.id limit ${most}`.execute(call.db);
  const todo = (row: Claimed, title: string, due: string | null) =>
    todoOf('claimed', row.id, {
      title,
      detail: [row.reference, row.regionZh, row.trackZh].filter(Boolean).join(' · '),
      link: link('staff/review', { entryId: row.id }),
      ...clockOf(due, today),
    });
  return {
    waitsForMe: rows.flatMap((row) => (row.move === null ? todo(row, `审核“${row.title}”`, row.reviewDue) : [])),
    iWaitFor: rows.flatMap((row) => {
      if (row.move === null) return [];
      return todo(row, `“${row.title}”${row.unsigned ? '等待复核签字' : `即将“${labelOf(row.move)}”`}`, null);
    }),
  };
}

const labelOf = (move: DecidingMove): string => entryLifecycle.moves[move].label;

type ToSign = Pick<Claimed, 'id' | 'title' | 'reference' | 'regionZh' | 'reviewDue'> & {
  move: DecidingMove;
  byZh: string;
};

/** The decisions that wait for the reader's signature: of the regions that they lead, and for the city where no other lead is. */
export async function toSignTodos(call: Call, personId: string, today: string): Promise<Partial<Todos>> {
  const noOtherLead = sql`not exists (${otherLeads(
    { regionId: sql.ref('e.region_id'), entryId: sql.ref('e.id'), decidedBy: sql.ref('d.decided_by') },
    call.now,
  )})`;
  const { rows } = await sql<ToSign>`
    select e.id, e.title, e.reference, r.name_zh as "regionZh", e.review_due as "reviewDue", d.decided ->> 'move' as move,
      p.display_name as "byZh"
    from decision d join entry e on e.id = d.entry_id and e.version = d.entry_version
      join region r on r.id = e.region_id join person p on p.id = d.decided_by
    where d.waits = 'staff' and d.decided_by <> ${personId} and ${uninvolved(sql`${personId}::uuid`, sql.ref('e.id'))}
      and (${isAmong(regionsOf(call.actor, 'regionLead'), sql`e.region_id`)}
        or (${hasRoleAnywhere(call.actor, 'cityStaff')} and ${noOtherLead}))
    order by d.n limit ${most}`.execute(call.db);
  return {
    waitsForMe: rows.map((row) =>
      todoOf('toSign', row.id, {
        title: `复核签字“${row.title}”`,
        detail: [`${row.byZh}拟“${labelOf(row.move)}”`, row.reference, row.regionZh].filter(Boolean).join(' · '),
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
