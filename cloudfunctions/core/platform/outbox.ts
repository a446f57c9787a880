import type { Events } from '@shared/events';
import { type RawBuilder, sql } from 'kysely';
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

/** Events about a subject that were told and are about somebody too, as a condition on `outbox`. */
const toldAbout = (subject: string, personId: string) =>
  sql<boolean>`subject = ${subject} and delivered_at is not null and position(${personId} in payload::text) > 0`;

/** In SQL: what an event was told by is one of those. `eventId`: the column that names it. */
export const isToldAbout = (eventId: RawBuilder<unknown>, subject: string, personId: string) =>
  sql<boolean>`${eventId} in (select id from outbox where ${toldAbout(subject, personId)})`;

/** In SQL: what it was told by is gone, its time being over. */
export const isLongTold = (eventId: RawBuilder<unknown>) =>
  sql<boolean>`not exists (select from outbox o where o.id = ${eventId})`;

/** Deletes them: whoever closed their account is named nowhere. */
export const forgetToldEvents = (db: Db, subject: string, personId: string) =>
  sql`delete from outbox where ${toldAbout(subject, personId)}`.execute(db);

/**
 * The same of events that follow from others, which are told again after a failure: each is left once.
 * @param following each with its id, made of the other's; `createdAt` in epoch milliseconds
 */
export async function emitOnce<Event extends keyof Events>(
  call: Call,
  event: Event,
  following: ReadonlyArray<{ id: string; subject: string; facts: Events[Event]; createdAt: number }>,
): Promise<void> {
  if (following.length === 0) return;
  await call.db
    .insertInto('outbox')
    .values(
      following.map(({ id, subject, facts, createdAt }) => ({
        id,
        event,
        subject,
        payload: json(facts),
        created_at: at(createdAt),
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
