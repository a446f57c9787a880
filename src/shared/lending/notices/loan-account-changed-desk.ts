import { link } from '../../routes';
import { type LendingNotice, sampleAccount } from '../notice';

export const loanAccountChangedDesk: LendingNotice = {
  notice: 'loan.accountChanged.desk',
  event: 'loan.accountChanged',
  audience: 'statementDesk',
  title: '有一笔贷款改了贴息账户',
  body: ({ bankZh, accountMasked }) =>
    `${bankZh}改为尾号 ${accountMasked.slice(-4)}。以后送财政的贴息付到新账户，请核对。`,
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: sampleAccount,
};
