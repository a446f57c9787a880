import { recordedDayProblem } from '@shared/entry/terms/recorded-day';
import { reviews } from '@shared/entry/who';
import { policiesContract } from '@shared/policies/contract';
import { isCheckable, isFact } from '@shared/policies/facts';
import { isRecalled } from '../../entry/queries';
import { audit } from '../../platform/audit/audit';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { readEvidence } from './fact-files';
import { readFactNames } from './fact-names';
import { keepFacts } from './keep-facts';
import { presentFacts, presentHistory } from './present-facts';
import { refuseWrong } from './refuse-wrong';
import { type Submitted, submittedEntry } from './submitted-entry';

/** Of an entry that was taken back staff read nothing of what was in it, nor of whose it is. */
async function view(call: Call, entry: Submitted) {
  const checks = reviews.decide(call.actor, entry).ok;
  if (isRecalled(entry)) return { facts: [], history: [], checks };
  const rows = await call.db
    .selectFrom('person_fact as f')
    .leftJoin('person as p', 'p.id', 'f.by_person')
    .selectAll('f')
    .select('p.display_name as by_zh')
    .where('f.person_id', '=', entry.leaderId)
    .orderBy('f.n', 'desc')
    .execute();
  const names = await readFactNames(call.db);
  const evidence = await readEvidence(call.db, entry.leaderId);
  return { facts: presentFacts(rows, names, evidence), history: presentHistory(rows, names, evidence), checks };
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
    const wrongDay = recordedDayProblem(entry, on, '核对日期', call.now);
    if (wrongDay !== null) throw new Refused('POLICIES_DATE_WRONG', undefined, { on: wrongDay });
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
