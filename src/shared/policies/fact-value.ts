import { dayProblem } from '../kernel/day-problem';
import { mostOf, tooMany } from '../kernel/most';
import { isPlausibleDate } from '../kernel/shanghai';
import { type FactName, type FactType, type FactValue, factOf, type ValueOf } from './facts';

const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isPlausibleDate(`${text}-01`);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const fits: Record<FactType, (value: unknown) => boolean> = {
  flag: (value) => typeof value === 'boolean',
  count: isCount,
  share: isCount,
  money: isCount,
  year: (value) => isCount(value) && (value as number) >= 1900 && (value as number) <= 2100,
  date: (value) => isPlausibleDate(text(value)),
  month: (value) => isMonth(text(value)) || isPlausibleDate(text(value)),
  birth: (value) => isMonth(text(value)) || isPlausibleDate(text(value)),
  choice: (value) => /^\S{1,60}$/.test(text(value)),
  codes: (value) => Array.isArray(value) && value.length <= 40 && value.every((code) => /^\S{1,60}$/.test(text(code))),
};

/** Of a month its first. */
const firstDayOf = (day: string): string => (day.length === 7 ? `${day}-01` : day);

/** Whether a value is one that this fact can have: of its type, and of its choices where these are fixed. */
export function isValueOf<F extends FactName>(name: F, value: unknown): value is ValueOf<F> {
  const { type, choices } = factOf(name);
  if (!fits[type](value)) return false;
  const codes = Array.isArray(value) ? value : [value];
  const isOne = (code: unknown) => choices?.some((choice) => choice.value === code) ?? true;
  return (type !== 'choice' && type !== 'codes') || codes.every(isOne);
}

/** The first and last day that a value known to the month or to the day may mean. */
export function daysOf(value: string): { first: string; last: string } {
  if (value.length !== 7) return { first: value, last: value };
  return { first: `${value}-01`, last: `${value}-${lastDayOf(value)}` };
}

/** The number of the last day of a month `YYYY-MM`, two digits. */
export function lastDayOf(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return number === 2 ? (leap ? '29' : '28') : [4, 6, 9, 11].indexOf(number) === -1 ? '31' : '30';
}

/** The same, whatever the order of a list. */
export const sameValue = (a: FactValue, b: FactValue): boolean => canonical(a) === canonical(b);

const canonical = (value: FactValue): string => JSON.stringify(typeof value === 'object' ? [...value].sort() : value);

/** Why a value cannot be written down of a fact today; null: it can. What has not come yet is nobody's past. */
export function factProblem(name: FactName, value: FactValue, today: string): string | null {
  const { type, unitZh } = factOf(name);
  if (!isValueOf(name, value)) {
    if (type === 'count' || type === 'money') return `请填写 0 或正整数${unitZh === undefined ? '' : `（${unitZh}）`}`;
    return type === 'year'
      ? '请填写四位数的年份'
      : type === 'flag' || type === 'choice' || type === 'codes'
        ? '请重新选择'
        : dayProblem(firstDayOf(text(value)));
  }
  if ((type === 'count' || type === 'money') && (value as number) > mostOf[type]) return tooMany;
  if (type === 'date' && (value as string) > today) return '日期不能晚于今天';
  if (type === 'birth' && daysOf(value as string).first > today) return '出生年月不能晚于今天';
  return null;
}
