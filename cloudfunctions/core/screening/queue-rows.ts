import type { EntryState } from '@shared/entry/states';
import { sql } from 'kysely';
import type { Place } from '../platform/cursor';
import type { Db } from '../platform/db';
import { after, contestsIn, entriesAsked, isByDue, type QueueFilter, type QueueScope } from './queue-filter';

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
};

export type QueueAsked = { scope: QueueScope; filter: QueueFilter; personId: string; today: string };

/**
 * One page of the queue in one query. Each contest gives its own first rows from its own index, and these few are merged:
 * so a page costs the same however many entries a contest or the city has.
 * @param size rows of a page; one more is read, to know whether there is a next page
 */
export async function readQueueRows(db: Db, asked: QueueAsked, place: Place | null, size: number): Promise<QueueRow[]> {
  const { scope, filter, personId, today } = asked;
  const order = (of: string) =>
    isByDue(filter)
      ? sql`${sql.ref(`${of}.review_due`)}, ${sql.ref(`${of}.id`)}`
      : sql`${sql.ref(`${of}.changed_at`)} desc, ${sql.ref(`${of}.id`)} desc`;
  const { rows } = await sql<QueueRow>`
    select w.id, w.version, w.title, w.reference, w.region_id, w.track_code, w.group_code, w.state,
      w.claimed_by, p.display_name as claimed_by_zh, w.submitted_at, w.changed_at, w.review_due, w.correction_due_at,
      w.due_provisional, w.returns
    from (
      select m.* from contest c cross join lateral (
        select e.* from entry e
        where e.contest_id = c.id and ${entriesAsked(filter, personId, today)} and ${after(filter, place)}
        order by ${order('e')} limit ${size + 1}) m
      where ${contestsIn(scope)}
      order by ${order('m')} limit ${size + 1}) w
    left join person p on p.id = w.claimed_by
    order by ${order('w')}`.execute(db);
  return rows;
}
