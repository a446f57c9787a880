import { firstOfMonth } from '@shared/telling/text-times';
import { textConsent } from '@shared/telling/texts';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';

/** In SQL: what still may reach, or has reached, somebody. */
export const counted = sql`(outcome is null or outcome in ('sent', 'unknown'))`;

/** Whether the person agreed to the text as it now stands, which purposes they do not want, and how many came this month. */
export async function textsOf(
  db: Db,
  personId: string,
  now: number,
): Promise<{ given: boolean; unwanted: string[]; sent: number }> {
  const { rows } = await sql<{ given: boolean; unwanted: string[]; sent: number }>`select
    exists (select from text_consent where person_id = ${personId} and withdrawn_at is null
      and text_version = ${textConsent.version}) as given,
    array(select purpose from phone_choice where person_id = ${personId} and road = 'text' and not wanted) as unwanted,
    (select count(*)::int from text_try where person_id = ${personId} and ${counted}
      and day >= ${firstOfMonth(now)}::date) as sent`.execute(db);
  return rows[0] ?? { given: false, unwanted: [], sent: 0 };
}

/** Gives or takes back a person's consent to text messages. What waits then is judged by it as it would be sent. */
export async function settleTextConsent({ db, now, newId }: Call, personId: string, agreed: boolean): Promise<void> {
  await sql`update text_consent set withdrawn_at = ${at(now)} where person_id = ${personId} and withdrawn_at is null
    and (${!agreed} or text_version <> ${textConsent.version})`.execute(db);
  if (!agreed) return;
  await sql`insert into text_consent (id, person_id, text_version, given_at)
    values (${newId()}, ${personId}, ${textConsent.version}, ${at(now)})
    on conflict (person_id) where withdrawn_at is null do nothing`.execute(db);
}
