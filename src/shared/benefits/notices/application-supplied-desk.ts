import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type BenefitsNotice, sampleApplication } from '../notice';

export const applicationSuppliedDesk: BenefitsNotice = {
  notice: 'application.supplied.desk',
  event: 'application.supplied',
  audience: 'applicationDesk',
  title: ({ kindZh }) => `${kindZh}的材料已补齐`,
  body: ({ dueOn }) => `办理时限接着计${dueOn === null ? '' : `，最迟${dayEndZh(dueOn)}`}。点开办理。`,
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: sampleApplication,
};
