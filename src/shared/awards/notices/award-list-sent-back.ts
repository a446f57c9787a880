import { link } from '../../routes';
import { type AwardsNotice, sampleList } from '../notice';

export const awardListSentBack: AwardsNotice = {
  notice: 'awardList.sentBack',
  event: 'awardList.sentBack',
  audience: 'lister',
  title: '送签的获奖名单被退回',
  body: ({ editionZh }) => `${editionZh}的获奖名单被退回修改。点开看理由，改好后再送签。`,
  link: ({ editionId }) => link('staff/award-list', { editionId }),
  sample: sampleList,
};
