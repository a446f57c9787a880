import { groupDigits } from '../kernel/group-digits';
import { formatWan } from '../kernel/money';
import { percentZh } from './benefits';
import { type FactName, factOf, isFact } from './facts';
import type { Parameter } from './parameters';
import { type Leaf, type LeafValue, type Op, opsOf } from './rule';
import { type Names, noNames, valueZh } from './words';

/** What an operator is called beside each kind of fact, for whoever writes a condition. */
export function opZh(fact: FactName, op: Op): string {
  const { type } = factOf(fact);
  switch (op) {
    case 'is':
      return '是';
    case 'isNot':
      return '不是';
    case 'in':
      return type === 'codes' ? '只有下列几种' : '是下列之一';
    case 'notIn':
      return type === 'codes' ? '没有下列任何一种' : '不是下列任何一种';
    case 'min':
      return type === 'birth' ? '年满（周岁）' : type === 'date' || type === 'month' ? '不早于' : '不少于';
    case 'max':
      return type === 'birth' ? '不超过（周岁）' : type === 'date' || type === 'month' ? '不晚于' : '不超过';
    case 'before':
      return '早于';
    case 'after':
      return '晚于';
    case 'within':
      return '到当天未满（月）';
  }
}

/** A figure by how the fact counts. */
function figureZh(fact: FactName, op: Op, value: LeafValue, names: Names): string {
  const { type } = factOf(fact);
  // What is no figure yet is told as it was typed.
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return String(value);
  if (op === 'within') return `${value} 个月`;
  if (type === 'birth' && typeof value === 'number') return `${value} 周岁`;
  if ((type === 'date' || type === 'month') && typeof value === 'number')
    return value < 0 ? `${-value} 个月前` : `${value} 个月后`;
  if (type === 'share' && typeof value === 'number') return percentZh(value);
  if (type === 'money' && typeof value === 'number')
    return value % 1_000_000 === 0 ? `${formatWan(value)} 万元` : `${groupDigits(Math.floor(value / 100))} 元`;
  if (typeof value === 'object') return value.map((code) => valueZh(fact, code, names)).join('、');
  return valueZh(fact, value as never, names);
}

const bare = (zh: string): string => zh.replace(/（.*）/, '');

/**
 * A condition in words, for whoever reads or compares versions: `注册年限 未满 36 个月`. A figure that is a parameter is told with its newest value. What is not filled in
 * yet is not told.
 */
export function conditionZh(leaf: Leaf, parameters: readonly Parameter[], names: Names = noNames): string {
  const { fact, op, value, param } = leaf;
  if (!isFact(fact) || opsOf[factOf(fact).type].indexOf(op) === -1) return '';
  const { zh, type } = factOf(fact);
  if (type === 'flag' && typeof value === 'boolean')
    return valueZh(fact, op === 'isNot' ? !value : value).replace(/^的/, '');
  const named = parameters.filter(({ code }) => code === param);
  const figure = param === undefined ? value : named[named.length - 1]?.value;
  const against =
    figure === undefined || figure === ''
      ? ''
      : `${param === undefined ? '' : `${named[0]?.zh ?? ''} `}${figureZh(fact, op, figure, names)}`;
  return `${zh} ${bare(opZh(fact, op))} ${against}`.trim();
}
