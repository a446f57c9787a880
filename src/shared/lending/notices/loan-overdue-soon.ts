import { formatDayZh } from '../../kernel/shanghai';
import { link } from '../../routes';
import { type LendingNotice, sampleDue } from '../notice';

export const loanOverdueSoon: LendingNotice = {
  notice: 'loan.overdueSoon',
  event: 'loan.overdueSoon',
  audience: 'borrower',
  title: ({ on }) => `${formatDayZh(on)}要还贷款`,
  body: ({ amountZh, bankZh }) => `应还 ${amountZh}，请按时还到${bankZh}。逾期的日子没有贴息。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  sample: sampleDue,
};
