import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import type { PoliciesNotice } from '../notice';

/** What an award opened, all in one message. */
export const awardPassport: PoliciesNotice = {
  notice: 'award.passport',
  event: 'policy.passport',
  audience: 'winner',
  title: ({ surely, perhaps }) =>
    surely > 0 ? `获奖后，您符合 ${surely} 项政策` : `获奖后，您可能符合 ${perhaps} 项政策`,
  body: (award) =>
    `${named(award)}获${award.awardZh}。${[
      ...(award.surely > 0 ? [`新符合 ${award.surely} 项政策`] : []),
      ...(award.perhaps > 0 ? [`可能符合 ${award.perhaps} 项（有的条件申请时才问）`] : []),
    ].join('，')}。点开看条件。`,
  link: () => link('policies'),
  sample: {
    personId: '01930000-0000-7000-8000-000000000003',
    awardId: '01930000-0000-7000-8000-000000000012',
    title: '蒲县山货直供',
    awardZh: '一等奖',
    surely: 2,
    perhaps: 1,
  },
};
