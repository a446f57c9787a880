import { sql } from 'kysely';
import type { Home } from '../rpc/home';
import { at } from './schema';

const day = 86_400_000;
/** Deleted in steps, so that no statement holds many locks for long. */
const step = 5000;

/**
 * Forgets what nobody needs any more: answers kept for doing a thing once after 7 days (conventions), call counts of past hours,
 * sessions a week after they ended, delivered events after 30 days, the security log after a year. Answers how many rows went.
 */
export async function forgetOldRows(home: Home): Promise<number> {
  const now = home.now();
  const minute = Math.floor(now / 60_000);
  let gone = 0;
  for (const [table, condition] of [
    ['done_once', sql`at < ${at(now - 7 * day)}`],
    // Counts from the future too: the demo's clock can be moved back.
    ['call_rate', sql`minute < ${minute - 60} or minute > ${minute + 60}`],
    ['session', sql`least(expires_at, coalesce(revoked_at, expires_at)) < ${at(now - 7 * day)}`],
    ['security_event', sql`at < ${at(now - 366 * day)}`],
    ['outbox', sql`delivered_at < ${at(now - 30 * day)}`],
  ] as const) {
    for (;;) {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)}
        where ctid = any (array (select ctid from ${sql.table(table)} where ${condition} limit ${step}))`.execute(
        home.db,
      );
      gone += Number(numAffectedRows ?? 0);
      if (Number(numAffectedRows ?? 0) < step) break;
    }
  }
  return gone;
}
