import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db';

/** How a message's way to phones stands, in numbers. */
export type PhoneCount = { state: string; code: number | null; n: number };

/** Whom a message reached, in numbers. */
export type Figures = {
  messageId: string;
  eventId: string;
  notice: string;
  version: number;
  /** It has more people to reach. */
  underWay: boolean;
  reached: number;
  read: number;
  phones: PhoneCount[];
};

const most = 40;

/** The messages about a policy, the newest first. */
export async function figuresOfPolicy(db: Db, code: string): Promise<Figures[]> {
  const { rows } =
    await sql<Figures>`select m.id as "messageId", m.event_id as "eventId", m.notice, m.policy_version as version,
      m.fan_after is not null as "underWay", d.reached, d.read, p.phones
    from message m
      cross join lateral (select count(*)::int as reached, count(read_at)::int as read from delivery where message_id = m.id) d
      cross join lateral (select coalesce(json_agg(w), '[]') as phones from (
        select state, code, count(*)::int as n from phone_message where message_id = m.id group by state, code) w) p
    where m.policy_code = ${code} order by m.id desc limit ${most}`.execute(db);
  return rows;
}

/** The messages about a policy that lie in a person's inbox: a query of `message_id`. */
export const toldOfPolicy = (personId: string, code: string): RawBuilder<unknown> =>
  sql`select d.message_id from delivery d join message m on m.id = d.message_id
    where d.person_id = ${personId} and m.policy_code = ${code}`;

/** Whether a message (its id an expression in SQL) lies in a person's inbox. */
export const isTold = (personId: RawBuilder<string>, messageId: RawBuilder<string>): RawBuilder<boolean> =>
  sql`exists (select from delivery d where d.person_id = ${personId} and d.message_id = ${messageId})`;
