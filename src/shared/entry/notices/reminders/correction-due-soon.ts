import { first, reminderPhone, remindsOf, sampleReminder, untilOf } from '../../../competition/reminders/words';
import { link } from '../../../routes';
import type { EntryNotice } from '../../notice';
import { named } from '../../notice-phrases';

export const correctionDueSoon: EntryNotice = {
  notice: 'correction.dueSoon',
  event: 'reminder.due',
  audience: 'member',
  onlyWhen: remindsOf('correction'),
  title: '补正快到期，还没有提交',
  body: (reminder) =>
    `${named(first(reminder))}还没有重新提交，补正期限${untilOf(reminder)} 截止，逾期报名失效。点开看问题。`,
  link: (reminder) => link('entry/entry', { entryId: first(reminder).subjectId }),
  phone: reminderPhone('补正后还没有提交'),
  sample: sampleReminder('correction'),
};
