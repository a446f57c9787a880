import { type RawBuilder, sql } from 'kysely';
import { faultOf } from '../platform/log/fault';
import { type Call, makeCall } from '../rpc/call';
import type { Home } from '../rpc/home';

/** What the clock does with each of many cases. */
export type Turns = {
  /** Names it in the log. */
  part: string;
  /** So many in one transaction. */
  atOnce: number;
  /** Locks the ids of cases that are due, `most` at most, of which `others` holds (a condition on their id); one that is locked already is passed by. */
  take(call: Call, most: number, others: (id: RawBuilder<unknown>) => RawBuilder<boolean>): Promise<string[]>;
  /** Does it with those, so that they are not due any more. */
  work(call: Call, ids: readonly string[]): Promise<unknown>;
};

/**
 * Does something by the clock with all cases that are due, until there are none, and wakes whoever tells of it. One that fails keeps no other from its turn: what
 * was taken with it is done again one by one, and it is told of in the log and passed by until the next tick.
 * @returns with how many it was done
 */
export async function inTurns(home: Home, { part, atOnce, take, work }: Turns): Promise<number> {
  const now = home.now();
  const failed: string[] = [];
  const seen = new Set<string>();
  const others = (id: RawBuilder<unknown>) => sql<boolean>`(${id} <> all(${failed}::uuid[]))`;
  let most = atOnce;
  let done = 0;
  for (;;) {
    let ids: string[] = [];
    try {
      await home.db.transaction().execute(async (tx) => {
        const call = makeCall(home, tx, null, now);
        ids = await take(call, most, others);
        // Else it would be taken for ever.
        if (ids.some((id) => seen.has(id))) throw new Error('A case is still due after its turn.');
        if (ids.length > 0) await work(call, ids);
      });
    } catch (error) {
      const [id, ...withIt] = ids;
      if (id === undefined) throw error;
      if (withIt.length === 0) {
        failed.push(id);
        home.log.error({ part, id, error: faultOf(error) }, 'the clock could not move a case');
      }
      most = 1;
      continue;
    }
    // Not before nobody is due any more: else whoever stays due alone would never be told of.
    if (ids.length === 0) break;
    for (const id of ids) seen.add(id);
    done += ids.length;
  }
  if (done > 0) home.wake();
  return done;
}
