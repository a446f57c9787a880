import { fourPriorities } from './four-priorities';
import { firmLoan, personLoan } from './guaranteed-loan-national';
import { shanxiItems } from './shanxi-items';
import type { ShippedPolicy } from './shipped-policy';

/**
 * The policies that come with the product, every version: the national loan with the rule before it, the four priorities of the contest, and the
 * province's start-up money. What has no official document says so.
 */
export const shippedPolicies: readonly ShippedPolicy[] = [
  ...fourPriorities,
  ...personLoan,
  ...firmLoan,
  ...shanxiItems,
];
