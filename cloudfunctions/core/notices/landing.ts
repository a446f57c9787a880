import { noticesContract } from '@shared/notices/contract';
import { presentPast } from '../awards/queries';
import { presentHome } from '../competition/queries';
import { nothing, procedure } from '../procedure';
import { countUnread } from './inbox';
import { countWaiting } from './workbench';

/**
 * The first page of all in one call, since each call of a phone is one of a cloud function. It stands here because this area is the last in
 * line, and knows those before it.
 */
export const landing = procedure(noticesContract.landing, nothing, async (call) => {
  const [home, past, unread, waits] = await Promise.all([
    presentHome(call),
    presentPast(call.db),
    // Staff are told of every submission: for them only what waits counts.
    call.actor === null || call.actor.grants.length > 0 ? 0 : countUnread(call),
    call.actor === null ? 0 : countWaiting(call),
  ]);
  return { home, past, unread, waits };
});
