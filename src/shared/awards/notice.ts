import type { NoticeOf } from '../kernel/define-notice';
import type { AwardClaimFacts, AwardsEvents } from './events';

/** Who is told: whoever claimed the award. */
export type AwardsAudiences = { claimant: { personId: string } };

export type AwardsNotice = NoticeOf<AwardsEvents, AwardsAudiences>;

/** A claim as the samples of notices tell of it. */
export const sampleClaim: AwardClaimFacts = {
  claimId: '01930000-0000-7000-8000-000000000011',
  awardId: '01930000-0000-7000-8000-000000000012',
  entryId: '01930000-0000-7000-8000-000000000001',
  regionId: '141033',
  personId: '01930000-0000-7000-8000-000000000003',
  title: '蒲县山货直供',
  awardZh: '一等奖',
};
