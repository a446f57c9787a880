import { link } from '../../routes';
import { type BenefitsNotice, progressPhone, sampleApplication } from '../notice';

export const applicationPassedOn: BenefitsNotice = {
  notice: 'application.passedOn',
  event: 'application.passedOn',
  audience: 'applicationOwner',
  title: ({ kindZh }) => `${kindZh}已到下一步`,
  body: ({ stateZh, holderZh }) =>
    `现为“${stateZh}”${holderZh === null ? '' : `，由${holderZh}办理`}。您暂时不用操作。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  phone: progressPhone('到下一步'),
  sample: sampleApplication,
};
