import { shanghaiDate } from '@shared/kernel/shanghai';
import { policiesContract } from '@shared/policies/contract';
import { type Load, noSubject, type Procedures, procedure } from '../rpc/procedure';
import { answersFor, check, mine, seen } from './answers/procedures';
import { inForce, type Version, versionsOn } from './answers/versions';
import { checkFact, factsOf } from './facts/applicant-facts';
import { declareFacts, myFacts, withdrawFact } from './facts/my-facts';

/** A policy whose end has passed says so; its last day still counts. One without dates counts as in force, and its marks say what it rests on. */
function present(version: Version, today: string) {
  const { definition: _, version: __, ...words } = version;
  return { ...words, inForce: inForce(version, today) };
}

const list = procedure(policiesContract.list, noSubject, async (call) => {
  const today = shanghaiDate(call.now);
  const policies = (await versionsOn(call.db, today)).map((version) => present(version, today));
  return { policies: policies.sort((a, b) => Number(b.inForce) - Number(a.inForce)) };
});

const policyOf: Load<{ code: string }, Version> = async (call, { code }) =>
  (await versionsOn(call.db, shanghaiDate(call.now), code))[0] ?? null;

const get = procedure(policiesContract.get, policyOf, async (call, _input, version) =>
  present(version, shanghaiDate(call.now)),
);

export const policiesProcedures: Procedures<typeof policiesContract> = {
  list,
  get,
  myFacts,
  declareFacts,
  withdrawFact,
  factsOf,
  checkFact,
  mine,
  seen,
  check,
  answersFor,
};
