import { link } from '../../routes';
import { type LendingNotice, sampleStatement } from '../notice';

export const statementReady: LendingNotice = {
  notice: 'statement.ready',
  event: 'statement.ready',
  audience: 'borrower',
  title: ({ quarterZh }) => `${quarterZh}贴息已核对`,
  body: ({ amountZh }) => `贴息 ${amountZh}，已送财政，付款后通知您。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  sample: sampleStatement,
};
