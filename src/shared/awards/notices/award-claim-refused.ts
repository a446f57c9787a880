import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { type AwardsNotice, sampleClaim } from '../notice';

export const awardClaimRefused: AwardsNotice = {
  notice: 'award.claimRefused',
  event: 'award.claimRefused',
  audience: 'claimant',
  title: '获奖认领没有确认',
  body: ({ title, awardZh }) => `您认领${named({ title })}的${awardZh}，没有确认。点开看理由。`,
  link: () => link('account/award'),
  sample: sampleClaim,
};
