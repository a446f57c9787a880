import { hasRoleAnywhere, regionsServed } from '@shared/kernel/actor';
import { toShanghai } from '@shared/kernel/shanghai';
import { noticesContract } from '@shared/notices/contract';
import { presentPast, wonNow } from '../awards/queries';
import { type Queue, type TodoSource, waitingFor } from '../cases/todo';
import { judgePosts, presentHome } from '../competition/queries';
import { ownStory } from '../entry/queries';
import { type Call, me } from '../rpc/call';
import { rememberedProcedure } from '../rpc/procedure';
import { countUnread } from '../telling/inbox';

/** So many things that wait stand on the first page; the workbench has them all. */
const shown = 3;

/** Whether who calls decides on entries somewhere, and does not only look on. */
const reviews = ({ actor }: Call): boolean =>
  hasRoleAnywhere(actor, 'regionStaff') || hasRoleAnywhere(actor, 'regionLead');

/** What waits in several queues together. */
const summed = (queues: readonly Queue[]) => {
  const sum = (of: (queue: Queue) => number) => queues.reduce((all, queue) => all + of(queue), 0);
  return {
    waiting: sum((queue) => queue.waiting),
    unclaimed: sum((queue) => queue.unclaimed),
    mine: sum((queue) => queue.mine),
    overdue: sum((queue) => queue.overdue),
  };
};

/**
 * The first page of all in one call, since each call of a phone is one of a cloud function. It stands here because this area is the last in
 * line, and knows those before it. It is what a whole city opens at once, so all but the reader's own comes from memory for a few seconds;
 * what it says of sign-up and phases changes with the clock, and is made anew at that instant.
 */
export const makeLanding = (sources: readonly TodoSource[]) =>
  rememberedProcedure(
    noticesContract.landing,
    async (call) => {
      const [home, past, won] = await Promise.all([presentHome(call), presentPast(call.db), wonNow(call.db)]);
      return { home, past, ...(won && { won }), unread: 0, waits: 0, own: null };
    },
    {
      changesAt({ home }, now) {
        const told = [...home.phases, ...home.contests.flatMap(({ signUp }) => signUp ?? [])];
        const coming = told
          .flatMap(({ opensAt, closesAt }) => [Date.parse(opensAt), Date.parse(closesAt)])
          .filter((instant) => instant > now);
        return coming.length === 0 ? null : Math.min(...coming);
      },
      toldAt: (answer, now) => ({ ...answer, home: { ...answer.home, now: toShanghai(now) } }),
      async own(call) {
        // Staff are told of every submission: for them only what waits counts.
        const isStaff = regionsServed(call.actor).length > 0;
        const [unread, { waitsForMe, queues }, story, posts] = await Promise.all([
          isStaff ? 0 : countUnread(call.db, me(call)),
          waitingFor(call, sources),
          ownStory(call, me(call)),
          hasRoleAnywhere(call.actor, 'judge') ? judgePosts(call) : [],
        ]);
        return {
          unread,
          waits: waitsForMe.length,
          own: {
            story,
            todos: waitsForMe.slice(0, shown),
            queue: isStaff ? { ...summed(queues), reviews: reviews(call) } : null,
            ...(posts.length > 0 && { posts }),
          },
        };
      },
    },
  );
