import type { Events } from '@shared/events';
import type { Call } from '../rpc/call';
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
