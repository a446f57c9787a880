import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { type AwardsNotice, sampleClaim } from '../notice';

export const awardClaimed: AwardsNotice = {
  notice: 'award.claimed',
  event: 'award.claimed',
  audience: 'claimant',
  title: '获奖认领已确认',
  body: ({ title, awardZh }) => `${named({ title })}的${awardZh}已记在您名下。点开看您能享受哪些政策。`,
  link: () => link('policies'),
  sample: sampleClaim,
};
