/**
 * A version of a policy that was just published, by a person: what comes with the product is put there without one, and is told to nobody.
 * `policyId`: its code in the library; `validFrom` and `validTo`: its first and its last day, null: not written; `amends`: the version
 * that was in force until then, null: none was.
 */
export type PublishedFacts = {
  policyId: string;
  version: number;
  title: string;
  validFrom: string | null;
  validTo: string | null;
  amends: number | null;
};

/** A version that is being written. `proposedBy`: who sent it to be published. */
export type PolicyDraftFacts = { policyDraftId: string; title: string; proposedBy: string | null };

/** A figure that a policy in force asks for and has none of: ours to mend. */
export type FigureMissingFacts = { code: string; title: string; parameter: string };

/** A version whose last day is near and that nothing follows. `endsOn`: that day. */
export type Ending = { code: string; version: number; title: string; endsOn: string };

/** All that end near a time, which one message tells of; the first ends first. */
export type EndingFacts = { policies: readonly Ending[] };

/**
 * An award that stands in its winner's name by now, and what it opened: how many policies in force hold of them by it, and how many may
 * hold. `title`: the project's; `claimed`: it is of an edition that is over, and they came to it by a code; `policyZh`: one of those that hold,
 * `until`: the day on which the first of them ends, null: none has an end.
 */
export type PassportFacts = {
  personId: string;
  awardId: string;
  title: string;
  awardZh: string;
  claimed: boolean;
  surely: number;
  perhaps: number;
  policyZh: string | null;
  until: string | null;
};

export interface PoliciesEvents {
  'policy.passport': PassportFacts;
  'policy.expiring': EndingFacts;
  'policy.proposed': PolicyDraftFacts;
  'policy.sentBack': PolicyDraftFacts;
  'policy.figureMissing': FigureMissingFacts;
  'policy.published': PublishedFacts;
}
