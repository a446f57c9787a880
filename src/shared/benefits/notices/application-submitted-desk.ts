import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type BenefitsNotice, sampleApplication } from '../notice';

export const applicationSubmittedDesk: BenefitsNotice = {
  notice: 'application.submitted.desk',
  event: 'application.submitted',
  audience: 'applicationDesk',
  title: ({ kindZh }) => `收到一份${kindZh}`,
  body: ({ dueOn }) => `请核对${dueOn === null ? '' : `，最迟${dayEndZh(dueOn)}`}。点开办理。`,
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: sampleApplication,
};
