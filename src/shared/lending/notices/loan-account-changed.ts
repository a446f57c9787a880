import { link } from '../../routes';
import { type LendingNotice, sampleAccount } from '../notice';

export const loanAccountChanged: LendingNotice = {
  notice: 'loan.accountChanged',
  event: 'loan.accountChanged',
  audience: 'borrower',
  title: '贴息账户已改',
  body: ({ bankZh, accountMasked }) =>
    `${bankZh}按您的材料改了贴息账户，尾号 ${accountMasked.slice(-4)}。不是您要改的，请马上联系${bankZh}。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  sample: sampleAccount,
};
