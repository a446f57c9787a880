import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { type AwardsNotice, sampleClaim } from '../notice';

export const awardClaimRevoked: AwardsNotice = {
  notice: 'award.claimRevoked',
  event: 'award.claimRevoked',
  audience: 'claimant',
  title: '获奖认领已撤销',
  body: ({ title, awardZh }) => `${named({ title })}的${awardZh}不再记在您名下。点开看理由。`,
  link: () => link('account/award'),
  sample: sampleClaim,
};
