import { endOfDayExclusive, formatDateZh } from '../../kernel/shanghai';
import { link } from '../../routes';
import { phoneWords } from '../../telling/templates';
import type { CompetitionNotice } from '../notice';
import { first, sampleReminder } from '../reminders/words';

/** What came together over a night, or while the system stood still, is one message. */
export const reminderPile: CompetitionNotice = {
  notice: 'reminder.pile',
  event: 'reminder.due',
  audience: 'person',
  onlyWhen: ({ items }) => items.length > 1,
  title: ({ items }) => `您有 ${items.length} 件事到期`,
  body: (reminder) =>
    `有 ${reminder.items.length} 件事快到期或已到期，最早的是${formatDateZh(first(reminder).dueOn)}。点开看待办。`,
  link: () => link('workbench'),
  phone: (reminder) =>
    phoneWords('reminder', {
      matter: `${reminder.items.length} 件事快到期或已到期`,
      until: endOfDayExclusive(first(reminder).dueOn),
      reason: '点开看待办',
    }),
  sample: {
    ...sampleReminder('draft'),
    items: [...sampleReminder('draft').items, ...sampleReminder('consent').items],
  },
};
