import type { NoticeOf } from '../kernel/define-notice';
import type { AccountTold, DueTold, LendingEvents, StatementsDrafted, StatementTold } from './events';

/** Who is told: whoever borrowed, the region's desk, the people of the bank. */
export type LendingAudiences = {
  borrower: { applicantId: string };
  statementDesk: { regionId: string };
  bankPeople: { bankId: string };
};

export type LendingNotice = NoticeOf<LendingEvents, LendingAudiences>;

const applicationId = '01930000-0000-7000-8000-000000000001';
const applicantId = '01930000-0000-7000-8000-000000000002';

export const sampleStatement: StatementTold & { reasonZh: string } = {
  applicationId,
  applicantId,
  regionId: '141033',
  quarterZh: '2026年第四季度',
  amountZh: '1,341.67 元',
  reasonZh: '户名与账号不符',
};
export const sampleDrafted: StatementsDrafted = {
  regionId: '141033',
  bankId: applicantId,
  quarterZh: '2026年第四季度',
  n: 12,
};
export const sampleAccount: AccountTold = {
  applicationId,
  applicantId,
  regionId: '141033',
  bankZh: '演示银行一',
  accountMasked: '**** 1234',
};
export const sampleDue: DueTold = {
  applicationId,
  applicantId,
  on: '2026-12-21',
  amountZh: '2,683.33 元',
  bankZh: '演示银行一',
};
