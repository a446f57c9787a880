import type { Test } from './holds';
import type { Known } from './known';
import type { Parameter } from './parameters';
import type { Leaf } from './rule';

export type Verdict = 'pass' | 'fail' | 'unknown';

/** A rule as it came out, in the shape of the rule. */
export type Outcome = GroupOutcome | LeafOutcome;

export type GroupOutcome = {
  kind: 'all' | 'any' | 'someOf' | 'not';
  /** Of `someOf`. */
  n: number | null;
  zh: string | null;
  verdict: Verdict;
  /** It is part of what decided, or of what could still decide; the others can be left unsaid. */
  matters: boolean;
  parts: readonly Outcome[];
};

export type LeafOutcome = {
  kind: 'leaf';
  leaf: Leaf;
  verdict: Verdict;
  matters: boolean;
  /** What it was held against; null: the policy has no such figure on that day, which is our defect and no gap of the person's. */
  test: Test | null;
  /** The figure, where it is a parameter. */
  parameter: Parameter | null;
  known: Known | null;
  /** An odd number of `not` stands above it. */
  negated: boolean;
};
