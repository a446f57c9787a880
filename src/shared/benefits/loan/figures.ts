import { type Confidence, parameterOn } from '../../policies/parameters';
import { type PolicyVersion, standingOn } from '../../policies/policy';

/** Where a figure is written: the version of a policy, its parameter and document. */
export type Source = {
  policy: string;
  version: number;
  param: string;
  zh: string;
  docNo: string;
  confidence: Confidence;
};

/** A figure of a rule, with where it is written. */
export type Traced = { value: number; from: Source };

export type RuleVersion = Pick<PolicyVersion, 'code' | 'version' | 'effectiveFrom' | 'effectiveTo' | 'parameters'>;

/**
 * A figure on a day: of the first version in force that has one. An overlay (a province's, a city's) stands before the rule that it lays itself over.
 * Null: no version has a figure then, and none is made up, not the last one either.
 */
export function figureOn(versions: readonly RuleVersion[], param: string, date: string): Traced | null {
  for (const policy of versions) {
    const found = standingOn(policy, date) === 'inForce' ? parameterOn(policy.parameters, param, date) : undefined;
    if (found === undefined || typeof found.value !== 'number') continue;
    const { zh, docNo, confidence, value } = found;
    return { value, from: { policy: policy.code, version: policy.version, param, zh, docNo, confidence } };
  }
  return null;
}
