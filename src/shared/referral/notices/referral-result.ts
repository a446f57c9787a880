import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { type ReferralNotice, sampleReferral } from '../notice';

export const referralResult: ReferralNotice = {
  notice: 'referral.result',
  event: 'referral.result',
  audience: 'referredPerson',
  title: ({ stateZh }) => `上级赛事推荐：${stateZh}`,
  body: ({ title }) => `${named({ title })}的推荐有新进展。点开看详情。`,
  link: ({ referralId }) => link('policy/referral', { referralId }),
  sample: sampleReferral,
};
