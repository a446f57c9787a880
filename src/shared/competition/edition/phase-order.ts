import { itemPath, keysIn, type Values } from './values';

/** The phases by which the rules of an entry go: it is sent in during the one and reviewed during the other. */
export const neededPhases = ['signUp', 'screening'] as const;

const place = (key: string, field: string) => itemPath('phases', key, field);
const wordsOf = (values: Values, key: string) => `“${values[place(key, 'zh')] ?? ''}”`;

const edges = ['opensAt', 'closesAt'] as const;

/** Whether a phase needs a day: an entry goes by it, or its other day is there. */
const needsDay = (values: Values, key: string, edge: (typeof edges)[number]): boolean =>
  (neededPhases as readonly string[]).includes(key) ||
  Boolean(values[place(key, edge === 'opensAt' ? 'closesAt' : 'opensAt')]);

/** Whether this place is a day that publishing waits for. */
export const isNeededDay = (values: Values, at: string): boolean =>
  keysIn(values, 'phases').some((key) => edges.some((edge) => place(key, edge) === at && needsDay(values, key, edge)));

/**
 * Place → sentence, of days that do not go together: the two phases that an entry needs have days, a phase has both of its days or neither, and none
 * begins or ends before one that stands above it.
 */
export function phaseProblems(values: Values): Record<string, string> {
  const problems: Record<string, string> = {};
  const keys = keysIn(values, 'phases');
  if (neededPhases.some((code) => !keys.includes(code))) problems.phases = '报名和资格审核两个阶段不能没有';
  for (const edge of edges) {
    let before: { key: string; day: string } | null = null;
    for (const key of keys) {
      const day = values[place(key, edge)];
      if (typeof day !== 'string' || day === '') {
        if (needsDay(values, key, edge)) problems[place(key, edge)] = '请选择日期';
        continue;
      }
      if (before && day < before.day) {
        const edgeZh = edge === 'opensAt' ? '第一天' : '最后一天';
        problems[place(key, edge)] = `不能早于${wordsOf(values, before.key)}的${edgeZh}`;
      }
      before = { key, day };
    }
  }
  return problems;
}
