import type { NoticeOf } from '../kernel/define-notice';
import type { AwardClaimFacts, AwardListFacts, AwardsEvents } from './events';

/**
 * Who is told: whoever claimed the award; the winner and the team, or the others of the team, since the winner hears of it with what it opens;
 * of a list the officials who may confirm it, or who sent it.
 */
export type AwardsAudiences = {
  claimant: { personId: string };
  awardTeam: { entryId: string; personId: string };
  teammates: { entryId: string; personId: string };
  confirmers: { awardListId: string; proposedBy: string | null };
  lister: { awardListId: string; proposedBy: string | null };
};

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

/** A list as the samples of notices tell of it. */
export const sampleList: AwardListFacts = {
  awardListId: '01930000-0000-7000-8000-000000000013',
  editionId: 'LF-XH-2026',
  editionZh: '2026 年星火项目创业大赛',
  proposedBy: '01930000-0000-7000-8000-000000000002',
};
