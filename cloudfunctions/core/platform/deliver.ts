import { sql } from 'kysely';
import { type Call, makeCall } from '../call';
import type { Home } from '../home';
import { at } from './schema';

/** An event out of the outbox, as it was left there. `createdAt` in milliseconds. */
export type OutboxEvent = {
  id: string;
  event: string;
  subject: string;
  payload: Record<string, unknown>;
  createdAt: number;
};

/** Turns an event into what people see, in the worker's own transaction (`call.db`); told again after a failure. */
export type Tell = (call: Call, event: OutboxEvent) => Promise<void>;

type Leased = OutboxEvent & { attempts: number };

const batch = 50;
const leaseMs = 60_000;
const backoffMs = 5_000;
const longestBackoffMs = 30 * 60_000;
const mostAttempts = 12;

/**
 * Tells of every waiting event, oldest first, and answers how many were told. Any number of workers may run at once: each
 * leases its own batch (`for update skip locked`); the lease of one that died runs out after a minute. What is told and the mark that it was
 * told are one transaction, so an event is tried at least once and shown once. A failure waits 5 s, 10 s, 20 s … half an
 * hour, and after twelve tries the event is set aside with `failed_at` and its error.
 */
export async function deliver(home: Home, tell: Tell): Promise<number> {
  let told = 0;
  for (;;) {
    const leased = await lease(home);
    for (const event of leased) told += (await deliverOne(home, tell, event)) ? 1 : 0;
    if (leased.length < batch) return told;
  }
}

async function lease(home: Home): Promise<Leased[]> {
  const now = home.now();
  // A lease beyond any that we give stems from a clock that was moved back since (demo): it counts for nothing.
  const { rows } = await sql<Leased>`
    update outbox o set attempts = attempts + 1, leased_until = ${at(now + leaseMs)}
    from (select id from outbox
      where delivered_at is null and failed_at is null and (leased_until is null or leased_until <= ${at(now)}
        or leased_until > ${at(now + longestBackoffMs + leaseMs)})
      order by created_at, id limit ${batch} for update skip locked) w
    where o.id = w.id
    returning o.id, o.event, o.subject, o.payload, o.created_at as "createdAt", o.attempts`.execute(home.db);
  return rows.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

async function deliverOne(home: Home, tell: Tell, leased: Leased): Promise<boolean> {
  const { attempts, ...event } = leased;
  const now = home.now();
  try {
    return await home.db.transaction().execute(async (tx) => {
      // Only while the lease is still ours; the row stays locked until what was told is committed with it.
      const mine = await tx
        .updateTable('outbox')
        .set({ delivered_at: at(now), leased_until: null, last_error: null })
        .where('id', '=', event.id)
        .where('attempts', '=', attempts)
        .where('delivered_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (!mine) return false;
      await tell(makeCall(home, tx, null, now), event);
      return true;
    });
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    home.log.error({ event: event.event, id: event.id, attempts, error: { name, message, stack } }, 'an event failed');
    const wait = Math.min(backoffMs * 2 ** (attempts - 1), longestBackoffMs);
    await home.db
      .updateTable('outbox')
      .set({
        last_error: `${name}: ${message}`.slice(0, 500),
        leased_until: at(now + wait),
        ...(attempts >= mostAttempts && { failed_at: at(now) }),
      })
      .where('id', '=', event.id)
      .where('attempts', '=', attempts)
      .where('delivered_at', 'is', null)
      .execute();
    return false;
  }
}
