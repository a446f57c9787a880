import { sql } from 'kysely';
import { moveEntry } from '../../entry/moves';
import { entryHead } from '../../entry/queries';
import { at } from '../../platform/schema';
import { makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';

const batchSize = 50;

/**
 * Ends returned entries whose last day for the correction is over: the deadline itself is checked in the move
 * of the entrant, this only tidies up. Any number of timers may run at once: a row is taken by one, the others pass it by.
 * @returns how many entries it ended
 */
export async function expireOverdue(home: Home): Promise<number> {
  const now = home.now();
  let ended = 0;
  for (;;) {
    const done = await home.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select id from entry where state = 'returned' and correction_due_at <= ${at(now)}
        order by correction_due_at, id limit ${batchSize} for update skip locked`.execute(tx);
      const call = makeCall(home, tx, null, now);
      for (const { id } of rows) {
        const entry = await entryHead(call, id, true);
        if (entry) await moveEntry(call, entry, { command: 'expire' });
      }
      return rows.length;
    });
    ended += done;
    if (done < batchSize) break;
  }
  if (ended > 0) home.wake();
  return ended;
}
