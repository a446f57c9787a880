import { shanghaiDate } from '@shared/kernel/shanghai';
import { policiesContract } from '@shared/policies/contract';
import type { Selectable } from 'kysely';
import type { PoliciesTables } from '../platform/schema/policies';
import type { Call } from '../rpc/call';
import { type Load, noSubject, type Procedures, procedure } from '../rpc/procedure';
import { checkFact, factsOf } from './facts/applicant-facts';
import { declareFacts, myFacts, withdrawFact } from './facts/my-facts';

type Row = Selectable<PoliciesTables['policy_version']>;

const newest = (call: Call) =>
  call.db.selectFrom('policy_version').distinctOn('code').selectAll().orderBy('code').orderBy('version', 'desc');

/** A policy whose end has passed says so; its last day still counts. One without dates counts as in force, and its marks say what it rests on. */
function present(row: Row, today: string) {
  const begun = row.effective_from === null || row.effective_from <= today;
  const over = row.effective_to !== null && row.effective_to < today;
  return {
    code: row.code,
    titleZh: row.title_zh,
    summaryZh: row.summary_zh,
    bodyZh: row.body_zh,
    kind: row.kind,
    docNo: row.doc_no,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    confirmedZh: row.confirmed_zh,
    demonstration: row.demonstration,
    inForce: begun && !over,
  };
}

const list = procedure(policiesContract.list, noSubject, async (call) => {
  const policies = (await newest(call).execute()).map((row) => present(row, shanghaiDate(call.now)));
  return { policies: policies.sort((a, b) => Number(b.inForce) - Number(a.inForce)) };
});

const policyOf: Load<{ code: string }, Row> = async (call, { code }) =>
  (await newest(call).where('code', '=', code).executeTakeFirst()) ?? null;

const get = procedure(policiesContract.get, policyOf, async (call, _input, row) =>
  present(row, shanghaiDate(call.now)),
);

export const policiesProcedures: Procedures<typeof policiesContract> = {
  list,
  get,
  myFacts,
  declareFacts,
  withdrawFact,
  factsOf,
  checkFact,
};
