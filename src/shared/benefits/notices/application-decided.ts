import { link } from '../../routes';
import { type BenefitsNotice, progressPhone, sampleApplication } from '../notice';

export const applicationDecided: BenefitsNotice = {
  notice: 'application.decided',
  event: 'application.decided',
  audience: 'applicationOwner',
  title: ({ kindZh, stateZh }) => `${kindZh}：${stateZh}`,
  body: () => '点开查看理由和办法。',
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  phone: progressPhone('已有结果'),
  sample: sampleApplication,
};
