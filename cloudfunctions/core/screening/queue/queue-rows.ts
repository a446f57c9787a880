import type { EntryState } from '@shared/entry/states';
import { decisionLifecycle } from '@shared/screening/decision/lifecycle';
import type { DecidingMove } from '@shared/screening/decision/subject';
import { sql } from 'kysely';
import type { Place } from '../../platform/cursor';
import type { Db } from '../../platform/db';
import { after, contestsIn, entriesAsked, notInvolved, orderOf, type QueueAsked } from './queue-filter';
import { asTotal, type QueueTotal, readQueueTotal, totalOf } from './queue-total';

export type QueueRow = {
  id: string;
  version: number;
  title: string;
  reference: string | null;
  region_id: string;
  track_code: string;
  group_code: string;
  state: EntryState;
  claimed_by: string | null;
  claimed_by_zh: string | null;
  submitted_at: number | null;
  changed_at: number;
  review_due: string | null;
  correction_due_at: number | null;
  due_provisional: boolean;
  returns: number;
  recalled_at: number | null;
  leader_zh: string | null;
  phone_masked: string | null;
  /** Of a decision that is not over. */
  decided_move: DecidingMove | null;
  decided_by_zh: string | null;
  effective_at: number | null;
};

const standing = decisionLifecycle.statesThat(({ live }) => live === true);

/**
 * One page of the queue and its total in one query. Each contest gives its own first rows from its own index, and these few are merged:
 * so a page costs the same however many entries a contest or the city has.
 * @param most rows at most
 */
export async function readQueuePage(
  db: Db,
  asked: QueueAsked,
  place: Place | null,
  most: number,
): Promise<{ rows: QueueRow[]; total: QueueTotal }> {
  const { scope, filter, personId, today } = asked;
  const { rows } = await sql<QueueRow & { total: number }>`
    select w.id, w.version, w.title, w.reference, w.region_id, w.track_code, w.group_code, w.state,
      w.claimed_by, p.display_name as claimed_by_zh, w.submitted_at, w.changed_at, w.review_due, w.correction_due_at,
      w.due_provisional, w.returns, w.recalled_at, f.leader_zh, f.phone_masked,
      n.decided ->> 'move' as decided_move, o.display_name as decided_by_zh, n.effective_at, ${totalOf(asked)} as total
    from (
      select m.* from contest c cross join lateral (
        select e.* from entry e
        where e.contest_id = c.id and ${entriesAsked(filter, personId, today)} and ${after(filter, place)}
          and ${notInvolved(personId)}
        order by ${orderOf(filter, 'e')} limit ${most}) m
      where ${contestsIn(scope)}
      order by ${orderOf(filter, 'm')} limit ${most}) w
    left join person p on p.id = w.claimed_by
    left join entry_search f on f.entry_id = w.id
    left join decision n on n.entry_id = w.id and n.entry_version = w.version and n.state in (${sql.join(standing.map((state) => sql.lit(state)))})
    left join person o on o.id = n.decided_by
    order by ${orderOf(filter, 'w')}`.execute(db);
  const [first] = rows;
  if (first) return { rows, total: asTotal(asked, first.total) };
  return { rows, total: place === null ? { count: 0, more: false } : await readQueueTotal(db, asked) };
}
