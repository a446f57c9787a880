import { entryContract } from '@shared/entry/contract';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { noSubject, procedure } from '../../rpc/procedure';

/** How much a change of an edition's rules would touch: drafts go on under the new ones, what was sent in stays under its own. */
export const inEdition = procedure(entryContract.inEdition, noSubject, async (call, { editionId }) => {
  const counted = await call.db
    .selectFrom('entry_count as n')
    .innerJoin('contest as c', 'c.id', 'n.contest_id')
    .select(({ fn }) => ['n.state', fn.sum<number>('n.delta').as('entries')])
    .where('c.edition_id', '=', editionId)
    .groupBy('n.state')
    .execute();
  const sum = (counts: (typeof counted)[number][]) => counts.reduce((all, { entries }) => all + Number(entries), 0);
  const isDraft = ({ state }: (typeof counted)[number]) => state === entryLifecycle.initial;
  return {
    drafts: sum(counted.filter(isDraft)),
    sent: sum(counted.filter((each) => !isDraft(each) && entryLifecycle.states[each.state].live === true)),
  };
});
