import { link } from '../../routes';
import { type LendingNotice, sampleStatement } from '../notice';

export const statementPaid: LendingNotice = {
  notice: 'statement.paid',
  event: 'statement.paid',
  audience: 'borrower',
  title: ({ quarterZh }) => `${quarterZh}贴息已拨付`,
  body: ({ amountZh }) => `财政已付 ${amountZh}，到账以银行为准。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  sample: sampleStatement,
};
