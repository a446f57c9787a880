import { boundOf, type RuleOn } from '@shared/policies/evaluate';
import { lastDayOf } from '@shared/policies/fact-value';
import { factOf, isSensitive, type PushableFact } from '@shared/policies/facts';
import { type Test, testOf } from '@shared/policies/holds';
import { isLeaf, type Leaf, partsOf, type Rule } from '@shared/policies/rule';
import { type RawBuilder, sql } from 'kysely';

/** True, false, or NULL, which is unknown: PostgreSQL's own logic is the evaluator's (Kleene's). */
export type SqlTruth = RawBuilder<boolean | null>;

/**
 * How sensitive answers are taken, of which a statement never reads one: as unknown, or as if they came out well (`hopefulVerdict`).
 */
export type SensitiveTaken = 'unknown' | 'favourable';

const unknown: SqlTruth = sql`null::boolean`;
const always = (truth: boolean): SqlTruth => (truth ? sql`true` : sql`false`);

/** A fact of the person in the row `f`, NULL when it is unknown. That none is sensitive is held by the type. */
const textOf = (fact: PushableFact): RawBuilder<string | null> => sql`(f.facts ->> ${sql.lit(fact)} collate "C")`;
const jsonOf = (fact: PushableFact): RawBuilder<unknown> => sql`(f.facts -> ${sql.lit(fact)})`;

/** Of a month `YYYY-MM`: whether all of it lies on or before a day, or none of it. */
function monthUpTo(fact: PushableFact, day: string): SqlTruth {
  const month = day.slice(0, 7);
  const value = textOf(fact);
  return day.slice(8) >= lastDayOf(month)
    ? sql`${value} <= ${month}`
    : sql`case when ${value} < ${month} then true when ${value} > ${month} then false end`;
}

/** Births and months are kept to their month, dates to their day. */
const upTo = (fact: PushableFact, day: string): SqlTruth =>
  factOf(fact).type === 'date' ? sql`${textOf(fact)} <= ${day}` : monthUpTo(fact, day);

function testSql(fact: PushableFact, test: Test): SqlTruth {
  switch (test.kind) {
    case 'equal': {
      const equal = sql`${jsonOf(fact)} = ${JSON.stringify(test.value)}::jsonb`;
      return test.negated ? sql`not (${equal})` : sql`(${equal})`;
    }
    case 'oneOf': {
      const one = sql`${textOf(fact)} = any (${[...test.codes]}::text[])`;
      return test.negated ? sql`not (${one})` : sql`(${one})`;
    }
    case 'subset':
      return sql`(${jsonOf(fact)} <@ ${JSON.stringify(test.codes)}::jsonb)`;
    case 'disjoint':
      return sql`(not (${jsonOf(fact)} ?| ${[...test.codes]}::text[]))`;
    case 'number': {
      const { atLeast, atMost } = test;
      const number = sql`(${textOf(fact)})::bigint`;
      return atLeast === null ? sql`(${number} <= ${atMost}::bigint)` : sql`(${number} >= ${atLeast}::bigint)`;
    }
    case 'day': {
      const late = test.after === null ? always(true) : sql`not (${upTo(fact, test.after)})`;
      return sql`(${late} and ${test.upTo === null ? always(true) : upTo(fact, test.upTo)})`;
    }
  }
}

/** @param wanted whether a yes of this leaf works towards a pass: an odd number of `not` above it turns that round */
function leafSql(leaf: Leaf, { parameters, date }: RuleOn, sensitive: SensitiveTaken, wanted: boolean): SqlTruth {
  const { fact } = leaf;
  const bound = boundOf(leaf, parameters, date);
  if (bound === undefined) return unknown;
  if (isSensitive(fact)) return sensitive === 'unknown' ? unknown : always(wanted);
  return testSql(fact as PushableFact, testOf(leaf, bound, date));
}

/**
 * The rule as a condition over a row `f` of `person_facts`, for the push: the same answer as `judge` gives from the same facts. Sensitive facts
 * stand in no such row.
 */
export function ruleSql(on: RuleOn, sensitive: SensitiveTaken = 'unknown'): SqlTruth {
  const compile = (rule: Rule, wanted: boolean): SqlTruth => {
    if (isLeaf(rule)) return leafSql(rule, on, sensitive, wanted);
    const parts = partsOf(rule).map((part) => compile(part, 'not' in rule ? !wanted : wanted));
    if ('all' in rule) return sql`(${sql.join(parts, sql` and `)})`;
    if ('any' in rule) return sql`(${sql.join(parts, sql` or `)})`;
    if ('not' in rule) return sql`(not ${sql.join(parts)})`;
    const rows = parts.map((part) => sql`(${part})`);
    // Each part is asked once, however often its answer is counted.
    return sql`(select case when count(*) filter (where t.truth) >= ${sql.lit(rule.n)} then true
      when count(*) filter (where t.truth is not false) < ${sql.lit(rule.n)} then false end
      from (values ${sql.join(rows)}) as t(truth))`;
  };
  return compile(on.rule, true);
}

/**
 * Whether anything that is not sensitive is unknown and could still change the answer, as `missing` and `defects` of `judge` tell it; true or
 * false, never NULL.
 */
export function openSql(on: RuleOn): RawBuilder<boolean> {
  const compile = (rule: Rule): RawBuilder<boolean> => {
    const truth = ruleSql({ ...on, rule });
    if (isLeaf(rule)) {
      const asked = isSensitive(rule.fact) && boundOf(rule, on.parameters, on.date) !== undefined;
      return asked ? sql`false` : sql`((${truth}) is null)`;
    }
    return sql`((${truth}) is null and (${sql.join(partsOf(rule).map(compile), sql` or `)}))`;
  };
  return compile(on.rule);
}

/** The verdict as a number: 1 pass, −1 fail, 0 unknown. */
export const verdictSql = (on: RuleOn, sensitive?: SensitiveTaken): RawBuilder<number> =>
  sql`(case ${ruleSql(on, sensitive)} when true then 1 when false then -1 else 0 end)::smallint`;
