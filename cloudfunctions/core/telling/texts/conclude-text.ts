import { nextMorning } from '@shared/telling/text-times';
import { sql } from 'kysely';
import { at } from '../../platform/schema';
import type { Texted } from '../../platform/sms/sms';
import type { Home } from '../../rpc/home';
import type { ClaimedText } from './claim-texts';

/** What became of a text: the provider's word, or why it was not asked. */
export type TextEnd = Texted | { kind: 'over' | 'no_phone' };

const mostTries = 5;
const backoffMs = 60_000;

const states = {
  sent: 'sent',
  unknown: 'uncertain',
  unreachable: 'no_phone',
  no_phone: 'no_phone',
  over: 'over',
  misconfigured: 'dead',
} as const;

type Next = { state: (typeof states)[keyof typeof states] | 'waiting'; dueAt: number | null };

/**
 * What follows from how a text ended.
 * @param share 0 to 1: spreads tries of many over time
 */
export function textEndOf({ kind }: TextEnd, tries: number, now: number, share: number): Next {
  if (kind === 'tomorrow') return { state: 'waiting', dueAt: nextMorning(now) + Math.floor(share * 600_000) };
  if (kind !== 'retry') return { state: states[kind], dueAt: null };
  if (tries >= mostTries) return { state: 'dead', dueAt: null };
  return { state: 'waiting', dueAt: now + Math.floor(backoffMs * 2 ** (tries - 1) * (1 + share)) };
}

/** Writes how a sending ended, on the text and in the ledger, unless its lease ran out meanwhile and it was ended for it. */
export async function concludeText(home: Home, text: ClaimedText, end: TextEnd): Promise<void> {
  const now = home.now();
  const [byte = 0] = home.random(1);
  const { state, dueAt } = textEndOf(end, text.tries, now, byte / 256);
  const code = 'code' in end ? end.code : null;
  const serial = 'serial' in end ? end.serial : null;
  await sql`with ended as (
      update text_message set state = ${state}, code = ${code}, leased_until = null,
        ended_at = ${state === 'waiting' ? null : at(now)}, due_at = coalesce(${dueAt === null ? null : at(dueAt)}, due_at)
      where person_id = ${text.personId} and message_id = ${text.messageId} and state = 'sending' and tries = ${text.tries}
      returning 1)
    update text_try set outcome = ${end.kind}, code = ${code}, serial = ${serial}, ended_at = ${at(now)}
    from ended where id = ${text.tryId} and outcome is null`.execute(home.db);
}
