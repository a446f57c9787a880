import { first, reminderPhone, remindsOf, sampleReminder, untilOf } from '../../competition/reminders/words';
import { link } from '../../routes';
import type { BenefitsNotice } from '../notice';

export const applicationLapsing: BenefitsNotice = {
  notice: 'application.lapsing',
  event: 'reminder.due',
  audience: 'applicationReminded',
  onlyWhen: remindsOf('application'),
  title: (reminder) => `${first(reminder).title}快到期，还没有办`,
  body: (reminder) => `期限${untilOf(reminder)} 截止，逾期失效。点开看要办的事。`,
  link: (reminder) => link('policy/application', { applicationId: first(reminder).subjectId }),
  phone: reminderPhone('到期前还没有办'),
  sample: {
    ...sampleReminder('application'),
    items: sampleReminder('application').items.map((item) => ({ ...item, title: '创业担保贷款申报' })),
  },
};
