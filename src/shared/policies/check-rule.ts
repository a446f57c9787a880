import { isPlausibleDate } from '../kernel/shanghai';
import { isValueOf } from './fact-value';
import { type FactType, factOf, isFact } from './facts';
import { clashingParameters, type Parameter } from './parameters';
import {
  isLeaf,
  type Leaf,
  type LeafValue,
  leavesOf,
  mostDepth,
  mostParts,
  type Op,
  opsOf,
  partsOf,
  type Rule,
} from './rule';

/** What is wrong with a policy's rule, for whoever writes it: where (`rule.all.0`), and a sentence. */
export type RuleProblem = { path: string; zh: string };

const nameOf = (rule: Rule): string => ['all', 'any', 'someOf', 'not'].find((name) => name in rule) ?? 'leaf';

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);

/** The kinds of value that an operator takes of each type of fact. */
function fitsOp(leaf: Leaf, type: FactType, op: Op, value: LeafValue): boolean {
  if (op === 'within') return isWhole(value) && (value as number) > 0 && (value as number) <= 1200;
  if (op === 'in' || op === 'notIn') {
    return (
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((code) => isValueOf(leaf.fact, type === 'codes' ? [code] : code))
    );
  }
  if (type === 'birth') return isWhole(value) && (value as number) >= 0 && (value as number) <= 150;
  if (type === 'date' || type === 'month') {
    const inMonths = (op === 'before' || op === 'after') && isWhole(value) && Math.abs(value as number) <= 1200;
    return inMonths || (typeof value === 'string' && isPlausibleDate(value));
  }
  return isValueOf(leaf.fact, value);
}

function problemOf(leaf: Leaf, parameters: readonly Parameter[]): string | null {
  if (!isFact(leaf.fact)) return `没有“${String(leaf.fact)}”这项事实`;
  const { type, zh } = factOf(leaf.fact);
  if (opsOf[type].indexOf(leaf.op) === -1) return `“${zh}”不能用“${leaf.op}”比较`;
  if ((leaf.value === undefined) === (leaf.param === undefined))
    return '须写一个数值，或写一个参数的代码，不能都写或都不写';
  if (leaf.on !== undefined && (leaf.op !== 'within' || !isPlausibleDate(leaf.on)))
    return '基准日只用于“within”，并且须是一个日期';
  if (leaf.value !== undefined) return fitsOp(leaf, type, leaf.op, leaf.value) ? null : `“${zh}”不能与这个数值比较`;
  const named = parameters.filter(({ code }) => code === leaf.param);
  if (named.length === 0) return `没有代码为“${leaf.param}”的参数`;
  return named.every(({ value }) => fitsOp(leaf, type, leaf.op, value))
    ? null
    : `参数“${leaf.param}”的数值不能与“${zh}”比较`;
}

/** Everything that keeps a rule from being used; none: it can be evaluated, compiled and told. */
export function problemsOfRule(rule: Rule, parameters: readonly Parameter[]): RuleProblem[] {
  const problems: RuleProblem[] = clashingParameters(parameters).map((code) => ({
    path: 'parameters',
    zh: `参数“${code}”在同一天有两个数值，或结束早于开始`,
  }));
  let seen = 0;
  const visit = (part: Rule, path: string, depth: number): void => {
    seen += 1;
    if (seen > mostParts) return;
    if (depth > mostDepth) {
      problems.push({ path, zh: `条件最多套 ${mostDepth} 层` });
      return;
    }
    if (isLeaf(part)) {
      const zh = problemOf(part, parameters);
      if (zh !== null) problems.push({ path, zh });
      return;
    }
    const parts = partsOf(part);
    if (parts.length === 0) problems.push({ path, zh: '这一组没有条件' });
    if ('someOf' in part && (!isWhole(part.n) || part.n < 1 || part.n > parts.length)) {
      problems.push({ path, zh: '“至少符合几条”须在 1 和条数之间' });
    }
    const name = nameOf(part);
    parts.forEach((child, i) => {
      visit(child, name === 'not' ? `${path}.not` : `${path}.${name}.${i}`, depth + 1);
    });
  };
  visit(rule, 'rule', 1);
  if (seen > mostParts) problems.push({ path: 'rule', zh: `条件最多 ${mostParts} 条` });
  return problems;
}

/** The parameters of which a rule asks. */
export const parametersIn = (rule: Rule): string[] =>
  leavesOf(rule).flatMap(({ param }) => (param === undefined ? [] : [param]));
