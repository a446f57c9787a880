import { type BenefitFigure, type BenefitPart, benefitsOn } from './benefits';
import { judge } from './evaluate';
import type { FactName, FactValue } from './facts';
import { asKnown, type KnownFacts } from './known';
import type { GroupOutcome, LeafOutcome, Outcome, Verdict } from './outcome';
import type { Parameter } from './parameters';
import type { Rule } from './rule';
import { groupZh, type LeafWords, leafWords, type Names, noNames, restsOnZh } from './words';

/** A case that a version of a policy proves itself by, before it is published. */
export type Example = {
  zh: string;
  /** The day of the answer. */
  on: string;
  facts: Readonly<Record<string, FactValue>>;
  expect: Verdict;
  /** Of an unknown: exactly what would still be asked. */
  missing?: readonly FactName[];
};

/** What decides in a policy and what it gives: data of one version. */
export type PolicyDefinition = {
  rule: Rule;
  parameters: readonly Parameter[];
  benefits: readonly BenefitPart[];
  examples: readonly Example[];
};

/** A version as an answer needs it. `effectiveFrom` and `effectiveTo`: its first and last day, both inclusive; null: not written. */
export type PolicyVersion = PolicyDefinition & {
  code: string;
  version: number;
  effectiveFrom: string | null;
  effectiveTo: string | null;
};

export type PolicyStanding = 'notYet' | 'inForce' | 'expired';

/** Where a version stands on a day; its last day still counts. */
export function standingOn(
  { effectiveFrom, effectiveTo }: Pick<PolicyVersion, 'effectiveFrom' | 'effectiveTo'>,
  date: string,
): PolicyStanding {
  if (effectiveTo !== null && effectiveTo < date) return 'expired';
  return effectiveFrom !== null && date < effectiveFrom ? 'notYet' : 'inForce';
}

/** A line of an answer, in the order of the rule; `depth` says under which group it stands. */
export type AnswerLine = {
  depth: number;
  kind: Outcome['kind'];
  verdict: Verdict;
  /** It decided, or could still decide. */
  matters: boolean;
  /** Of a group its heading, of a leaf the condition. */
  zh: string;
  fact: FactName | null;
  basis: string | null;
  /** What an unofficial figure rests on. */
  restsOnZh: string | null;
} & (LeafWords | { [K in keyof LeafWords]: null });

/** An answer as it is given and frozen: under which version, for which day, and why. */
export type PolicyAnswer = {
  policy: { code: string; version: number };
  date: string;
  standing: PolicyStanding;
  /** Null where the version is not in force on that day: it answers nobody. */
  verdict: Verdict | null;
  missing: readonly FactName[];
  /** Parameters that lack a figure: ours to mend. */
  defects: readonly string[];
  lines: readonly AnswerLine[];
  benefits: readonly BenefitFigure[];
};

const silent = {
  sentence: null,
  factZh: null,
  valueZh: null,
  resultZh: null,
  needZh: null,
  sourceZh: null,
  on: null,
  asked: null,
};

const groupLine = (group: GroupOutcome, depth: number): AnswerLine => {
  const { kind, verdict, matters } = group;
  return { depth, kind, verdict, matters, zh: groupZh(group), fact: null, basis: null, restsOnZh: null, ...silent };
};

const leafLine = (outcome: LeafOutcome, depth: number, told: LeafWords): AnswerLine => {
  const { kind, verdict, matters, leaf } = outcome;
  const { fact, basis, zh } = leaf;
  return { depth, kind, verdict, matters, zh, fact, basis, restsOnZh: restsOnZh(outcome), ...told };
};

/** The lines of an outcome, a group before its parts. */
export function linesOf(outcome: Outcome, who: string, names: Names, depth = 0): AnswerLine[] {
  if (outcome.kind === 'leaf') return [leafLine(outcome, depth, leafWords(outcome, who, names))];
  return [groupLine(outcome, depth), ...outcome.parts.flatMap((part) => linesOf(part, who, names, depth + 1))];
}

/**
 * What a person gets by a policy, and why.
 * @param date the day of the answer, `YYYY-MM-DD` in Shanghai
 * @param who “您”, or “申请人” where staff read it
 */
export function answerOf(
  policy: PolicyVersion,
  known: KnownFacts,
  date: string,
  who = '您',
  names: Names = noNames,
): PolicyAnswer {
  const { code, version, rule, parameters, benefits } = policy;
  const standing = standingOn(policy, date);
  const head = { policy: { code, version }, date, standing };
  if (standing !== 'inForce') return { ...head, verdict: null, missing: [], defects: [], lines: [], benefits: [] };
  const { verdict, missing, defects, outcome } = judge({ rule, parameters, date }, known);
  return {
    ...head,
    verdict,
    missing,
    defects,
    lines: linesOf(outcome, who, names),
    benefits: benefitsOn(benefits, parameters, date),
  };
}

/** An example that does not come out as it says. */
export type FailedExample = { zh: string; expected: Verdict; came: Verdict; missing: readonly FactName[] };

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** Runs a version's own examples; only a version without failures, and with one of each verdict (`lacksExamples`), may be published. */
export function failedExamples({ rule, parameters, examples }: PolicyDefinition): FailedExample[] {
  return examples.flatMap(({ zh, on, facts, expect, missing: expected }) => {
    const { verdict, missing } = judge({ rule, parameters, date: on }, asKnown(facts, on));
    const right = verdict === expect && (expected === undefined || sameList(missing, expected));
    return right ? [] : [{ zh, expected: expect, came: verdict, missing }];
  });
}

/** The verdicts of which a version has no example yet. */
export const lacksExamples = ({ examples }: PolicyDefinition): Verdict[] =>
  (['pass', 'fail', 'unknown'] as const).filter((verdict) => !examples.some(({ expect }) => expect === verdict));
