import type { FactName, FactType } from './facts';

/**
 * The operators of a leaf.
 * `is`, `isNot`, `in`, `notIn`: of a list, whether all of it is in, whether none of it is. `min`, `max`: that value counts too; of a birth in full years of age.
 * `before`, `after`: strictly; a number stands for so many months after the day of the answer. `within`: less than so many months old on that
 * day (or on the leaf's own `on`), counted as the law counts (Civil Code art. 202), and not after it.
 */
export type Op = 'is' | 'isNot' | 'in' | 'notIn' | 'min' | 'max' | 'before' | 'after' | 'within';

export type LeafValue = number | string | boolean | readonly string[];

/** One condition. It holds the fact against a value of its own or against a parameter of the policy. */
export type Leaf = {
  fact: FactName;
  op: Op;
  value?: LeafValue;
  param?: string;
  /** Of `within`: the day on which the age counts; without it the day of the answer. */
  on?: string;
  /** The condition in words, as it is headed: “注册未满 3 年”. */
  zh: string;
  /** Where it is written: document number and article, or what it rests on. */
  basis: string;
};

/** A rule: conditions, and how they go together. A group's own heading, where the usual one does not say enough. */
export type Rule =
  | { all: readonly Rule[]; zh?: string }
  | { any: readonly Rule[]; zh?: string }
  | { someOf: readonly Rule[]; n: number; zh?: string }
  | { not: Rule; zh: string }
  | Leaf;

export const isLeaf = (rule: Rule): rule is Leaf => 'fact' in rule;

/** The parts of a group, in their order; a leaf has none. */
export function partsOf(rule: Rule): readonly Rule[] {
  if ('all' in rule) return rule.all;
  if ('any' in rule) return rule.any;
  if ('someOf' in rule) return rule.someOf;
  return 'not' in rule ? [rule.not] : [];
}

/** Every leaf, in the order of the tree. */
export const leavesOf = (rule: Rule): readonly Leaf[] => (isLeaf(rule) ? [rule] : partsOf(rule).flatMap(leavesOf));

/** What a fact of each type may be held against. */
export const opsOf: Readonly<Record<FactType, readonly Op[]>> = {
  flag: ['is', 'isNot'],
  count: ['is', 'isNot', 'min', 'max'],
  share: ['min', 'max'],
  year: ['is', 'isNot', 'min', 'max'],
  money: ['is', 'isNot', 'min', 'max'],
  date: ['before', 'after', 'min', 'max', 'within'],
  month: ['before', 'after', 'min', 'max'],
  birth: ['min', 'max'],
  choice: ['is', 'isNot', 'in', 'notIn'],
  codes: ['in', 'notIn'],
};

/** A tree deeper or larger than this is not read. */
export const mostDepth = 8;
export const mostParts = 200;
