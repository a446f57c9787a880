import { link } from '../../routes';
import { type LendingNotice, sampleDrafted } from '../notice';

export const statementsDraftedBank: LendingNotice = {
  notice: 'statements.drafted.bank',
  event: 'statements.drafted',
  audience: 'bankPeople',
  title: ({ quarterZh, n }) => `${quarterZh}贴息清单 ${n} 份`,
  body: () => '请看还款登记是否齐全，有遗漏的现在补上。',
  link: () => link('staff/loans'),
  sample: sampleDrafted,
};
