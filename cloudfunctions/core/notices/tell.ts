import type { Call } from '../call';
import type { OutboxEvent } from '../platform/deliver';

/** Turns an event into inbox rows, in the worker's own transaction. */
export async function tellEvent(call: Call, event: OutboxEvent): Promise<void> {
  call.home.log.info({ event: event.event, id: event.id }, 'nobody is told of this event');
}
