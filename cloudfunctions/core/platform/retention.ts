import { leastIdOf } from '@shared/kernel/id';
import type { Terms } from '@shared/rights/retention-terms';
import { type RawBuilder, sql } from 'kysely';
import type { Home } from '../rpc/home';
import { termsOn } from './retention/terms';
import { at } from './schema';

/** Rows of a table that nobody needs any more at `now`, by the terms of that day. */
export type OldRows = { readonly table: string; when(now: number, terms: Terms): RawBuilder<unknown> };

const day = 86_400_000;
/** Deleted in steps, so that no statement holds many locks for long. */
const step = 5000;

const minuteOf = (now: number): number => Math.floor(now / 60_000);
const oldestMessage = (now: number, { message }: Terms): string => leastIdOf(now - message * day);

/**
 * Of the ground itself: answers kept for doing a thing once after 7 days (conventions), call counts of past hours, the security log,
 * delivered events, messages and what stood of them for phones by their terms, tries of texts after a year.
 */
const own: readonly OldRows[] = [
  { table: 'done_once', when: (now, { doneOnce }) => sql`at < ${at(now - doneOnce * day)}` },
  // Counts from the future too: the demo's clock can be moved back.
  { table: 'call_rate', when: (now) => sql`minute < ${minuteOf(now) - 60} or minute > ${minuteOf(now) + 60}` },
  { table: 'security_event', when: (now, { securityLog }) => sql`at < ${at(now - securityLog * day)}` },
  { table: 'outbox', when: (now, { outbox }) => sql`delivered_at < ${at(now - outbox * day)}` },
  { table: 'phone_message', when: (now, terms) => sql`message_id < ${oldestMessage(now, terms)}::uuid` },
  { table: 'text_message', when: (now, terms) => sql`message_id < ${oldestMessage(now, terms)}::uuid` },
  { table: 'text_try', when: (now) => sql`at < ${at(now - 366 * day)}` },
  { table: 'delivery', when: (now, terms) => sql`message_id < ${oldestMessage(now, terms)}::uuid` },
  { table: 'message', when: (now, terms) => sql`id < ${oldestMessage(now, terms)}::uuid` },
];

/**
 * Forgets what nobody needs any more.
 * @param ofAreas what the areas name beside the ground's own
 * @returns how many rows went
 */
export async function forgetOldRows(home: Home, ofAreas: readonly OldRows[]): Promise<number> {
  const now = home.now();
  const terms = await termsOn(home.db, now);
  let gone = 0;
  for (const { table, when } of [...own, ...ofAreas]) {
    for (;;) {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)}
        where ctid = any (array (select ctid from ${sql.table(table)} where ${when(now, terms)} limit ${step}))`.execute(
        home.db,
      );
      gone += Number(numAffectedRows ?? 0);
      if (Number(numAffectedRows ?? 0) < step) break;
    }
  }
  return gone;
}
