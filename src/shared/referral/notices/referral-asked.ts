import { named } from '../../entry/notice-phrases';
import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type ReferralNotice, sampleReferral } from '../notice';

export const referralAsked: ReferralNotice = {
  notice: 'referral.asked',
  event: 'referral.asked',
  audience: 'referredPerson',
  title: '您的项目被提名推荐到上级赛事',
  body: ({ title, closesOn }) =>
    `${named({ title })}：请在${dayEndZh(closesOn)} 前决定是否参加。点开看报送给谁、报送什么。`,
  link: ({ referralId }) => link('policy/referral', { referralId }),
  sample: sampleReferral,
};
