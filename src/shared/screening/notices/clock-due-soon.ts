import { first, reminderPhone, remindsOf, sampleReminder } from '../../competition/reminders/words';
import { named } from '../../entry/notice-phrases';
import { formatDateZh } from '../../kernel/shanghai';
import { link } from '../../routes';
import type { ScreeningNotice } from '../notice';

export const clockDueSoon: ScreeningNotice = {
  notice: 'clock.dueSoon',
  event: 'reminder.due',
  audience: 'reminded',
  onlyWhen: remindsOf('reviewSoon'),
  title: '审核快到时限',
  body: (reminder) => `您受理的${named(first(reminder))}，请最迟${formatDateZh(first(reminder).dueOn)}审完。`,
  link: (reminder) => link('staff/review', { entryId: first(reminder).subjectId }),
  phone: reminderPhone('审核快到时限'),
  sample: sampleReminder('reviewSoon'),
};
