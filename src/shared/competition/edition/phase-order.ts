import { itemPath, keysIn, type Values } from './values';

/** The phases by which the rules of an entry go: it is sent in during the one and reviewed during the other. */
export const neededPhases = ['signUp', 'screening'] as const;

const place = (key: string, field: string) => itemPath('phases', key, field);
const wordsOf = (values: Values, key: string) => `“${values[place(key, 'zh')] ?? ''}”`;

/**
 * Place → sentence, of days that do not go together: the two phases that an entry needs have days, a phase has both of its days or neither, and none
 * begins or ends before one that stands above it.
 */
export function phaseProblems(values: Values): Record<string, string> {
  const problems: Record<string, string> = {};
  const keys = keysIn(values, 'phases');
  if (neededPhases.some((code) => !keys.includes(code))) problems.phases = '报名和资格审核两个阶段不能没有';
  for (const edge of ['opensAt', 'closesAt'] as const) {
    let before: { key: string; day: string } | null = null;
    for (const key of keys) {
      const day = values[place(key, edge)];
      const other = values[place(key, edge === 'opensAt' ? 'closesAt' : 'opensAt')];
      if (typeof day !== 'string' || day === '') {
        const needed = (neededPhases as readonly string[]).includes(key);
        if (needed || other) problems[place(key, edge)] = '请选择日期';
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
