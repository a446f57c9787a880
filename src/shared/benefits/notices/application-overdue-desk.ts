import { first, reminderPhone, remindsOf, sampleReminder } from '../../competition/reminders/words';
import { formatDateZh } from '../../kernel/shanghai';
import { link } from '../../routes';
import type { BenefitsNotice } from '../notice';

export const applicationOverdueDesk: BenefitsNotice = {
  notice: 'application.overdue.desk',
  event: 'reminder.due',
  audience: 'applicationReminded',
  onlyWhen: remindsOf('officeOver'),
  title: '有申报已超办理时限',
  body: (reminder) =>
    `${first(reminder).title}的办理时限是${formatDateZh(first(reminder).dueOn)}，已经超过，请尽快办。`,
  link: (reminder) => link('staff/application', { applicationId: first(reminder).subjectId }),
  phone: reminderPhone('申报已超办理时限'),
  sample: {
    ...sampleReminder('officeOver'),
    items: sampleReminder('officeOver').items.map((item) => ({ ...item, title: '创业担保贷款申报' })),
  },
};
