import type { Answer } from '../../forms/question';
import type { FactName } from '../facts';
import { type FactType, type FactValue, factOf } from '../facts';
import type { ParameterValue } from '../parameters';
import type { LeafValue, Op } from '../rule';

/** Money is typed in yuan and kept in fen, a share in percent and kept in basis points, a list as its codes. */
const hundredths: readonly FactType[] = ['money', 'share'];

const listOf = (value: Answer): string[] => (typeof value === 'string' && value !== '' ? value.split(',') : []);

/** A value of a fact as it is typed. */
export function typedOf(type: FactType, value: FactValue | LeafValue): Answer {
  if (typeof value === 'object') return value.join(',');
  return typeof value === 'number' && hundredths.includes(type) ? value / 100 : value;
}

/** What was typed of a fact, for an example; a list of nothing is a value too. */
export function factValueOf(fact: FactName, value: Answer | undefined): FactValue | undefined {
  const { type } = factOf(fact);
  if (type === 'codes') return listOf(value ?? null);
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'number' && hundredths.includes(type) ? Math.round(value * 100) : value;
}

/** What a leaf holds its fact against: a value of its own, so many months about the day of the answer, or a parameter. */
export const helds = ['value', 'months', 'param'] as const;
export type Held = (typeof helds)[number];

/** Whether an operator takes a list of codes. */
export const takesList = (op: Op): boolean => op === 'in' || op === 'notIn';

/** What was typed into a leaf; undefined: nothing yet. */
export function leafValueOf(fact: FactName, op: Op, held: Held, value: Answer | undefined): LeafValue | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (takesList(op)) return listOf(value);
  const { type } = factOf(fact);
  const counted = op === 'within' || held === 'months';
  return typeof value === 'number' && !counted && hundredths.includes(type) ? Math.round(value * 100) : value;
}

/** How a parameter's figure is typed. */
export const figureKinds = [
  { value: 'money', zh: '金额（元）' },
  { value: 'percent', zh: '比例（%）' },
  { value: 'number', zh: '数字（月、天、次、人、岁）' },
  { value: 'date', zh: '日期' },
  { value: 'flag', zh: '是或否' },
  { value: 'list', zh: '一组代码' },
] as const;
export type FigureKind = (typeof figureKinds)[number]['value'];

/** A figure that was typed; undefined: nothing yet. */
export function figureOf(kind: FigureKind, value: Answer | undefined): ParameterValue | undefined {
  if (kind === 'list') {
    const codes = listOf(value ?? null);
    return codes.length === 0 ? undefined : codes;
  }
  if (value === undefined || value === null || value === '') return undefined;
  const inHundredths = kind === 'money' || kind === 'percent';
  return inHundredths && typeof value === 'number' ? Math.round(value * 100) : value;
}

/** The same the other way. */
export function typedFigure(kind: FigureKind, value: ParameterValue): Answer {
  if (typeof value === 'object') return value.join(',');
  return typeof value === 'number' && (kind === 'money' || kind === 'percent') ? value / 100 : value;
}
