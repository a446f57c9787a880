import { first, reminderPhone, remindsOf, sampleReminder } from '../../competition/reminders/words';
import { named } from '../../entry/notice-phrases';
import { formatDateZh } from '../../kernel/shanghai';
import { link } from '../../routes';
import type { ScreeningNotice } from '../notice';

export const clockOverdue: ScreeningNotice = {
  notice: 'clock.overdue',
  event: 'reminder.due',
  audience: 'reminded',
  onlyWhen: remindsOf('reviewOver'),
  title: '审核已超时限',
  body: (reminder) =>
    `${named(first(reminder))}的审核时限是${formatDateZh(first(reminder).dueOn)}，已经超过，请尽快审完。`,
  link: (reminder) => link('staff/review', { entryId: first(reminder).subjectId }),
  phone: reminderPhone('审核已超时限'),
  sample: sampleReminder('reviewOver'),
};
