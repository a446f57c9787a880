import { link } from '../../routes';
import { type BenefitsNotice, sampleApplication } from '../notice';

export const loanSettled: BenefitsNotice = {
  notice: 'loan.settled',
  event: 'loan.settled',
  audience: 'applicationOwner',
  title: '您的创业担保贷款已结清',
  body: () => '最后一次贴息按天数算，生成后会通知您。',
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  sample: sampleApplication,
};
