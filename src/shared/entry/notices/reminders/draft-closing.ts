import { first, reminderPhone, remindsOf, sampleReminder, untilOf } from '../../../competition/reminders/words';
import { link } from '../../../routes';
import type { EntryNotice } from '../../notice';
import { named } from '../../notice-phrases';

export const draftClosing: EntryNotice = {
  notice: 'draft.closing',
  event: 'reminder.due',
  audience: 'member',
  onlyWhen: remindsOf('draft'),
  title: '报名快截止，还没有提交',
  body: (reminder) => `${named(first(reminder))}还没有提交，报名${untilOf(reminder)} 截止。请打开报名表，填好后提交。`,
  link: (reminder) => link('entry/entry', { entryId: first(reminder).subjectId }),
  phone: reminderPhone('报名还没有提交'),
  sample: sampleReminder('draft'),
};
