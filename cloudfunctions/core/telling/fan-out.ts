import { instantOfId } from '@shared/kernel/id';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db';
import { faultOf } from '../platform/log/fault';
import type { Home } from '../rpc/home';
import { type Audiences, audienceNamed, type MadeAudience, toldFacts } from './audience';
import { nobody, reach } from './reach';

/** So many persons a turn: told in a fraction of a second, which is how long an entry's notice may wait for it. */
const chunk = 5000;

type Waiting = { id: string; eventId: string; name: string; facts: object; after: string };

/**
 * The fan-out, whose every turn tells one message to the next chunk of its recipients. How far it came stands on the message in the same
 * transaction, so a worker that is killed leaves nobody out and tells nobody twice; of several workers each takes another message. Messages
 * take turns, so that none waits for a larger one; one that fails is left for the next fan-out and holds up no other.
 * @param size persons a turn
 * @returns makes a turn, and answers false when no message is waiting
 */
export function makeFanOut(home: Home, audiences: Audiences, size = chunk): () => Promise<boolean> {
  let last = nobody;
  const failed: string[] = [];

  return async function turn() {
    let waiting: Waiting | undefined;
    try {
      await home.db.transaction().execute(async (tx) => {
        const { rows } =
          await sql<Waiting>`select id, event_id as "eventId", fan_audience as name, fan_facts as facts, fan_after as after from message
          where fan_after is not null and id <> all (${failed}::uuid[])
          order by id <= ${last}::uuid, id limit 1 for update skip locked`.execute(tx);
        waiting = rows[0];
        if (waiting === undefined) return;
        const { id, name } = waiting;
        const now = home.now();
        await reach(tx, {
          told: unfinished(id),
          name,
          ...(await queryOf(tx, audiences, waiting, size, now)),
          size,
          now,
        });
      });
    } catch (error) {
      if (waiting === undefined) throw error;
      failed.push(waiting.id);
      home.log.error({ message: waiting.id, error: faultOf(error) }, 'a fan-out failed');
    }
    last = waiting?.id ?? nobody;
    return waiting !== undefined;
  };
}

/** Whom the message is for, and with whom this turn ends where that is known beforehand. */
async function queryOf(
  db: Db,
  audiences: Audiences,
  { id, eventId, name, facts, after }: Waiting,
  size: number,
  now: number,
) {
  const audience = audienceNamed(audiences, name);
  if (typeof audience === 'function') return { audience: audience(toldFacts, now) };
  const { make, lastOf } = audience as MadeAudience;
  return {
    audience: await make(db, { facts, messageId: id, eventId, at: instantOfId(id), now }),
    // To look at somebody costs a tenth of telling them, and a turn costs something by itself.
    within: { after, last: await lastOf(db, after, 4 * size) },
  };
}

const unfinished = (id: string): RawBuilder<unknown> =>
  sql`select id, fan_facts as facts, fan_after as after from message where id = ${id}::uuid`;
