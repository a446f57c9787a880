import { link } from '../../routes';
import { type BenefitsNotice, progressPhone, sampleApplication } from '../notice';

export const applicationExpired: BenefitsNotice = {
  notice: 'application.expired',
  event: 'application.expired',
  audience: 'applicationOwner',
  title: ({ kindZh }) => `${kindZh}已失效`,
  body: () => '补正期限已过，没有重新提交。需要的可以重新申报。',
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  phone: progressPhone('已失效'),
  sample: sampleApplication,
};
