import { link } from '../../routes';
import { type LendingNotice, sampleDrafted } from '../notice';

export const statementsDraftedDesk: LendingNotice = {
  notice: 'statements.drafted.desk',
  event: 'statements.drafted',
  audience: 'statementDesk',
  title: ({ quarterZh, n }) => `${quarterZh}贴息清单 ${n} 份`,
  body: () => '请核对利息和天数，核对后一次送财政。',
  link: () => link('staff/statements'),
  sample: sampleDrafted,
};
