import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { type AwardsNotice, sampleClaim } from '../notice';

export const awardCancelled: AwardsNotice = {
  notice: 'award.cancelled',
  event: 'award.cancelled',
  audience: 'awardTeam',
  title: '奖项已取消',
  body: ({ title, awardZh }) => `${named({ title })}的${awardZh}已取消，政策不再按获奖情况答复。点开看理由。`,
  link: () => link('account/award'),
  sample: sampleClaim,
};
