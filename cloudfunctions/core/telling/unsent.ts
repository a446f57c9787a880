import { sql } from 'kysely';
import type { Db } from '../platform/db';
import { at } from '../platform/schema';
import type { Road } from './phone/agreed';

/** Messages of one kind that did not reach the phones of so many on one road, for one cause. Nobody's name: whom a message is for is its case's to tell. */
export type Unsent = {
  road: Road;
  messageId: string;
  purpose: string;
  title: string;
  state: 'dead' | 'uncertain';
  code: string | null;
  n: number;
  /** The latest; milliseconds. */
  endedAt: number;
};

const most = 100;

/** In SQL: what did not reach phones on either road. */
const failed = sql`(select 'wechat' as road, person_id, message_id, state, code::text as code, ended_at from phone_message
    where state in ('dead', 'uncertain')
  union all select 'text', person_id, message_id, state, code, ended_at from text_message where state in ('dead', 'uncertain'))`;

/** What did not reach phones, the newest first; everything of it lies in the inbox all the same. */
export async function unsent(db: Db): Promise<Unsent[]> {
  const { rows } =
    await sql<Unsent>`select f.road, f.message_id as "messageId", t.phone_purpose as purpose, t.title, f.state, f.code,
      count(*)::int as n, max(f.ended_at) as "endedAt"
    from ${failed} f join message t on t.id = f.message_id
    group by f.road, f.message_id, t.phone_purpose, t.title, f.state, f.code
    order by f.message_id desc, f.road, f.state, f.code limit ${most}`.execute(db);
  return rows;
}

/** How many messages wait for staff to look why they did not reach phones: what nobody mends, nobody gets. Whom WeChat does not know nobody can mend. */
export async function countUnsent(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct message_id)::int as n from ${failed} f
    where state = 'dead' and (road = 'text' or code is distinct from '40003')`.execute(db);
  return rows[0]?.n ?? 0;
}

/**
 * Lets them wait again, because a person asked for it. What WeChat refused takes its agreement anew; of what nobody knows the agreement was
 * spent, and WeChat says if it knows of none. A text's caps and hours hold all the same.
 * @returns how many wait again
 */
export async function sendAgain(
  db: Db,
  { road, messageId, state, code }: Pick<Unsent, 'road' | 'messageId' | 'state' | 'code'>,
  now: number,
): Promise<number> {
  const again =
    road === 'text'
      ? sql`update text_message set tries = 0`
      : sql`update phone_message set tries = ${state === 'uncertain' ? 1 : 0}`;
  const { numAffectedRows } = await sql`${again}, state = 'waiting', due_at = ${at(now)}, code = null, ended_at = null
    where message_id = ${messageId} and state = ${state} and code::text is not distinct from ${code}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
