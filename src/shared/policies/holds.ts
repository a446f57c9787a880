import { addDays, addMonths } from '../kernel/shanghai';
import { daysOf, lastDayOf } from './fact-value';
import { type FactName, type FactValue, factOf } from './facts';
import type { Leaf, LeafValue } from './rule';

/** True, false, or unknown. */
export type Truth = boolean | null;

/**
 * A leaf made ready for a day: what it is held against, in the plainest terms, so that TypeScript and SQL judge the same. Dates are text; the years of an
 * age have become the last day of birth that still is that old, which need not exist (29 February) and only compares.
 */
export type Test =
  | { kind: 'equal'; value: boolean | number | string; negated: boolean }
  | { kind: 'oneOf'; codes: readonly string[]; negated: boolean }
  /** Of a list: all of it in these, or none of it. */
  | { kind: 'subset'; codes: readonly string[] }
  | { kind: 'disjoint'; codes: readonly string[] }
  | { kind: 'number'; atLeast: number | null; atMost: number | null }
  /** Strictly after the one day, up to and with the other. */
  | { kind: 'day'; after: string | null; upTo: string | null };

/**
 * The last date that has reached so many months on `day`; counted forward to the same day of the month, or to the month's last where there is none
 * (Civil Code art. 202), so on the last day of a month every later day of that older month counts with it.
 */
export function lastThatIsOld(day: string, months: number): string {
  const same = addMonths(day, -months);
  const month = same.slice(0, 7);
  return day.slice(8) === lastDayOf(day.slice(0, 7)) ? `${month}-${lastDayOf(month)}` : same;
}

/** The last birth that is so many full years old on `day`; the birthday counts. */
const lastBornFor = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;

/** What a leaf asks on a day, once its value or parameter is known. */
export function testOf({ fact, op, on }: Pick<Leaf, 'fact' | 'op' | 'on'>, value: LeafValue, day: string): Test {
  const { type } = factOf(fact);
  const negated = op === 'isNot' || op === 'notIn';
  if (op === 'in' || op === 'notIn') {
    const codes = value as readonly string[];
    if (type === 'codes') return { kind: negated ? 'disjoint' : 'subset', codes };
    return { kind: 'oneOf', codes, negated };
  }
  if (op === 'is' || op === 'isNot') return { kind: 'equal', value: value as boolean | number | string, negated };
  if (op === 'within') {
    const upTo = on ?? day;
    return { kind: 'day', after: lastThatIsOld(upTo, value as number), upTo };
  }
  if (type === 'birth') {
    const years = value as number;
    return op === 'min'
      ? { kind: 'day', after: null, upTo: lastBornFor(day, years) }
      : { kind: 'day', after: lastBornFor(day, years + 1), upTo: null };
  }
  if (type === 'date' || type === 'month') {
    const bound = typeof value === 'number' ? addMonths(day, value) : (value as string);
    if (op === 'before') return { kind: 'day', after: null, upTo: addDays(bound, -1) };
    if (op === 'max') return { kind: 'day', after: null, upTo: bound };
    return { kind: 'day', after: op === 'after' ? bound : addDays(bound, -1), upTo: null };
  }
  const bound = value as number;
  return { kind: 'number', atLeast: op === 'min' ? bound : null, atMost: op === 'max' ? bound : null };
}

/** Whether a value that may be known to its month only lies on or before a day. */
function isUpTo(value: string, day: string): Truth {
  const { first, last } = daysOf(value);
  return last <= day ? true : first > day ? false : null;
}

/** Kleene's logic: what is not known stays unknown unless it cannot matter. */
export const negate = (truth: Truth): Truth => (truth === null ? null : !truth);
export const allOf = (truths: readonly Truth[]): Truth =>
  truths.indexOf(false) !== -1 ? false : truths.indexOf(null) !== -1 ? null : true;
export const anyOf = (truths: readonly Truth[]): Truth => negate(allOf(truths.map(negate)));
export function someOf(truths: readonly Truth[], n: number): Truth {
  const passed = truths.filter((truth) => truth === true).length;
  const open = truths.filter((truth) => truth === null).length;
  return passed >= n ? true : passed + open < n ? false : null;
}

/** Whether a known value passes a test. */
export function passes(test: Test, value: FactValue): Truth {
  switch (test.kind) {
    case 'equal':
      return (value === test.value) !== test.negated;
    case 'oneOf':
      return (test.codes.indexOf(value as string) !== -1) !== test.negated;
    case 'subset':
      return (value as readonly string[]).every((code) => test.codes.indexOf(code) !== -1);
    case 'disjoint':
      return (value as readonly string[]).every((code) => test.codes.indexOf(code) === -1);
    case 'number': {
      const { atLeast, atMost } = test;
      return (atLeast === null || (value as number) >= atLeast) && (atMost === null || (value as number) <= atMost);
    }
    case 'day': {
      const { after, upTo } = test;
      const late = after === null ? true : negate(isUpTo(value as string, after));
      return allOf([late, upTo === null ? true : isUpTo(value as string, upTo)]);
    }
  }
}

/** The facts that a fact is known from: itself, or those that it is reckoned from. */
export const askedFor = (fact: FactName): readonly FactName[] =>
  (factOf(fact).from as readonly FactName[] | undefined) ?? [fact];
