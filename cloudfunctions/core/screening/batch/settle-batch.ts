import { screeningContract } from '@shared/screening/contract';
import { move } from '../../cases/move';
import { me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { decisionNoun } from '../decisions/decision-moves';
import { decisionOn } from '../decisions/decision-rows';
import { makeDecision } from '../decisions/make-decision';
import { type Outcome, outcomeOf } from './outcome';

/** Takes back, or sends at once, every decision of one's own batch that is not over, by the rules of a single one; in the order of the entries' ids. */
export const settleBatch = procedure(
  screeningContract.settleBatch,
  noSubject,
  async (call, { batchId, move: command }) => {
    const found = await call.db
      .selectFrom('decision')
      .select(['id', 'entry_id'])
      .where('batch_id', '=', batchId)
      .where('decided_by', '=', me(call))
      .where('waits', 'is not', null)
      .orderBy('entry_id')
      .execute();
    const rows: Outcome[] = [];
    for (const { id, entry_id: entryId } of found)
      rows.push(
        await outcomeOf(call, entryId, async (asked, entry) => {
          const decision = await decisionOn(asked, entry, id);
          if (!decision) throw new Refused('NOT_FOUND');
          if (command === 'make')
            return `已发出，现为“${(await makeDecision(asked, decision, decision.version)).stateZh}”`;
          await move(asked, decisionNoun, decision, { command, version: decision.version });
          return '已收回，没有告知任何人';
        }),
      );
    const succeeded = rows.filter(({ ok }) => ok).length;
    return { rows, succeeded, failed: rows.length - succeeded };
  },
);
