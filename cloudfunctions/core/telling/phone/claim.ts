import { leastIdOf } from '@shared/kernel/id';
import { shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { byDayPurposes, sameDayPurposes } from '@shared/telling/templates';
import { isTextHour } from '@shared/telling/text-times';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { openidIn } from '../../platform/identity';
import { at } from '../../platform/schema';

/** A message that this worker is to send, its person's agreement taken for it. */
export type Claimed = {
  personId: string;
  messageId: string;
  purpose: string;
  tries: number;
  openid: string | null;
  link: string;
  fields: Record<string, string>;
};

/** At most so many at once; WeChat is asked by as many as its guard lets. */
const batch = 30;
/** Longer than the longest that WeChat is waited for, with its token. */
const leaseMs = 60_000;

/**
 * Takes the messages that are due, of each person the oldest, unless another of theirs is under way. Whoever does not want it by now, or whose
 * agreement is used up by now, or whom a reminder reaches a day late, is left with the app's inbox, which is no failure. One statement: what is taken is taken with its agreement.
 */
export async function claim(db: Db, now: number): Promise<Claimed[]> {
  const asleep = isTextHour(now) ? [] : [...byDayPurposes];
  for (;;) {
    const { rows } = await sql<Claimed & { fate: 'sending' | 'not_agreed' | 'unwanted' }>`
      with due as (
        select w.person_id, w.message_id, w.purpose, w.tries from phone_message w
        where w.state = 'waiting' and w.due_at <= ${at(now)} and w.purpose <> all (${asleep}::text[])
          and not exists (select from phone_message o where o.person_id = w.person_id and o.message_id <> w.message_id
            and (o.state = 'sending' or (o.state = 'waiting' and o.due_at <= ${at(now)} and o.purpose <> all (${asleep}::text[])
              and o.message_id < w.message_id)))
        order by w.due_at, w.person_id, w.message_id limit ${batch} for update skip locked),
      judged as (
        select d.*, coalesce(c.wanted, true)
            and not (d.purpose = any (${[...sameDayPurposes]}::text[]) and d.message_id < ${leastIdOf(startOfDay(shanghaiDate(now)))}::uuid) as wanted
          from due d
          left join phone_choice c on (c.person_id, c.purpose, c.road) = (d.person_id, d.purpose, 'wechat')),
      -- What was taken for an earlier try is still held for this one.
      taken as (
        update phone_quota q set left_over = q.left_over - 1 from judged j
        where (q.person_id, q.purpose) = (j.person_id, j.purpose) and j.wanted and j.tries = 0 and q.left_over > 0
        returning q.person_id, q.purpose),
      fated as (
        select j.*, case when not j.wanted then 'unwanted' when j.tries > 0 or t.person_id is not null then 'sending'
          else 'not_agreed' end as fate
        from judged j left join taken t on (t.person_id, t.purpose) = (j.person_id, j.purpose)),
      ledger as (
        insert into phone_quota_change (id, person_id, purpose, change, why, message_id, at)
        select gen_random_uuid(), person_id, purpose, -1, 'taken', message_id, ${at(now)} from fated
        where fate = 'sending' and tries = 0)
      update phone_message m set state = f.fate, tries = m.tries + (f.fate = 'sending')::int,
        leased_until = case when f.fate = 'sending' then ${at(now + leaseMs)}::timestamptz end,
        ended_at = case when f.fate <> 'sending' then ${at(now)}::timestamptz end
      from fated f, message t
      where (m.person_id, m.message_id) = (f.person_id, f.message_id) and t.id = m.message_id
      returning m.person_id as "personId", m.message_id as "messageId", m.purpose, m.tries, f.fate,
        ${openidIn(sql`m.person_id`)} as openid,
        coalesce(t.link, '') as link, t.phone_fields as fields`.execute(db);
    const sending = rows.filter(({ fate }) => fate === 'sending');
    if (rows.length === 0 || sending.length > 0) return sending;
  }
}

/** A worker died while it sent these: whether WeChat took them nobody knows, so nobody sends them again unasked. */
export async function endLostSendings(db: Db, now: number): Promise<void> {
  await sql`update phone_message set state = 'uncertain', leased_until = null, ended_at = ${at(now)}
    where state = 'sending' and leased_until <= ${at(now)}`.execute(db);
}
