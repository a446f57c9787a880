import { link } from '../../routes';
import { type LendingNotice, sampleStatement } from '../notice';

export const statementFailed: LendingNotice = {
  notice: 'statement.failed',
  event: 'statement.failed',
  audience: 'statementDesk',
  title: ({ quarterZh }) => `有一笔${quarterZh}贴息没付成`,
  body: () => '请和银行核对账户，改好后再送一次。',
  link: () => link('staff/statements'),
  sample: sampleStatement,
};
