import { breaksUnique } from '../platform/broken-constraint';
import { isLost } from '../platform/database-failure';
import type { Db } from '../platform/db';
import { firstFailure, mayOwe, type Owed } from '../platform/pipeline';
import type { Call } from './call';
import type { Home } from './home';

// Serialisation failure, deadlock, a plan made before a migration: nothing was changed, the whole transaction may simply be
// run again.
const retriable = new Set(['40001', '40P01', '0A000']);
/** Two writers of one audit chain met: the second begins anew behind the first. */
const auditPlace = 'audit_pkey';
/** “current transaction is aborted”: something that was sent before had failed. */
const spoiled = '25P02';
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
    const owed: Owed = [];
    try {
      const answer = await home.db.transaction().execute(async (tx) => {
        mayOwe(tx, owed);
        const answer = await run(callIn(tx));
        committing = true;
        return answer;
      });
      const failed = await firstFailure(owed);
      if (failed) throw failed.error;
      return answer;
    } catch (thrown) {
      const error = await causeOf(thrown, owed);
      const given = retriable.has(codeOf(error)) || breaksUnique(error, auditPlace);
      const died = connectionDied(error) && (keyed || !committing) && lost < mostLost;
      if (attempt === mostAttempts || !(given || died)) throw error;
      if (died) lost += 1;
    }
  }
}

/** A connection that does not answer in time is not tried again: whoever waits has waited long enough. */
const connectionDied = (error: unknown): boolean =>
  isLost(error) && !/timeout/i.test(error instanceof Error ? error.message : '');

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

async function causeOf(thrown: unknown, owed: Owed): Promise<unknown> {
  const failed = await firstFailure(owed);
  return failed && codeOf(thrown) === spoiled ? failed.error : thrown;
}
