import { leastIdOf } from '@shared/kernel/id';
import { daysOf } from '@shared/rights/retention-terms';
import { type RawBuilder, sql } from 'kysely';
import type { Home } from '../rpc/home';
import { at } from './schema';

/** Rows of a table that nobody needs any more at `now`. */
export type OldRows = { readonly table: string; when(now: number): RawBuilder<unknown> };

const day = 86_400_000;
/** Deleted in steps, so that no statement holds many locks for long. */
const step = 5000;

const minuteOf = (now: number): number => Math.floor(now / 60_000);
const oldestMessage = (now: number): string => leastIdOf(now - daysOf('message') * day);

/**
 * Of the ground itself: answers kept for doing a thing once after 7 days (conventions), call counts of past hours, the security log after a
 * year, delivered events after 30 days, messages after three years, what stood of them for phones with them, tries of texts after a year.
 */
const own: readonly OldRows[] = [
  { table: 'done_once', when: (now) => sql`at < ${at(now - daysOf('doneOnce') * day)}` },
  // Counts from the future too: the demo's clock can be moved back.
  { table: 'call_rate', when: (now) => sql`minute < ${minuteOf(now) - 60} or minute > ${minuteOf(now) + 60}` },
  { table: 'security_event', when: (now) => sql`at < ${at(now - daysOf('securityLog') * day)}` },
  { table: 'outbox', when: (now) => sql`delivered_at < ${at(now - daysOf('outbox') * day)}` },
  { table: 'phone_message', when: (now) => sql`message_id < ${oldestMessage(now)}::uuid` },
  { table: 'text_message', when: (now) => sql`message_id < ${oldestMessage(now)}::uuid` },
  { table: 'text_try', when: (now) => sql`at < ${at(now - 366 * day)}` },
  { table: 'delivery', when: (now) => sql`message_id < ${oldestMessage(now)}::uuid` },
  { table: 'message', when: (now) => sql`id < ${oldestMessage(now)}::uuid` },
];

/**
 * Forgets what nobody needs any more.
 * @param ofAreas what the areas name beside the ground's own
 * @returns how many rows went
 */
export async function forgetOldRows(home: Home, ofAreas: readonly OldRows[]): Promise<number> {
  const now = home.now();
  let gone = 0;
  for (const { table, when } of [...own, ...ofAreas]) {
    for (;;) {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)}
        where ctid = any (array (select ctid from ${sql.table(table)} where ${when(now)} limit ${step}))`.execute(
        home.db,
      );
      gone += Number(numAffectedRows ?? 0);
      if (Number(numAffectedRows ?? 0) < step) break;
    }
  }
  return gone;
}
