import { addDays, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { at } from '../../platform/schema';
import type { Reminded } from '../../platform/wechat/reminder';
import type { Home } from '../../rpc/home';
import type { Claimed } from './claim';

const mostTries = 5;
const backoffMs = 10_000;
/** When the day's limit was used up: the next day at eight. */
const morningMs = 8 * 3_600_000;

type End = {
  state: 'waiting' | 'sent' | 'not_agreed' | 'dead' | 'uncertain';
  code: number | null;
  dueAt: number | null;
};

/**
 * What follows from what WeChat said.
 * @param share 0 to 1: spreads tries of many over time
 */
export function endOf(reminded: Reminded, tries: number, now: number, share: number): End {
  switch (reminded.kind) {
    case 'sent':
      return { state: 'sent', code: 0, dueAt: null };
    case 'unknown':
      return { state: 'uncertain', code: null, dueAt: null };
    case 'notAgreed':
      return { state: 'not_agreed', code: reminded.code, dueAt: null };
    case 'nobody':
    case 'refused':
      return { state: 'dead', code: reminded.code, dueAt: null };
    case 'tomorrow': {
      const dueAt = startOfDay(addDays(shanghaiDate(now), 1)) + morningMs + Math.floor(share * 600_000);
      return { state: 'waiting', code: reminded.code, dueAt };
    }
    case 'retry': {
      if (tries >= mostTries) return { state: 'dead', code: reminded.code, dueAt: null };
      const dueAt = now + Math.floor(backoffMs * 2 ** (tries - 1) * (1 + share));
      return { state: 'waiting', code: reminded.code, dueAt };
    }
  }
}

/**
 * Writes how a sending ended, unless its lease ran out meanwhile and it was ended for it. What WeChat did not take up gives its agreement
 * back; where WeChat knows of none, none is left; of whom it knows nobody, nothing is left of any purpose: who comes again by WeChat agrees anew.
 */
export async function conclude(
  home: Home,
  { personId, messageId, purpose, tries }: Claimed,
  reminded: Reminded,
): Promise<void> {
  const now = home.now();
  const [byte = 0] = home.random(1);
  const { state, code, dueAt } = endOf(reminded, tries, now, byte / 256);
  const nobody = reminded.kind === 'nobody';
  const gone = nobody || state === 'not_agreed';
  const back = !nobody && state === 'dead';
  await sql`
    with ended as (
      update phone_message set state = ${state}, code = ${code}, leased_until = null,
        ended_at = ${state === 'waiting' ? null : at(now)}, due_at = coalesce(${dueAt === null ? null : at(dueAt)}, due_at)
      where person_id = ${personId} and message_id = ${messageId} and state = 'sending' and tries = ${tries} returning 1),
    -- Locked before it is read, so that the ledger tells what was there.
    held as (
      select q.purpose, q.left_over from phone_quota q, ended
      where q.person_id = ${personId} and (${nobody} or q.purpose = ${purpose}) for update of q),
    counted as (
      update phone_quota q set left_over = ${gone ? sql`0` : sql`q.left_over + 1`} from held
      where q.person_id = ${personId} and q.purpose = held.purpose and ${gone || back})
    insert into phone_quota_change (id, person_id, purpose, change, why, message_id, at)
    select gen_random_uuid(), ${personId}::uuid, held.purpose, ${gone ? sql`-held.left_over` : sql`1`},
      ${nobody ? 'no_recipient' : gone ? 'used_up' : 'not_sent'}, ${messageId}::uuid, ${at(now)} from held
    where ${gone ? sql`held.left_over > 0` : back}`.execute(home.db);
}
