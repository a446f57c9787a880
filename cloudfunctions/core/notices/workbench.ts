import { hasRoleAnywhere, regionsServed } from '@shared/kernel/actor';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { noticesContract } from '@shared/notices/contract';
import { type Call, me } from '../call';
import { nothing, procedure } from '../procedure';
import { entrantTodos } from './entrant-todos';
import { feedbackToAnswer, ownFeedback } from './feedback-todos';
import { claimedTodos, readQueues } from './staff-todos';

/**
 * The first page after signing in: first what waits for me, then what I wait for and who holds it, then the
 * queues that I may look into. A fixed number of queries, whoever asks.
 */
export const workbench = procedure(noticesContract.workbench, nothing, async (call: Call) => {
  const personId = me(call);
  const today = shanghaiDate(call.now);
  const regions = regionsServed(call.actor);
  const serves = regions.length > 0;
  const answers = hasRoleAnywhere(call.actor, 'cityStaff');
  const [own, claimed, feedback, sent, queues] = await Promise.all([
    entrantTodos(call, personId, today),
    serves ? claimedTodos(call, personId, today) : [],
    answers ? feedbackToAnswer(call, today) : [],
    ownFeedback(call, personId, today),
    serves ? readQueues(call, personId, regions, today) : [],
  ]);
  return {
    // The first due stands first, whatever it is.
    waitsForMe: [...own.waitsForMe, ...claimed, ...feedback].sort((a, b) =>
      (a.dueDate ?? '9999').localeCompare(b.dueDate ?? '9999'),
    ),
    iWaitFor: [...own.iWaitFor, ...sent],
    queues,
  };
});
