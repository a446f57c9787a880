import { formatWan } from '../kernel/money';
import { percentZh } from './benefits';
import { type FactName, type FactValue, factOf, isDeclarable, isSensitive, type SourceKind } from './facts';
import { passes, type Test } from './holds';
import type { Known } from './known';
import type { Outcome, Verdict } from './outcome';
import { confidenceZh } from './parameters';
import type { LeafValue } from './rule';

/** Names of what the city's data names (regions, tracks, awards); undefined: the code itself is told. */
export type Names = (fact: FactName, code: string) => string | undefined;

export const noNames: Names = () => undefined;

export const verdictZh: Readonly<Record<Verdict, string>> = { pass: '符合', fail: '不符合', unknown: '还不清楚' };

export const sourceZh: Readonly<Record<SourceKind, string>> = {
  entry: '报名表',
  award: '获奖名单',
  declared: '本人填写',
  application: '申请时填写',
  staff: '工作人员核对',
  register: '登记信息',
};

/** Who can say what is not known. */
export type Asked = 'me' | 'application' | 'staff' | 'record';

export function askedOf(fact: FactName): Asked {
  if (isSensitive(fact)) return 'application';
  if (isDeclarable(fact)) return 'me';
  const { sources, from } = factOf(fact);
  if (from !== undefined) return 'me';
  return sources.indexOf('staff') !== -1 || sources.indexOf('register') !== -1 ? 'staff' : 'record';
}

const askedZh: Readonly<Record<Asked, string>> = {
  me: '可以补充',
  application: '申请时再填写',
  staff: '由工作人员核对',
  record: '以报名表和获奖名单为准',
};

const codeZh = (fact: FactName, code: string, names: Names): string =>
  names(fact, code) ?? factOf(fact).choices?.find(({ value }) => value === code)?.zh ?? code;

const list = (fact: FactName, codes: readonly string[], names: Names): string =>
  codes.map((code) => codeZh(fact, code, names)).join('、');

const withUnit = (fact: FactName, value: number): string => {
  const { type, unitZh } = factOf(fact);
  if (type === 'share') return percentZh(value);
  return type === 'money' ? `${formatWan(value)} 万元` : `${value}${unitZh === undefined ? '' : ` ${unitZh}`}`;
};

/** A value as it is read: `12 人`, `30 万元`, `2023-04-01`, `公司`. */
export function valueZh(fact: FactName, value: FactValue, names: Names = noNames): string {
  const { saidZh } = factOf(fact);
  if (typeof value === 'boolean') return saidZh?.[value ? 0 : 1] ?? (value ? '是' : '否');
  if (typeof value === 'number') return withUnit(fact, value);
  if (typeof value === 'string') return codeZh(fact, value, names);
  return value.length === 0 ? '没有' : list(fact, value, names);
}

/** The same where it does not follow “您”: 奖项没有取消. */
export const bareZh = (words: string): string => words.replace(/^的/, '');

/** What a test asks, after “须”. @param bound what the leaf holds the fact against */
export function needZh(fact: FactName, test: Test, bound: LeafValue, names: Names = noNames): string {
  switch (test.kind) {
    case 'equal':
      return `${test.negated ? '不是' : '是'} ${valueZh(fact, test.value, names)}`;
    case 'oneOf': {
      const one = test.codes.length === 1 ? '' : ' 之一';
      return `${test.negated ? '不是' : '是'} ${list(fact, test.codes, names)}${one}`;
    }
    case 'subset':
      return `只有 ${list(fact, test.codes, names)}`;
    case 'disjoint':
      return `没有 ${list(fact, test.codes, names)}`;
    case 'number':
      return test.atLeast === null
        ? `不超过 ${withUnit(fact, test.atMost ?? 0)}`
        : `不少于 ${withUnit(fact, test.atLeast)}`;
    case 'day': {
      const { after, upTo } = test;
      if (factOf(fact).type === 'birth') return upTo === null ? `不超过 ${bound} 周岁` : `年满 ${bound} 周岁`;
      return after === null ? `不晚于 ${upTo}` : `晚于 ${after}`;
    }
  }
}

/** Of a date that is too late the other side of the window is told. */
const plainTest = (test: Test, value: FactValue): Test =>
  test.kind === 'day' && test.after !== null && test.upTo !== null && passes({ ...test, after: null }, value) === false
    ? { ...test, after: null }
    : test;

const ending = (verdict: Verdict, negated: boolean): string => {
  if (!negated) return verdictZh[verdict];
  return verdict === 'pass' ? '属于这种情况' : '不属于这种情况';
};

/** A leaf of an answer, as it is read and sent: the sentence, and its pieces for a page that sets them apart. */
export type LeafWords = {
  sentence: string;
  factZh: string;
  valueZh: string | null;
  /** How it came out: of what must not be, whether it is so. */
  resultZh: string | null;
  needZh: string | null;
  sourceZh: string | null;
  /** The day as of which the value holds. */
  on: string | null;
  /** Who can say what is not known; null: it is known, or the gap is the policy's. */
  asked: Asked | null;
};

const sourceWords = ({ source, sourceZh: told, on }: Known): string => `${told ?? sourceZh[source]}，${on}`;

/**
 * A leaf in words: the condition, the figure, what it must be, and how that comes out.
 * @param who “您” for the person, “申请人” for staff
 */
export function leafWords(leaf: Extract<Outcome, { kind: 'leaf' }>, who = '您', names: Names = noNames): LeafWords {
  const { fact, zh } = leaf.leaf;
  const { type, zh: factZh } = factOf(fact);
  const { known, test, parameter } = leaf;
  const nothing = { factZh, valueZh: null, resultZh: null, needZh: null, sourceZh: null, on: null, asked: null };
  if (test === null) {
    return { ...nothing, sentence: `${zh}：这项政策没有写明这一天的标准，暂时不能判断，不用${who}补充` };
  }
  const bound = parameter?.value ?? leaf.leaf.value ?? 0;
  if (known === null) {
    const asked = askedOf(fact);
    const what = type === 'flag' ? `${who}${factZh}` : `${who}的${factZh}`;
    const need = type === 'flag' ? null : needZh(fact, test, bound, names);
    return { ...nothing, needZh: need, asked, sentence: `${zh}：还不清楚${what}，${askedZh[asked]}` };
  }
  const value = valueZh(fact, known.value, names);
  const need = type === 'flag' ? null : needZh(fact, plainTest(test, known.value), bound, names);
  const has = type === 'flag' ? `${who}${value}` : `${who}的${factZh}是 ${value}，须${need}`;
  const end =
    leaf.verdict === 'unknown' ? '只知道年月，还要看具体日期，申请时核对' : ending(leaf.verdict, leaf.negated);
  return {
    sentence: `${zh}：${has}，${end}`,
    factZh,
    valueZh: bareZh(value),
    resultZh: leaf.verdict === 'unknown' ? null : end,
    needZh: need,
    sourceZh: sourceWords(known),
    on: known.on,
    asked: leaf.verdict === 'unknown' ? 'application' : null,
  };
}

/** How a group is headed that has no heading of its own. */
export function groupZh(group: Exclude<Outcome, { kind: 'leaf' }>): string {
  if (group.zh !== null) return group.zh;
  switch (group.kind) {
    case 'all':
      return '都要符合';
    case 'any':
      return '任一条符合即可';
    case 'someOf':
      return `至少符合 ${group.n} 条`;
    case 'not':
      return '不能有下列情况';
  }
}

/** Of a leaf whose figure has no official source: what it rests on. */
export const restsOnZh = ({ parameter }: Extract<Outcome, { kind: 'leaf' }>): string | null =>
  parameter === null || parameter.confidence === 'official' ? null : confidenceZh[parameter.confidence];
