import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at } from '../../platform/schema';

/** Messages of one kind that did not reach the phones of so many, for one cause. Nobody's name: whom a message is for is its case's to tell. */
export type Unsent = {
  messageId: string;
  purpose: string;
  title: string;
  state: 'dead' | 'uncertain';
  code: number | null;
  n: number;
  /** The latest; milliseconds. */
  endedAt: number;
};

const most = 100;

/** What did not reach phones, the newest first; everything of it lies in the inbox all the same. */
export async function unsent(db: Db): Promise<Unsent[]> {
  const { rows } =
    await sql<Unsent>`select m.message_id as "messageId", m.purpose, t.title, m.state, m.code, count(*)::int as n,
      max(m.ended_at) as "endedAt"
    from phone_message m join message t on t.id = m.message_id where m.state in ('dead', 'uncertain')
    group by m.message_id, m.purpose, t.title, m.state, m.code order by m.message_id desc, m.state, m.code limit ${most}`.execute(
      db,
    );
  return rows;
}

/**
 * Lets them wait again, because a person asked for it. What WeChat refused takes its agreement anew; of what nobody knows the agreement was
 * spent, and WeChat says if it knows of none.
 * @returns how many wait again
 */
export async function sendAgain(
  db: Db,
  { messageId, state, code }: Pick<Unsent, 'messageId' | 'state' | 'code'>,
  now: number,
): Promise<number> {
  const { numAffectedRows } = await sql`update phone_message
    set state = 'waiting', tries = ${state === 'uncertain' ? 1 : 0}, due_at = ${at(now)}, code = null, ended_at = null
    where message_id = ${messageId} and state = ${state} and code is not distinct from ${code}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
