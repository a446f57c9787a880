import type { PhoneWords } from '../../kernel/define-notice';
import { dayEndZh } from '../../kernel/moment-words';
import { endOfDayExclusive } from '../../kernel/shanghai';
import { phoneWords } from '../../telling/templates';
import type { Reminded, ReminderFacts } from '../events';
import type { ReminderKind } from './kinds';

/** Told by a kind's own notice: it is all that its reader is reminded of. */
export const remindsOf =
  (kind: ReminderKind) =>
  ({ items }: ReminderFacts): boolean =>
    items.length === 1 && items[0]?.kind === kind;

/** What is due first. */
export function first({ items }: ReminderFacts): Reminded {
  const [one] = items;
  if (one === undefined) throw new Error('a reminder of nothing');
  return one;
}

/** `12月13日（周日）24:00` */
export const untilOf = (reminder: ReminderFacts): string => dayEndZh(first(reminder).dueOn);

/** For phones. @param reason what is not done, in at most 20 characters */
export const reminderPhone =
  (reason: string) =>
  (reminder: ReminderFacts): PhoneWords => {
    const { title, dueOn } = first(reminder);
    return phoneWords('reminder', { matter: title, until: endOfDayExclusive(dueOn), reason });
  };

/** As the samples of notices tell of it. */
export const sampleReminder = (kind: ReminderKind): ReminderFacts => ({
  personId: '01930000-0000-7000-8000-000000000002',
  items: [{ kind, subjectId: '01930000-0000-7000-8000-000000000001', title: '蒲县山货直供', dueOn: '2026-12-13' }],
});
