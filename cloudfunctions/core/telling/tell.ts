import type { PhoneWords, PolicyNamed } from '@shared/kernel/define-notice';
import { makeUuidV7 } from '@shared/kernel/id';
import { type RawBuilder, sql } from 'kysely';
import { json } from '../platform/schema';
import type { Call } from '../rpc/call';
import { type Audiences, audienceNamed, toldFacts } from './audience';
import { nobody, reach } from './reach';

/** What is told of one event by one notice: the words, and whom of these facts it is for. `createdAt` in milliseconds: the event's. */
export type Letter = {
  eventId: string;
  /** What the event was about: `entry:<id>`. */
  about: string;
  createdAt: number;
  notice: string;
  title: string;
  body: string;
  link: string | null;
  /** For the phones of who agreed to it. */
  phone: PhoneWords | null;
  policy: PolicyNamed | null;
  audience: string;
  facts: Record<string, unknown>;
};

/** So many recipients are told in the transaction that tells of the event; beyond them the message waits for the fan-out. */
export const toldAtOnce = 200;

/**
 * Puts messages into inboxes, set-wise and in the worker's own transaction. What was told before is not told again: event and notice are
 * unique, and a message and its first recipients are written together.
 */
export async function tell(call: Call, letters: readonly Letter[], audiences: Audiences): Promise<void> {
  const fresh = await write(call, letters);
  for (const name of new Set(fresh.map(({ audience }) => audience))) {
    const messages = fresh.filter(({ audience }) => audience === name).map(({ id, facts }) => ({ id, facts }));
    const told = sql`select id, facts, ${nobody}::uuid as after from jsonb_to_recordset(${json(messages)}::jsonb) as r(id uuid, facts jsonb)`;
    const audience = audienceNamed(audiences, name);
    if (typeof audience !== 'function') await leaveToFanOut(call, name, told);
    else await reach(call.db, { told, name, audience: audience(toldFacts, call.now), size: toldAtOnce, now: call.now });
  }
}

/** Of an audience that is made message by message, everybody is told by the fan-out. */
async function leaveToFanOut(call: Call, name: string, told: RawBuilder<unknown>): Promise<void> {
  await sql`update message m set fan_audience = ${name}, fan_facts = told.facts, fan_after = told.after
    from (${told}) told where m.id = told.id`.execute(call.db);
}

/** Writes the messages; those that stand already are left out of the answer. */
async function write(call: Call, letters: readonly Letter[]): Promise<Array<Letter & { id: string }>> {
  if (letters.length === 0) return [];
  const drafts = letters.map((letter) => ({ id: makeUuidV7(letter.createdAt, call.home.random(10)), ...letter }));
  const { rows } = await sql<{
    id: string;
  }>`insert into message (id, event_id, about, notice, title, body, link, phone_purpose, phone_fields, policy_code, policy_version,
      text_kind, text_subject, text_until)
    select id, "eventId", about, notice, title, body, link, phone ->> 'purpose', phone -> 'fields',
      policy ->> 'code', (policy ->> 'version')::int, phone -> 'text' ->> 'kind', (phone -> 'text' ->> 'subjectId')::uuid,
      to_timestamp((phone -> 'text' ->> 'until')::float8 / 1000)
    from jsonb_to_recordset(${json(drafts.map(({ facts, phone, policy, ...words }) => ({ ...words, ...(phone && { phone }), ...(policy && { policy }) })))}::jsonb)
      as r(id uuid, "eventId" uuid, about text, notice text, title text, body text, link text, phone jsonb, policy jsonb)
    on conflict (event_id, notice) do nothing returning id`.execute(call.db);
  const written = new Set(rows.map(({ id }) => id));
  return drafts.filter(({ id }) => written.has(id));
}
