import type { Events } from '@shared/events';
import { sql } from 'kysely';
import type { Call } from '../rpc/call';
import type { Db } from './db';
import { later } from './pipeline';
import { at, json } from './schema';

/**
 * Leaves an event in the change's own transaction; the worker tells of it later, at least once, shown once.
 * @param subject such as `entry:<id>`
 * @param facts the event's own, complete at this instant: whoever is told later is told of now
 */
export async function emit<Event extends keyof Events>(
  call: Call,
  event: Event,
  subject: string,
  facts: Events[Event],
): Promise<void> {
  call.left.events += 1;
  await later(
    call.db,
    call.db
      .insertInto('outbox')
      .values({ id: call.newId(), event, subject, payload: json(facts), created_at: at(call.now) }),
  );
}

/** Deletes events about a subject that were told and name somebody: whoever closed their account is named nowhere. */
export const forgetToldEvents = (db: Db, subject: string, name: string) =>
  sql`delete from outbox where subject = ${subject} and delivered_at is not null
    and position(${name} in payload::text) > 0`.execute(db);

/**
 * The same of an event that follows from another one, which is told again after a failure: it is left once.
 * @param following its id, made of the other's; `createdAt` in epoch milliseconds
 */
export async function emitOnce<Event extends keyof Events>(
  call: Call,
  event: Event,
  subject: string,
  facts: Events[Event],
  following: { id: string; createdAt: number },
): Promise<void> {
  await call.db
    .insertInto('outbox')
    .values({ id: following.id, event, subject, payload: json(facts), created_at: at(following.createdAt) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
