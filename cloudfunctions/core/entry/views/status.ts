import { standingOf } from '@shared/cases/standing';
import { entryContract } from '@shared/entry/contract';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { offeredMoves } from '@shared/entry/offered-moves';
import { officialCalendar } from '@shared/kernel/holidays';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { termAt } from '@shared/kernel/workdays';
import { procedure } from '../../rpc/procedure';
import { readEditionRules } from '../form/edition-rules';
import { type EntryHead, entryOf } from '../subjects';
import { readTimeline } from './timeline';
import { titleOf } from './title-of';

/** Where an entry stands in words for its team: who has it, until when, what happened. Staff are an office, never names. */
export const status = procedure(entryContract.status, entryOf, async (call, _input, head) => {
  const rules = await readEditionRules(call.db, head.contestId);
  const dueDate = dueDateOf(head);
  return {
    entryId: head.entryId,
    title: titleOf(head.title),
    reference: head.reference,
    ...standingOf(entryLifecycle, head.state, 'own'),
    // Of what is over nobody has anything to do.
    holderZh: head.ofCurrentEdition
      ? entryLifecycle.states[head.state].holder({ regionZh: rules?.regionZh ?? '' })
      : null,
    dueDate,
    ...(dueDate === null
      ? { workdaysLeft: null, workdaysOver: null }
      : termAt(shanghaiDate(call.now), dueDate, officialCalendar)),
    provisional: dueDate !== null && head.dueProvisional,
    timeline: await readTimeline(call, head.entryId, 'own'),
    moves: offeredMoves(head, call.actor, call.now),
    version: head.version,
  };
});

/** The day by which someone has to act: staff's review, or the team's correction. */
function dueDateOf(head: EntryHead): string | null {
  if (head.state === 'returned') return head.correctionDueAt === null ? null : shanghaiDate(head.correctionDueAt - 1);
  return entryLifecycle.states[head.state].waits === 'staff' ? head.reviewDue : null;
}
