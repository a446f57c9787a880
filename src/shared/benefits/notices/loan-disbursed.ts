import { link } from '../../routes';
import { type BenefitsNotice, sampleApplication } from '../notice';

export const loanDisbursed: BenefitsNotice = {
  notice: 'loan.disbursed',
  event: 'loan.disbursed',
  audience: 'applicationOwner',
  title: '银行已放款',
  body: ({ detailZh }) => `${detailZh ?? '贷款已到账'}。还款计划和贴息可以在这里看。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  sample: sampleApplication,
};
