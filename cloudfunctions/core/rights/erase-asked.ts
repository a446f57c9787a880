import { sql } from 'kysely';
import type { Db } from '../platform/db';
import type { Leaver } from '../platform/personal/personal';
import { at } from '../platform/schema';
import type { Home } from '../rpc/home';
import { keptOf, personWith, type Registry } from './registry';

/** So many accounts are looked at in one round. */
const atOnce = 50;

/**
 * Deletes and empties what was theirs of whoever closed their account, room by room, some rows at a time and each time in a transaction of its own.
 * Each step leaves nothing for itself to find, so a worker that is killed anywhere is followed by one that goes through all of them again, and two at
 * once harm nothing. Whoever is still to be told of their leaving is told first.
 * @returns how many accounts are empty now
 */
export async function eraseAsked(home: Pick<Home, 'db' | 'now'>, registry: Registry): Promise<number> {
  const { db } = home;
  const asked = await db
    .selectFrom('erasure')
    .select(['person_id', 'asked_at'])
    .where('done_at', 'is', null)
    .orderBy('asked_at')
    .limit(atOnce)
    .execute();
  let done = 0;
  for (const { person_id: personId, asked_at: askedAt } of asked) {
    const { things } = await personWith(db, registry, personId);
    const { ids: kept } = await keptOf(db, registry, personId);
    const leaver: Leaver = { personId, things, kept, askedAt };
    await erase(db, registry, leaver);
    if (await isAwaited(db, leaver)) continue;
    await db
      .updateTable('erasure')
      .set({ done_at: at(home.now()) })
      .where('person_id', '=', personId)
      .where('done_at', 'is', null)
      .execute();
    done += 1;
  }
  return done;
}

/** Every step of every room until it finds nothing. */
export async function erase(db: Db, { personal }: Registry, leaver: Leaver): Promise<void> {
  for (const { erased } of personal.flatMap(({ tables }) => tables)) {
    if (typeof erased !== 'function') continue;
    while ((await db.transaction().execute((tx) => erased(tx, leaver))) > 0);
  }
}

/** Whether news of them is still on its way, which may lie in an inbox of theirs afterwards. */
async function isAwaited(db: Db, { personId, things }: Leaver): Promise<boolean> {
  const subjects = [...things.map(({ kind, id }) => `${kind}:${id}`), `person:${personId}`];
  const { rows } = await sql`select from outbox where subject = any(${subjects}::text[])
    and delivered_at is null and failed_at is null limit 1`.execute(db);
  return rows.length > 0;
}
