import { link } from '../../routes';
import { type AwardsNotice, sampleList } from '../notice';

export const awardListProposed: AwardsNotice = {
  notice: 'awardList.proposed',
  event: 'awardList.proposed',
  audience: 'confirmers',
  title: '有获奖名单待确认',
  body: ({ editionZh }) => `${editionZh}的获奖名单已送签。请逐个核对项目和奖项，确认公布或退回修改。`,
  link: ({ editionId }) => link('staff/award-list', { editionId }),
  sample: sampleList,
};
