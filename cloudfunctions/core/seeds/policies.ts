import type { Db } from '../platform/db';
import { json } from '../platform/schema';
import { shippedPolicies } from '../policies/shipped';
import type { ShippedPolicy } from '../policies/shipped/shipped-policy';

/** A policy that comes with the product, as its row. */
export const policyRow = ({ rule, parameters, benefits, examples, ...policy }: ShippedPolicy) => ({
  code: policy.code,
  version: policy.version,
  title_zh: policy.titleZh,
  summary_zh: policy.summaryZh,
  for_zh: policy.forZh,
  body_zh: policy.bodyZh,
  kind: policy.kind,
  doc_no: policy.docNo,
  effective_from: policy.effectiveFrom,
  effective_to: policy.effectiveTo,
  confirmed_zh: policy.confirmedZh,
  demonstration: policy.demonstration,
  definition: json({ rule, parameters, benefits, examples }),
});

/** The policies that come with the product, every version; one that is there already is left as it is. */
export async function seedPolicies(db: Db, policies: readonly ShippedPolicy[] = shippedPolicies): Promise<void> {
  await db
    .insertInto('policy_version')
    .values(policies.map(policyRow))
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .execute();
}
