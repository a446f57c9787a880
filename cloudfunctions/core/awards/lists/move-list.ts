import { judgeRows } from '@shared/awards/award-list/judge-rows';
import { awardsContract } from '@shared/awards/contract';
import { ladderOf } from '@shared/awards/ladder';
import { sql } from 'kysely';
import { move } from '../../cases/move';
import { editionById } from '../../competition/queries';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { grantAward } from '../moves';
import { zhOf } from '../queries';
import { type AwardList, awardListNoun, awardListOf } from './list-noun';
import { type ListedEntry, readPlaced, readResultEntries } from './result-rows';

type Ladder = ReturnType<typeof ladderOf>;

/** The rows of a list, judged anew as of now: an entry may have left since it was listed. Every fault at once, beside its row. */
async function insistReady(call: Call, { editionId, awardListId }: AwardList) {
  const edition = await editionById(call.db, editionId);
  const ladder = ladderOf(edition?.blueprint ?? {});
  const entries = await readResultEntries(call, { editionId, listId: awardListId }, sql`w.level is not null`);
  if (entries.length === 0) throw new Refused('AWARD_LIST_EMPTY');
  const rows = entries.map((entry) => ({
    key: `row.${entry.entryId}`,
    reference: entry.reference,
    title: '',
    award: entry.listed ?? '',
  }));
  const found = new Map(entries.map((entry) => [entry.reference, entry]));
  // What stands already, without the list itself.
  const { take, faults } = judgeRows(rows, found, ladder, await readPlaced(call, editionId, null));
  const named = Object.fromEntries(Object.entries(faults).map(([key, zh]) => [key, `${titleOf(entries, key)}：${zh}`]));
  if (Object.keys(named).length > 0) throw new Refused('AWARDS_RESULTS_WRONG', undefined, named);
  return { ladder, entries: entries.filter(({ entryId }) => take.has(entryId)) };
}

const titleOf = (entries: readonly ListedEntry[], key: string): string =>
  entries.find(({ entryId }) => key === `row.${entryId}`)?.title ?? '';

/** Gives each what the list says. A list is short, and an award is a case of its own: they are moved one by one in one transaction. */
async function give(call: Call, list: AwardList, ladder: Ladder, entries: readonly ListedEntry[]): Promise<void> {
  const { editionId, awardListId } = list;
  for (const { entryId, regionId, listed, leaderId, title } of entries) {
    const level = listed ?? '';
    const words = { personId: leaderId, title, awardZh: zhOf(ladder, level) };
    await grantAward(call, { entryId, editionId, regionId, level }, words, { awardListId });
  }
}

export const moveAwardList = procedure(
  awardsContract.moveAwardList,
  awardListOf,
  (call, { version, move: command, reason }, list) =>
    move(call, awardListNoun, list, { command, version, input: { reason } }, async () => {
      if (command === 'propose') {
        await insistReady(call, list);
        return { set: { proposed_by: me(call) } };
      }
      if (command === 'confirm') {
        const { ladder, entries } = await insistReady(call, list);
        await give(call, list, ladder, entries);
        return { details: { awards: entries.length } };
      }
      return {};
    }),
);
