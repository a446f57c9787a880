import { shanghaiDate } from '@shared/kernel/shanghai';
import { policiesContract } from '@shared/policies/contract';
import { isCheckable, isFact } from '@shared/policies/facts';
import { awardOwners } from '../../awards/queries';
import { type EntryHead, entryHead, isRecalled } from '../../entry/queries';
import { audit } from '../../platform/audit/audit';
import type { Call } from '../../rpc/call';
import { type Load, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { readFactNames } from './fact-names';
import { keepFacts } from './keep-facts';
import { presentFacts, presentHistory } from './present-facts';
import { refuseWrong } from './refuse-wrong';

/** What was submitted has a leader. */
type Submitted = EntryHead & { leaderId: string };

/** An entry that was submitted at least once, by which staff come to its leader; of a past one to whoever claimed its award. */
export const submittedEntry: Load<{ entryId: string }, Submitted> = async (call, { entryId }, lock) => {
  const head = await entryHead(call, entryId, lock);
  if (head === null || head.submittedAt === null || head.leaderId === null) return null;
  return { ...head, leaderId: (await awardOwners(call.db, [entryId])).get(entryId) ?? head.leaderId };
};

/** Of an entry that was taken back staff read nothing of what was in it, nor of whose it is. */
async function view(call: Call, entry: Submitted) {
  if (isRecalled(entry)) return { facts: [], history: [] };
  const rows = await call.db
    .selectFrom('person_fact as f')
    .leftJoin('person as p', 'p.id', 'f.by_person')
    .selectAll('f')
    .select('p.display_name as by_zh')
    .where('f.person_id', '=', entry.leaderId)
    .orderBy('f.n', 'desc')
    .execute();
  const names = await readFactNames(call.db);
  return { facts: presentFacts(rows, names), history: presentHistory(rows, names) };
}

/** What is known of the leader of an entry, for whoever reviews it. */
export const factsOf = procedure(policiesContract.factsOf, submittedEntry, (call, _input, entry) => view(call, entry));

/** Staff of the region write down a fact that they checked; it counts before what was said. */
export const checkFact = procedure(
  policiesContract.checkFact,
  submittedEntry,
  async (call, { fact, value, on, note }, entry) => {
    if (isRecalled(entry)) throw new Refused('POLICIES_ENTRY_RECALLED');
    if (!isFact(fact) || !isCheckable(fact)) throw new Refused('POLICIES_NO_SUCH_FACT');
    if (on > shanghaiDate(call.now)) throw new Refused('POLICIES_DATE_IN_FUTURE');
    refuseWrong(call, [{ fact, value }], await readFactNames(call.db), () => 'value');
    const { entryId, leaderId, regionZh } = entry;
    await keepFacts(call, [
      {
        personId: leaderId,
        fact,
        value,
        source: 'staff',
        on,
        sourceZh: `${regionZh}审核人员核对`,
        subjectId: entryId,
        note,
      },
    ]);
    await audit(call, `entry:${entryId}`, 'policies/checkFact', { fact });
    return view(call, entry);
  },
);
