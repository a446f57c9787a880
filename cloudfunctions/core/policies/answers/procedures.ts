import { shanghaiDate } from '@shared/kernel/shanghai';
import { policiesContract } from '@shared/policies/contract';
import { isValueOf } from '@shared/policies/fact-value';
import { isFact, isSensitive } from '@shared/policies/facts';
import { asKnown, type KnownFacts } from '@shared/policies/known';
import { sql } from 'kysely';
import { isRecalled } from '../../entry/queries';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { namesIn, readFactNames } from '../facts/fact-names';
import { knownFactsOf } from '../facts/fact-rows';
import { submittedEntry } from '../facts/submitted-entry';
import { hasStopped } from '../stopped';
import { inOrder, presentAnswer, type Seen } from './present';
import { versionsOn } from './versions';

/** Every policy's answer to what is known. */
async function answers(call: Call, known: KnownFacts, who: string, seen: ReadonlyMap<string, Seen> = new Map()) {
  const today = shanghaiDate(call.now);
  const [versions, names] = await Promise.all([versionsOn(call.db, today), readFactNames(call.db)]);
  const told = versions.map((version) =>
    presentAnswer(version, { known, today, who, names: namesIn(names), seen: seen.get(version.code) ?? null }),
  );
  return { today, policies: inOrder(told) };
}

async function seenBy(call: Call): Promise<Map<string, Seen>> {
  const rows = await call.db.selectFrom('policy_seen').selectAll().where('person_id', '=', me(call)).execute();
  return new Map(rows.map(({ code, version, stand }) => [code, { version, stand }]));
}

export async function myAnswers(call: Call) {
  const [known, seen] = await Promise.all([knownFactsOf(call.db, me(call)), seenBy(call)]);
  return answers(call, known, '您', seen);
}

/** What the caller can get, policy by policy, and what changed since they looked last. */
export const mine = procedure(policiesContract.mine, noSubject, myAnswers);

/** The caller has seen these answers; what differs from them later is marked. */
export const seen = procedure(policiesContract.seen, noSubject, async (call, { policies }) => {
  // The page says it by itself, so that nobody is refused: nothing more is kept of anybody.
  if (await hasStopped(call.db, call.now)) return { ok: true as const };
  await sql`insert into policy_seen (person_id, code, version, stand, at)
    select ${me(call)}::uuid, code, version, stand, ${at(call.now)}
    from jsonb_to_recordset(${json(onceEach(policies))}::jsonb) as r(code text, version int, stand text)
    where code in (select code from policy_version) order by code
    on conflict (person_id, code) do update set version = excluded.version, stand = excluded.stand, at = excluded.at`.execute(
    call.db,
  );
  return { ok: true as const };
});

/** A policy that is named twice was seen as it was named last: a row is written once a statement. */
const onceEach = <Named extends { code: string }>(policies: readonly Named[]): Named[] => [
  ...new Map(policies.map((one) => [one.code, one])).values(),
];

/** The same for anybody who says a few things of themselves; nothing of it is kept. */
export const check = procedure(policiesContract.check, noSubject, async (call, { facts }) => {
  for (const { fact, value } of facts) {
    if (!isFact(fact) || isSensitive(fact) || !isValueOf(fact, value)) throw new Refused('POLICIES_NO_SUCH_FACT');
  }
  const known = asKnown(Object.fromEntries(facts.map(({ fact, value }) => [fact, value])), shanghaiDate(call.now));
  return answers(call, known, '您');
});

/** What the leader of an entry can get, as they see it themselves, for whoever handles the entry. */
export const answersFor = procedure(policiesContract.answersFor, submittedEntry, async (call, _input, entry) =>
  isRecalled(entry)
    ? { today: shanghaiDate(call.now), policies: [] }
    : answers(call, await knownFactsOf(call.db, entry.leaderId), '申请人'),
);
