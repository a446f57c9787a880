import { noticesContract } from '@shared/notices/contract';
import { presentPast } from '../awards/queries';
import { presentHome } from '../competition/queries';
import { nothing, procedure } from '../procedure';
import { countUnread } from './inbox';

/**
 * The first page of all in one call, since each call of a phone is one of a cloud function. It stands here because this area is the last in
 * line, and knows those before it.
 */
export const landing = procedure(noticesContract.landing, nothing, async (call) => {
  const [home, past, unread] = await Promise.all([
    presentHome(call),
    presentPast(call.db),
    call.actor === null ? 0 : countUnread(call),
  ]);
  return { home, past, unread };
});
