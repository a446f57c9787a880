import type { Field } from '@shared/entry/fields';
import { papers } from '@shared/kernel/identity-paper';
import type { Contest, Home } from '../entry-view';

type Option = { value: string; zh: string; hint?: string };

/** What may be chosen in a field: fixed answers, or what the edition and this contest offer. */
export function choicesOf({ choices, from }: Field, contest: Contest, home: Home): readonly Option[] {
  switch (from) {
    case 'tracks':
      return contest.tracks.map(({ code, zh }) => ({ value: code, zh }));
    case 'groups':
      return contest.groups.map(({ code, zh, hintZh }) => ({ value: code, zh, hint: hintZh }));
    case 'regions':
      return home.contests.map(({ regionId, regionZh }) => ({ value: regionId, zh: regionZh }));
    case 'papers':
      return contest.identityPapers.map((kind) => ({ value: kind, zh: papers[kind].zh }));
    case undefined:
      return choices ?? [];
  }
}

/** Few enough to stand in sight all at once. */
export const inSight = (options: readonly Option[]): boolean => options.length <= 7;

/** A kept value as people read it. */
export function shownValue(field: Field, value: unknown, options: readonly Option[]): string {
  if (field.input === 'switch') return value === true ? '是' : '否';
  if (value === null || value === undefined || value === '') return '';
  if (field.input === 'choice') return options.find((option) => option.value === value)?.zh ?? '';
  return field.input === 'number' ? `${String(value)} 人` : String(value);
}
