import type { AwardsEvents } from '../awards/events';
import type { NoticeOf } from '../kernel/define-notice';
import type { ReferralEvents, ReferralTold } from './events';

/** Who is told: whoever is referred; of an award, the region and the city that have a referral by it under way. */
export type ReferralAudiences = {
  referredPerson: { personId: string };
  referralOffices: { entryId: string; regionId: string };
};

export type ReferralNotice = NoticeOf<ReferralEvents & Pick<AwardsEvents, 'award.cancelled'>, ReferralAudiences>;

export const sampleReferral: ReferralTold = {
  referralId: '01930000-0000-7000-8000-000000000021',
  personId: '01930000-0000-7000-8000-000000000003',
  regionId: '141033',
  title: '蒲县山货直供',
  upperZh: '第十三届省级创业大赛',
  stateZh: '已推荐到上级赛事',
  closesOn: '2026-12-18',
};
