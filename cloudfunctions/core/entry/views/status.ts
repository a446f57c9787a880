import { dueClock } from '@shared/cases/due';
import { standingOf } from '@shared/cases/standing';
import { entryContract } from '@shared/entry/contract';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { offeredMoves } from '@shared/entry/offered-moves';
import { dueDateOf, termDaysOf } from '@shared/entry/terms/due';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { procedure } from '../../rpc/procedure';
import { readRenewals } from '../files/renewals';
import { contactOf, readEditionRules } from '../form/edition-rules';
import { entryOf } from '../subjects';
import { readTimeline } from './timeline';
import { titleOf } from './title-of';

/** Where an entry stands in words for its team: who has it, until when, what happened. Staff are an office, never names. */
export const status = procedure(entryContract.status, entryOf, async (call, _input, head) => {
  const [rules, renewals] = await Promise.all([
    readEditionRules(call.db, head.contestId, head.rulesVersion),
    readRenewals(call, head, null),
  ]);
  return {
    entryId: head.entryId,
    title: titleOf(head.title),
    reference: head.reference,
    ...standingOf(entryLifecycle, head.state, 'own'),
    // Of what is over nobody has anything to do.
    holderZh: head.ofCurrentEdition
      ? entryLifecycle.states[head.state].holder({ regionZh: rules?.regionZh ?? '' })
      : null,
    regionZh: rules?.regionZh ?? '',
    contact: rules && contactOf(rules),
    ...dueClock(dueDateOf(head), head.dueProvisional, shanghaiDate(call.now)),
    termDays: termDaysOf(head),
    renewals,
    timeline: await readTimeline(call, head.entryId, 'own'),
    moves: offeredMoves(head, call.actor, call.now),
    version: head.version,
  };
});
