import { hasRoleAnywhere, regionsServed } from '@shared/kernel/actor';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { noticesContract } from '@shared/notices/contract';
import { entrantTodos } from '../entry/todos';
import { feedbackToAnswer, ownFeedback } from '../people/todos';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { claimedTodos, readQueues } from '../screening/todos';

type Own = Awaited<ReturnType<typeof readOwn>>;

/** What the person has to do and waits for, as entrant, as staff, and as whoever answers letters. */
async function readOwn(call: Call) {
  const personId = me(call);
  const today = shanghaiDate(call.now);
  const serves = regionsServed(call.actor).length > 0;
  const [own, claimed, feedback] = await Promise.all([
    entrantTodos(call, personId, today),
    serves ? claimedTodos(call, personId, today) : [],
    hasRoleAnywhere(call.actor, 'cityStaff') ? feedbackToAnswer(call, today) : [],
  ]);
  return { own, claimed, feedback };
}

const waiting = ({ own, claimed, feedback }: Own) => [...own.waitsForMe, ...claimed, ...feedback];

/** How many things wait for the person: the number on the tab. */
export const countWaiting = async (call: Call): Promise<number> => waiting(await readOwn(call)).length;

/**
 * The first page after signing in: first what waits for me, then what I wait for and who holds it, then the
 * queues that I may look into. A fixed number of queries, whoever asks.
 */
export const workbench = procedure(noticesContract.workbench, noSubject, async (call: Call) => {
  const personId = me(call);
  const today = shanghaiDate(call.now);
  const regions = regionsServed(call.actor);
  const [read, sent, queues] = await Promise.all([
    readOwn(call),
    ownFeedback(call, personId, today),
    regions.length > 0 ? readQueues(call, personId, regions, today) : [],
  ]);
  return {
    // The first due stands first, whatever it is.
    waitsForMe: waiting(read).sort((a, b) => (a.dueDate ?? '9999').localeCompare(b.dueDate ?? '9999')),
    iWaitFor: [...read.own.iWaitFor, ...sent],
    over: read.own.over,
    queues,
  };
});
