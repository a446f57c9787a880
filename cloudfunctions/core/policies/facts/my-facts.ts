import { shanghaiDate } from '@shared/kernel/shanghai';
import { policiesContract } from '@shared/policies/contract';
import { type FactValue, isDeclarable, isFact, type KeptFact } from '@shared/policies/facts';
import { sourceZh } from '@shared/policies/words';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { readEvidence } from './fact-files';
import { readFactNames } from './fact-names';
import { readFactRows } from './fact-rows';
import { keepFacts } from './keep-facts';
import { presentFacts } from './present-facts';
import { refuseWrong } from './refuse-wrong';

const mine = async (call: Call) => ({
  facts: presentFacts(
    await readFactRows(call.db, me(call)),
    await readFactNames(call.db),
    await readEvidence(call.db, me(call)),
  ),
});

/** What is known of whoever calls, with its sources. */
export const myFacts = procedure(policiesContract.myFacts, noSubject, (call) => mine(call));

/** A person says something of themselves. What may be asked only in an application is not taken here. */
export const declareFacts = procedure(policiesContract.declareFacts, noSubject, async (call, { facts }) => {
  const said = new Map<KeptFact, FactValue>();
  for (const { fact, value } of facts) {
    if (!isFact(fact) || !isDeclarable(fact)) throw new Refused('POLICIES_NO_SUCH_FACT');
    said.set(fact, value);
  }
  refuseWrong(call, facts, await readFactNames(call.db));
  const on = shanghaiDate(call.now);
  await keepFacts(
    call,
    [...said].map(([fact, value]) => ({
      personId: me(call),
      fact,
      value,
      source: 'declared',
      on,
      sourceZh: sourceZh.declared,
      subjectId: null,
    })),
  );
  await audit(call, `person:${me(call)}`, 'policies/declareFacts', { facts: [...said.keys()] });
  return mine(call);
});

/** A person takes back what they said of a fact, in an entry too: it is unknown then, unless staff checked it. */
export const withdrawFact = procedure(policiesContract.withdrawFact, noSubject, async (call, { fact }) => {
  if (!isFact(fact)) throw new Refused('POLICIES_NO_SUCH_FACT');
  const own = sql`f.person_id = ${me(call)} and f.fact = ${fact} and f.source = any (array['declared', 'entry'])`;
  await keepFacts(call, [], own);
  await audit(call, `person:${me(call)}`, 'policies/withdrawFact', { fact });
  return mine(call);
});
