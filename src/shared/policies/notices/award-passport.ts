import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import type { PassportFacts } from '../events';
import type { PoliciesNotice } from '../notice';

const opened = ({ surely, perhaps }: PassportFacts): string[] => [
  ...(surely > 0 ? [`新符合 ${surely} 项政策`] : []),
  ...(perhaps > 0 ? [`可能符合 ${perhaps} 项（有的条件申请时才问）`] : []),
];

/** That an award stands in its winner's name, and what it opened: one act, one message. */
export const awardPassport: PoliciesNotice = {
  notice: 'award.passport',
  event: 'policy.passport',
  audience: 'winner',
  title: ({ surely, perhaps }) =>
    surely > 0
      ? `获奖认领已确认，您新符合 ${surely} 项政策`
      : perhaps > 0
        ? `获奖认领已确认，您可能符合 ${perhaps} 项政策`
        : '获奖认领已确认',
  body: (award) => {
    const whose = `${named(award)}的${award.awardZh}已记在您名下`;
    const what = opened(award);
    return what.length === 0 ? `${whose}。点开看您能享受哪些政策。` : `${whose}，${what.join('，')}。点开看条件。`;
  },
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
