import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at, json } from '../../platform/schema';

/** How many messages a person still agreed to for a purpose, and whether they want any. */
export type Agreed = { purpose: string; left: number; wanted: boolean };

/** More than so many agreements are not counted: a tap on each notice for years would be no more use. */
const most = 50;

/** Of every purpose that the person agreed to, or chose about. */
export async function agreedOf(db: Db, personId: string): Promise<Agreed[]> {
  const { rows } = await sql<Agreed>`select coalesce(q.purpose, c.purpose) as purpose, coalesce(q.left_over, 0) as left,
      coalesce(c.wanted, true) as wanted
    from (select purpose, left_over from phone_quota where person_id = ${personId}) q
      full join (select purpose, wanted from phone_choice where person_id = ${personId} and road = 'wechat') c on c.purpose = q.purpose`.execute(
    db,
  );
  return rows;
}

/**
 * Keeps what a person answered when WeChat asked: each yes is one message more. A no stands in the ledger and changes nothing.
 * @param answers WeChat's words by purpose: accept, reject, ban, filter. WeChat asks once a purpose, so of two words for one the last counts, once
 */
export async function keepAnswers(
  db: Db,
  personId: string,
  answers: ReadonlyArray<{ purpose: string; answer: string }>,
  now: number,
): Promise<void> {
  const each = [...new Map(answers.map((one) => [one.purpose, one])).values()];
  await sql`with told as (select purpose, answer from jsonb_to_recordset(${json(each)}::jsonb) as r(purpose text, answer text)),
    counted as (insert into phone_quota as q (person_id, purpose, left_over)
      select ${personId}::uuid, purpose, (answer = 'accept')::int from told order by purpose
      on conflict (person_id, purpose) do update set left_over = least(${most}, q.left_over + excluded.left_over))
    insert into phone_quota_change (id, person_id, purpose, change, why, at)
    select gen_random_uuid(), ${personId}::uuid, purpose, (answer = 'accept')::int, answer, ${at(now)} from told`.execute(
    db,
  );
}

/** By which road something reaches a phone: as WeChat's message, or as a text message. */
export type Road = 'wechat' | 'text';

/** A person's choice for a purpose on a road; it counts from now on, for what waits already too. */
export async function choose(
  db: Db,
  personId: string,
  { purpose, road, wanted }: { purpose: string; road: Road; wanted: boolean },
  now: number,
): Promise<void> {
  await sql`insert into phone_choice (person_id, purpose, road, wanted, at)
    values (${personId}, ${purpose}, ${road}, ${wanted}, ${at(now)}) on conflict (person_id, purpose, road) do update set wanted = excluded.wanted, at = excluded.at`.execute(
    db,
  );
}
