import { link } from '../../routes';
import { type BenefitsNotice, sampleApplication } from '../notice';

export const loanSettledDesk: BenefitsNotice = {
  notice: 'loan.settled.desk',
  event: 'loan.settled',
  audience: 'loanOffices',
  title: '一笔创业担保贷款已结清',
  body: () => '最后一次贴息按天数算，会列入下一次清单。',
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: sampleApplication,
};
