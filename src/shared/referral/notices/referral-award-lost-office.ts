import { sampleClaim } from '../../awards/notice';
import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import type { ReferralNotice } from '../notice';

/** Whoever won is told with the award itself. */
export const referralAwardLostOffice: ReferralNotice = {
  notice: 'referral.awardLost.office',
  event: 'award.cancelled',
  audience: 'referralOffices',
  title: '一个推荐项目的奖项已取消',
  body: ({ title, awardZh }) => `${named({ title })}的${awardZh}已取消，不再符合推荐条件。请撤回提名或不再推荐。`,
  link: () => link('workbench'),
  sample: sampleClaim,
};
