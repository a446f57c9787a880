import { shanghaiDate } from '@shared/kernel/shanghai';
import { firstOfMonth, nextMonthMorning, nextMorning } from '@shared/telling/text-times';
import { textCaps, textConsent, textKinds, texts } from '@shared/telling/texts';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at } from '../../platform/schema';
import { counted } from './consent';

/** A text that this worker is to send: about which case; `until` in milliseconds. */
export type ClaimedText = {
  personId: string;
  messageId: string;
  kind: string;
  tries: number;
  tryId: string;
  subjectId: string;
  until: number | null;
};

/** At most so many at once. */
const batch = 30;
/** Longer than the longest that the provider is waited for. */
const leaseMs = 60_000;

const rankOf = (kind: RawBuilder<unknown>): RawBuilder<number> =>
  sql`case ${kind} ${sql.join(
    textKinds.map((name) => sql`when ${sql.lit(name)} then ${sql.lit(texts[name].rank)}`),
    sql` `,
  )} end`;

/**
 * Takes the texts that are due, of each person the most urgent and of those the oldest, unless another of theirs is under way. Judged as it would
 * be sent: whoever does not want it or has taken the consent back is left with the app's inbox, and so is what is of no use any more; whoever
 * had the day's or the month's texts waits until the next morning or month, with all that waits for them. One statement with the try that the
 * caps count, so that two workers cannot pass them.
 */
export async function claimTexts(db: Db, now: number): Promise<ClaimedText[]> {
  for (;;) {
    const { rows } = await sql<ClaimedText & { fate: 'sending' | 'waiting' | 'over' | 'unwanted' }>`
      with due as (
        select w.person_id, w.message_id, w.kind, w.tries from text_message w
        where w.state = 'waiting' and w.due_at <= ${at(now)}
          and not exists (select from text_message o where o.person_id = w.person_id
            and (o.state = 'sending' or (o.state = 'waiting' and o.due_at <= ${at(now)}
              and (${rankOf(sql`o.kind`)}, o.message_id) < (${rankOf(sql`w.kind`)}, w.message_id))))
        order by ${rankOf(sql`w.kind`)}, w.due_at, w.person_id, w.message_id limit ${batch} for update skip locked),
      judged as (
        select d.*, m.phone_purpose, m.text_subject, m.text_until, coalesce(c.wanted, true) and exists (
            select from text_consent a where a.person_id = d.person_id and a.withdrawn_at is null
              and a.text_version = ${textConsent.version}) as wanted,
          (select count(*) from text_try t where t.person_id = d.person_id and ${counted}
            and t.day = ${shanghaiDate(now)}::date) as today,
          (select count(*) from text_try t where t.person_id = d.person_id and ${counted}
            and t.day >= ${firstOfMonth(now)}::date) as this_month
        from due d join message m on m.id = d.message_id
          left join phone_choice c on (c.person_id, c.purpose, c.road) = (d.person_id, m.phone_purpose, 'text')),
      fated as (
        select j.*, case when not j.wanted then 'unwanted' when j.text_until <= ${at(now)} then 'over'
            when j.this_month >= ${textCaps.month} or j.today >= ${textCaps.day} then 'waiting' else 'sending' end as fate,
          case when j.this_month >= ${textCaps.month} then ${at(nextMonthMorning(now))}::timestamptz
            else ${at(nextMorning(now))}::timestamptz end as next_at
        from judged j),
      tried as (
        insert into text_try (id, person_id, message_id, day, at)
        select gen_random_uuid(), person_id, message_id, ${shanghaiDate(now)}::date, ${at(now)} from fated
        where fate = 'sending' returning id, person_id)
      update text_message m set state = f.fate, tries = m.tries + (f.fate = 'sending')::int,
        leased_until = case when f.fate = 'sending' then ${at(now + leaseMs)}::timestamptz end,
        due_at = case when f.fate = 'waiting' then f.next_at else m.due_at end,
        ended_at = case when f.fate in ('unwanted', 'over') then ${at(now)}::timestamptz end
      from fated f left join tried t on t.person_id = f.person_id
      where m.person_id = f.person_id and (m.message_id = f.message_id
        or (f.fate = 'waiting' and m.state = 'waiting' and m.due_at <= ${at(now)}))
      returning m.person_id as "personId", m.message_id as "messageId", m.kind, m.tries, t.id as "tryId", f.fate,
        f.text_subject as "subjectId", f.text_until as until`.execute(db);
    const sending = rows.filter(({ fate }) => fate === 'sending');
    if (rows.length === 0 || sending.length > 0) return sending;
  }
}

/** A worker died while it sent these: whether they went out nobody knows, so nobody sends them again unasked. */
export async function endLostTexts(db: Db, now: number): Promise<void> {
  await sql`with lost as (
      update text_message set state = 'uncertain', leased_until = null, ended_at = ${at(now)}
      where state = 'sending' and leased_until <= ${at(now)} returning person_id, message_id)
    update text_try t set outcome = 'unknown', ended_at = ${at(now)} from lost l
    where (t.person_id, t.message_id) = (l.person_id, l.message_id) and t.outcome is null`.execute(db);
}
