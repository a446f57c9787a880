import { link } from '../../routes';
import { type BenefitsNotice, sampleApplication } from '../notice';

export const loanDisbursedDesk: BenefitsNotice = {
  notice: 'loan.disbursed.desk',
  event: 'loan.disbursed',
  audience: 'loanOffices',
  title: '一笔创业担保贷款已放款',
  body: () => '按季生成贴息清单。点开看合同和还款计划。',
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: sampleApplication,
};
