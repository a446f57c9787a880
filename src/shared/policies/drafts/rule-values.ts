import type { Answer } from '../../forms/question';
import { conditionZh } from '../condition-words';
import { factOf, isFact } from '../facts';
import type { Parameter } from '../parameters';
import { isLeaf, type Leaf, mostDepth, type Op, opsOf, partsOf, type Rule } from '../rule';
import { type Held, helds, leafValueOf, typedOf } from './typed-value';
import { keysAt, numberAt, textAt, type Values } from './values';

/** The whole rule hangs from this key; it is a group. */
export const rootKey = 'root';

export const nodeKinds = ['all', 'any', 'someOf', 'not', 'leaf'] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** What a condition and a group have each, beside their kind. */
export const leafFields = ['zh', 'fact', 'op', 'held', 'value', 'param', 'on', 'basis'] as const;
export const groupFields = ['zh', 'parts', 'n'] as const;

export const kindAt = (values: Values, key: string): NodeKind =>
  nodeKinds.find((kind) => kind === values[`${key}/kind`]) ?? (key === rootKey ? 'all' : 'leaf');

const heldOf = ({ op, value, param }: Leaf): Held => {
  if (param !== undefined) return 'param';
  return (op === 'before' || op === 'after') && typeof value === 'number' ? 'months' : 'value';
};

/** A rule as it is typed. What is negated is “any of these”, so that several can stand under one “不能有”. */
export function ruleValues(rule: Rule): Values {
  const values: Record<string, Answer> = {};
  let made = 0;
  const putLeaf = (key: string, leaf: Leaf): void => {
    const { fact, op, zh, basis, value, param = null, on = null } = leaf;
    const typed = value === undefined ? null : typedOf(factOf(fact).type, value);
    const counted = op === 'within' || heldOf(leaf) === 'months';
    const fields = {
      zh,
      fact,
      op,
      held: heldOf(leaf),
      value: counted ? ((value as number) ?? null) : typed,
      param,
      on,
      basis,
    };
    for (const [name, answer] of Object.entries(fields)) values[`${key}/${name}`] = answer;
  };
  const put = (part: Rule, key: string): void => {
    if (isLeaf(part)) {
      values[`${key}/kind`] = 'leaf';
      putLeaf(key, part);
      return;
    }
    const kind: NodeKind = 'all' in part ? 'all' : 'any' in part ? 'any' : 'someOf' in part ? 'someOf' : 'not';
    const inner = kind === 'not' && 'not' in part && 'any' in part.not && part.not.zh === undefined ? part.not : part;
    values[`${key}/kind`] = kind;
    values[`${key}/zh`] = part.zh ?? null;
    values[`${key}/n`] = 'someOf' in part ? part.n : null;
    const keys = partsOf(inner).map((child) => {
      made += 1;
      const childKey = `n${made}`;
      put(child, childKey);
      return childKey;
    });
    values[`${key}/parts`] = keys.join(',');
  };
  put(isLeaf(rule) ? { all: [rule] } : rule, rootKey);
  return values;
}

/** The keys of all that stands in the rule, groups before their parts, with their depth; what stands twice or too deep is left out. */
export function nodesOf(values: Values): Array<{ key: string; depth: number; parent: string | null }> {
  const nodes: Array<{ key: string; depth: number; parent: string | null }> = [];
  const seen = new Set<string>();
  const visit = (key: string, depth: number, parent: string | null): void => {
    if (seen.has(key) || depth > mostDepth + 1) return;
    seen.add(key);
    nodes.push({ key, depth, parent });
    if (kindAt(values, key) !== 'leaf')
      for (const child of keysAt(values, `${key}/parts`)) visit(child, depth + 1, key);
  };
  visit(rootKey, 0, null);
  return nodes;
}

/** What was typed as a rule, and where each of its parts stands among what is typed; `gaps`: place → sentence, of what is not filled in. */
export type TypedRule = { rule: Rule; keys: Readonly<Record<string, string>>; gaps: Readonly<Record<string, string>> };

/**
 * The rule that was typed. A condition that says nothing of its own is called as its figures read; one without a basis rests on the policy's
 * document.
 */
export function typedRule(values: Values, parameters: readonly Parameter[], docNo: string): TypedRule {
  const keys: Record<string, string> = {};
  const gaps: Record<string, string> = {};
  const inRule = new Set(nodesOf(values).map(({ key }) => key));

  const leafAt = (key: string): Leaf => {
    const fact = textAt(values, `${key}/fact`);
    const op = textAt(values, `${key}/op`) as Op;
    if (!isFact(fact)) {
      gaps[`${key}/fact`] = '请选择看哪一项情况';
      return { fact: fact as Leaf['fact'], op, zh: '', basis: '' };
    }
    if (opsOf[factOf(fact).type].indexOf(op) === -1) gaps[`${key}/op`] = '请选择怎么比';
    const held = helds.find((each) => each === values[`${key}/held`]) ?? 'value';
    const on = textAt(values, `${key}/on`);
    const against =
      held === 'param'
        ? { param: textAt(values, `${key}/param`) }
        : { value: leafValueOf(fact, op, held, values[`${key}/value`]) };
    if (held === 'param' && against.param === '') gaps[`${key}/param`] = '请选择参数';
    if (held !== 'param' && against.value === undefined) gaps[`${key}/value`] = '请填写';
    const basis = textAt(values, `${key}/basis`) || docNo;
    if (basis === '') gaps[`${key}/basis`] = '请写明依据，或先在基本信息里填文号';
    const leaf = { fact, op, ...against, ...(on !== '' && op === 'within' && { on }) } as Leaf;
    return { ...leaf, zh: textAt(values, `${key}/zh`) || conditionZh(leaf, parameters), basis };
  };

  const build = (key: string, path: string): Rule => {
    keys[path] = key;
    const kind = kindAt(values, key);
    if (kind === 'leaf') return leafAt(key);
    const children = keysAt(values, `${key}/parts`).filter((child) => inRule.has(child));
    const zh = textAt(values, `${key}/zh`);
    const heading = zh === '' ? {} : { zh };
    if (children.length === 0) gaps[`${key}/parts`] = '这一组没有条件';
    if (kind === 'not') {
      if (zh === '') gaps[`${key}/zh`] = '请写明不能有的是什么情况';
      const [only = '', ...more] = children;
      if (children.length === 0) return { not: { any: [] }, zh };
      if (more.length === 0) return { not: build(only, `${path}.not`), zh };
      keys[`${path}.not`] = key;
      return { not: { any: children.map((child, i) => build(child, `${path}.not.any.${i}`)) }, zh };
    }
    const parts = children.map((child, i) => build(child, `${path}.${kind}.${i}`));
    if (kind === 'all') return { all: parts, ...heading };
    if (kind === 'any') return { any: parts, ...heading };
    const n = numberAt(values, `${key}/n`);
    if (n === null) gaps[`${key}/n`] = '请填写至少符合几条';
    return { someOf: parts, n: n ?? 1, ...heading };
  };
  return { rule: build(rootKey, 'rule'), keys, gaps };
}
