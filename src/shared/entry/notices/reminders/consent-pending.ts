import { first, reminderPhone, remindsOf, sampleReminder, untilOf } from '../../../competition/reminders/words';
import { link } from '../../../routes';
import type { EntryNotice } from '../../notice';
import { named } from '../../notice-phrases';

export const consentPending: EntryNotice = {
  notice: 'consent.pending',
  event: 'reminder.due',
  audience: 'member',
  onlyWhen: remindsOf('consent'),
  title: '有一个项目等您确认参加',
  body: (reminder) => `${named(first(reminder))}等您确认参加，报名${untilOf(reminder)} 截止。您确认后负责人才能提交。`,
  link: (reminder) => link('entry/team', { entryId: first(reminder).subjectId }),
  phone: reminderPhone('等您确认参加'),
  sample: sampleReminder('consent'),
};
