import type { CompetitionEvents } from '../competition/events';
import type { NoticeOf, PhoneWords } from '../kernel/define-notice';
import { endOfDayExclusive } from '../kernel/shanghai';
import { phoneWords } from '../telling/templates';
import type { ApplicationTold, BenefitsEvents } from './events';

/** Who is told: whoever applied, or the desk of the region. */
export type BenefitsAudiences = {
  applicationOwner: { applicantId: string };
  /** The same of an application that runs out soon. */
  applicationReminded: { personId: string };
  applicationDesk: { applicantId: string; regionId: string; role: string | null; organisationId: string | null };
  /** The region's desk of HR and the bank: who goes on with a loan once it is lent. */
  loanOffices: { applicationId: string; applicantId: string; regionId: string };
};

export type BenefitsNotice = NoticeOf<BenefitsEvents & Pick<CompetitionEvents, 'reminder.due'>, BenefitsAudiences>;

export const sampleApplication: ApplicationTold = {
  applicationId: '01930000-0000-7000-8000-000000000001',
  kindZh: '创业担保贷款申报',
  applicantId: '01930000-0000-7000-8000-000000000002',
  regionId: '141033',
  role: 'loanClerk',
  organisationId: null,
  stateZh: '请补正',
  deskStateZh: '退回补正',
  holderZh: '蒲县创业担保贷款窗口',
  dueOn: '2026-12-04',
  lapses: false,
  handedOver: true,
  papersZh: null,
  detailZh: null,
};

/** It passed the desk of HR and lies with the guarantor, who needs a document that was not asked for before. */
export const samplePassedOn: ApplicationTold = {
  ...sampleApplication,
  role: 'guarantor',
  stateZh: '担保机构调查',
  deskStateZh: '待调查',
  holderZh: '演示融资担保中心',
  papersZh: '本人征信报告',
};

/** The bank agreed; whoever does not sign in time begins anew. */
export const sampleToSign: ApplicationTold = {
  ...sampleApplication,
  role: 'lender',
  stateZh: '请与银行签订合同',
  deskStateZh: '待签合同',
  holderZh: '演示银行一',
  lapses: true,
  papersZh: '银行卡复印件',
};

/**
 * For the phones of who agreed to it when they handed it in.
 * @param state in at most five Chinese characters, which is all that WeChat takes of a state
 */
export const progressPhone =
  (state: string) =>
  ({ kindZh, holderZh, dueOn }: ApplicationTold, at: number): PhoneWords =>
    phoneWords('application', {
      matter: kindZh,
      state,
      holder: holderZh ?? '点开看',
      // Where no day is set, the field is the instant of what happened.
      until: dueOn === null ? at : endOfDayExclusive(dueOn),
    });
