import { type RawBuilder, sql } from 'kysely';
import { makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import { entryHeads } from '../subjects';
import { removeDraft } from './remove-draft';

const atOnce = 50;

/**
 * Removes drafts by the clock, some at a time, each lot in a transaction of its own; one that somebody is at work on is left for the next turn.
 * @param which from where the entries `e` come, under which condition and in which order
 * @returns how many
 */
export async function removeDrafts(home: Home, now: number, which: RawBuilder<unknown>): Promise<number> {
  let gone = 0;
  for (;;) {
    const done = await home.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{
        id: string;
      }>`select e.id ${which} limit ${atOnce} for update of e skip locked`.execute(tx);
      const call = makeCall(home, tx, null, now);
      const heads = await entryHeads(
        call,
        rows.map(({ id }) => id),
      );
      for (const head of heads) await removeDraft(call, head);
      return rows.length;
    });
    gone += done;
    if (done < atOnce) return gone;
  }
}
