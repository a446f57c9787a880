import { sql } from 'kysely';
import { type Call, makeCall } from '../rpc/call';
import type { Home } from '../rpc/home';
import { faultOf } from './log/fault';
import { at } from './schema';

/** An event out of the outbox, as it was left there. `createdAt` in milliseconds. */
export type OutboxEvent = {
  id: string;
  event: string;
  subject: string;
  payload: Record<string, unknown>;
  createdAt: number;
};

/** Turns events into what people see, in the worker's own transaction (`call.db`); told again after a failure. */
export type Tell = (call: Call, events: readonly OutboxEvent[]) => Promise<void>;

export type Worker = {
  /** The same after a restart and different from every other's that runs at the same time; null where there is no such name. */
  name: string | null;
  /** Begins no further batch once it is aborted, and gives back what it has not told. */
  stopping?: AbortSignal;
};

type Leased = OutboxEvent & { attempts: number };

const batch = 50;
const leaseMs = 60_000;
const backoffMs = 5_000;
const longestBackoffMs = 30 * 60_000;
const mostAttempts = 12;
const nameless: Worker = { name: null };

/**
 * Tells of every waiting event, oldest first, and answers how many were told. Any number of workers may run at once: each
 * leases its own batch (`for update skip locked`); the lease of one that died runs out after a minute. What is told and the mark that it was
 * told are one transaction for the batch, so an event is tried at least once and shown once; a batch that fails is told event by event, so
 * that one bad event holds up no other. A failure waits 5 s, 10 s, 20 s … half an hour, and after twelve tries the event is set
 * aside with `failed_at` and its error.
 */
export async function deliver(home: Home, tell: Tell, worker: Worker = nameless): Promise<number> {
  let told = 0;
  for (;;) {
    if (worker.stopping?.aborted) return told;
    const leased = await lease(home, worker);
    const failed = await tellTogether(home, tell, leased).catch(() => null);
    told += failed ?? 0;
    for (const [n, event] of failed === null ? leased.entries() : []) {
      if (worker.stopping?.aborted) {
        await giveBack(home, leased.slice(n));
        return told;
      }
      told += await tellAlone(home, tell, event);
    }
    // What was just told of may have left events of its own.
    if (leased.length === 0) return told;
  }
}

/** Frees what a worker of this name held when it was killed: its successor need not wait for the leases to run out. */
export async function freeLeases(home: Home, name: string): Promise<void> {
  await home.db
    .updateTable('outbox')
    .set({ leased_until: null, leased_by: null })
    .where('leased_by', '=', name)
    .where('delivered_at', 'is', null)
    .execute();
}

async function lease(home: Home, { name }: Worker): Promise<Leased[]> {
  const now = home.now();
  // A lease beyond any that we give stems from a clock that was moved back since (demo): it counts for nothing.
  const { rows } = await sql<Leased>`
    update outbox o set attempts = attempts + 1, leased_until = ${at(now + leaseMs)}, leased_by = ${name}
    from (select id from outbox
      where delivered_at is null and failed_at is null and (leased_until is null or leased_until <= ${at(now)}
        or leased_until > ${at(now + longestBackoffMs + leaseMs)})
      order by created_at, id limit ${batch} for update skip locked) w
    where o.id = w.id
    returning o.id, o.event, o.subject, o.payload, o.created_at as "createdAt", o.attempts`.execute(home.db);
  return rows.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

async function giveBack(home: Home, leased: readonly Leased[]): Promise<void> {
  await sql`update outbox o set attempts = o.attempts - 1, leased_until = null, leased_by = null
    from jsonb_to_recordset(${marksOf(leased)}::jsonb) as w(id uuid, attempts int)
    where o.id = w.id and o.attempts = w.attempts and o.delivered_at is null`.execute(home.db);
}

const marksOf = (leased: readonly Leased[]): string =>
  JSON.stringify(leased.map(({ id, attempts }) => ({ id, attempts })));

/** Tells of all in one transaction. Answers how many were told: those whose lease was lost meanwhile are somebody else's. */
async function tellTogether(home: Home, tell: Tell, leased: readonly Leased[]): Promise<number> {
  if (leased.length === 0) return 0;
  const now = home.now();
  return home.db.transaction().execute(async (tx) => {
    // Only while the lease is still ours; the rows stay locked until what was told is committed with them.
    const { rows } = await sql<{ id: string }>`
      update outbox o set delivered_at = ${at(now)}, leased_until = null, leased_by = null, last_error = null
      from jsonb_to_recordset(${marksOf(leased)}::jsonb) as w(id uuid, attempts int)
      where o.id = w.id and o.attempts = w.attempts and o.delivered_at is null
      returning o.id`.execute(tx);
    const mine = new Set(rows.map(({ id }) => id));
    const events = leased.filter(({ id }) => mine.has(id)).map(({ attempts, ...event }): OutboxEvent => event);
    if (events.length > 0) await tell(makeCall(home, tx, null, now), events);
    return events.length;
  });
}

async function tellAlone(home: Home, tell: Tell, leased: Leased): Promise<number> {
  const { id, event, attempts } = leased;
  try {
    return await tellTogether(home, tell, [leased]);
  } catch (error) {
    const now = home.now();
    const fault = faultOf(error);
    home.log.error({ event, id, attempts, error: fault }, 'an event failed');
    const wait = Math.min(backoffMs * 2 ** (attempts - 1), longestBackoffMs);
    await home.db
      .updateTable('outbox')
      .set({
        last_error: `${fault.name}: ${fault.message}`.slice(0, 500),
        leased_until: at(now + wait),
        leased_by: null,
        ...(attempts >= mostAttempts && { failed_at: at(now) }),
      })
      .where('id', '=', id)
      .where('attempts', '=', attempts)
      .where('delivered_at', 'is', null)
      .execute();
    return 0;
  }
}
