import { isLost } from '../platform/database-failure';
import type { Db } from '../platform/db';
import type { Call } from './call';
import type { Home } from './home';

// Serialisation failure, deadlock, a plan made before a migration: nothing was changed, the whole transaction may simply be
// run again.
const retriable = new Set(['40001', '40P01', '0A000']);
const mostAttempts = 4;
/** After a pause or a failover every kept connection may be dead, and each is noticed by its use alone. */
const mostLost = 2;

/** Runs what changes nothing, or does no harm twice; once more where the connection was found dead. */
export async function again<T>(run: () => Promise<T>): Promise<T> {
  for (let lost = 0; ; lost += 1) {
    try {
      return await run();
    } catch (error) {
      if (lost === mostLost || !connectionDied(error)) throw error;
    }
  }
}

/**
 * Runs a change in one transaction; again where the database gave it up or the connection died.
 * @param keyed whether the change is done once by its key. Only then may it be run again after COMMIT was sent: had that arrived, the key's row
 *   stands and its answer is given; the row makes the second wait while the first is still undecided.
 */
export async function inTransaction(
  home: Home,
  callIn: (tx: Db) => Call,
  run: (call: Call) => Promise<unknown>,
  keyed: boolean,
): Promise<unknown> {
  let lost = 0;
  for (let attempt = 1; ; attempt += 1) {
    let committing = false;
    try {
      return await home.db.transaction().execute(async (tx) => {
        const answer = await run(callIn(tx));
        committing = true;
        return answer;
      });
    } catch (error) {
      const given = retriable.has(String((error as { code?: unknown }).code));
      const died = connectionDied(error) && (keyed || !committing) && lost < mostLost;
      if (attempt === mostAttempts || !(given || died)) throw error;
      if (died) lost += 1;
    }
  }
}

/** A connection that does not answer in time is not tried again: whoever waits has waited long enough. */
const connectionDied = (error: unknown): boolean =>
  isLost(error) && !/timeout/i.test(error instanceof Error ? error.message : '');
