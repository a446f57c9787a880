import type { Call } from '../rpc/call';
import { later } from './pipeline';
import { at, json } from './schema';

/**
 * Leaves an event in the change's own transaction; the worker tells of it later, at least once, shown once.
 * @param subject such as `entry:<id>`
 * @param payload ids and plain facts that the notice needs; no personal values
 */
export async function emit(
  call: Call,
  event: string,
  subject: string,
  payload: Record<string, unknown>,
): Promise<void> {
  call.left.events += 1;
  await later(
    call.db,
    call.db
      .insertInto('outbox')
      .values({ id: call.newId(), event, subject, payload: json(payload), created_at: at(call.now) }),
  );
}
