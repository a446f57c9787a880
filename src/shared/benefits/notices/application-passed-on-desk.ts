import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type BenefitsNotice, samplePassedOn } from '../notice';

export const applicationPassedOnDesk: BenefitsNotice = {
  notice: 'application.passedOn.desk',
  event: 'application.passedOn',
  audience: 'applicationDesk',
  onlyWhen: ({ handedOver }) => handedOver,
  title: ({ kindZh }) => `有一份${kindZh}转到您这里`,
  body: ({ deskStateZh, dueOn }) =>
    `现为“${deskStateZh}”${dueOn === null ? '' : `，最迟${dayEndZh(dueOn)}`}。点开办理。`,
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: samplePassedOn,
};
