import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db';
import { at } from '../platform/schema';

/** Below every id: nobody was reached yet. */
export const nobody = '00000000-0000-0000-0000-000000000000';

export type Reach = {
  /** A query of `id`, `facts` and `after` of the messages to be told. */
  told: RawBuilder<unknown>;
  /** Their audience: its name, and its query, which may ask `told`. */
  name: string;
  audience: RawBuilder<unknown>;
  /** So many persons of each message are reached. */
  size: number;
  /** Instead, of one message: everybody of them after somebody and up to another; null: up to the end. */
  within?: { after: string; last: string | null };
  now: number;
};

/**
 * Tells each of the messages to the next persons of its audience, in the order of their ids, and writes on the message how far it came;
 * nothing stands there once everybody is reached. Of those reached, the phones of who agreed to the message's purpose wait for it too, and the
 * text messages of who agreed to those. One statement, so that a chunk and its mark are kept together or not at all.
 */
export async function reach(db: Db, { told, name, audience, size, within, now }: Reach): Promise<void> {
  const upTo = within?.last ?? null;
  // As values, not as columns of the message: by them PostgreSQL knows how few it will read.
  const some = within
    ? sql`a.person_id > ${within.after}::uuid ${upTo === null ? sql`` : sql`and a.person_id <= ${upTo}::uuid`} order by a.person_id`
    : sql`a.person_id > told.after order by a.person_id limit ${size}`;
  const [ends, goesOn, last] = within
    ? [sql`select null::uuid as message_id where false`, sql`${upTo}::uuid is not null`, sql`${upTo}::uuid`]
    : [
        sql`select message_id, count(*) as n, max(person_id::text)::uuid as last from chunk group by message_id`,
        sql`e.n = ${size}`,
        sql`e.last`,
      ];
  await sql`with told as (${told}),
    -- Read once, not for each recipient.
    letter as materialized (select m.id, m.phone_purpose, m.text_kind from told join message m on m.id = told.id),
    chunk as (select told.id as message_id, p.person_id from told cross join lateral (
      select distinct a.person_id from (${audience}) a where ${some}) p),
    put as (insert into delivery (person_id, message_id) select person_id, message_id from chunk
      order by message_id, person_id on conflict do nothing),
    phones as (insert into phone_message (person_id, message_id, purpose, state, due_at)
      select q.person_id, m.id, q.purpose, 'waiting', ${at(now)} from chunk c
        join letter m on m.id = c.message_id and m.phone_purpose is not null
        join phone_quota q on (q.person_id, q.purpose) = (c.person_id, m.phone_purpose)
      where q.left_over > 0 order by m.id, q.person_id on conflict do nothing),
    texts as (insert into text_message (person_id, message_id, kind, state, due_at)
      select a.person_id, m.id, m.text_kind, 'waiting', ${at(now)} from chunk c
        join letter m on m.id = c.message_id and m.text_kind is not null
        join text_consent a on a.person_id = c.person_id and a.withdrawn_at is null
      order by m.id, a.person_id on conflict do nothing),
    ends as (${ends})
    update message m set fan_audience = case when ${goesOn} then ${name} end,
      fan_facts = case when ${goesOn} then told.facts end, fan_after = case when ${goesOn} then ${last} end
    from told left join ends e on e.message_id = told.id
    where m.id = told.id and (${goesOn} or m.fan_after is not null)`.execute(db);
}
