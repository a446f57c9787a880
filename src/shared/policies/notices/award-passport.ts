import { named } from '../../entry/notice-phrases';
import { endOfDayExclusive } from '../../kernel/shanghai';
import { link } from '../../routes';
import { phoneWords } from '../../telling/templates';
import type { PassportFacts } from '../events';
import type { PoliciesNotice } from '../notice';

const opened = ({ surely, perhaps }: PassportFacts): string[] => [
  ...(surely > 0 ? [`新符合 ${surely} 项政策`] : []),
  ...(perhaps > 0 ? [`可能符合 ${perhaps} 项（有的条件申请时才问）`] : []),
];

const won = ({ claimed, awardZh }: PassportFacts): string => (claimed ? '获奖认领已确认' : `您的项目获${awardZh}`);

/** That an award stands in its winner's name, and what it opened: one act, one message. */
export const awardPassport: PoliciesNotice = {
  notice: 'award.passport',
  event: 'policy.passport',
  audience: 'winner',
  title: (award) =>
    award.surely > 0
      ? `${won(award)}，您新符合 ${award.surely} 项政策`
      : award.perhaps > 0
        ? `${won(award)}，您可能符合 ${award.perhaps} 项政策`
        : won(award),
  body: (award) => {
    const whose = award.claimed
      ? `${named(award)}的${award.awardZh}已记在您名下`
      : `${named(award)}获${award.awardZh}，名单已公布`;
    const what = opened(award);
    return what.length === 0 ? `${whose}。点开看您能享受哪些政策。` : `${whose}，${what.join('，')}。点开看条件。`;
  },
  link: () => link('policies'),
  // Of what it opened those who agreed to it hear as of any policy; the fields ask for an end.
  phone: ({ surely, policyZh, until }) =>
    policyZh === null || until === null
      ? null
      : phoneWords('policy', {
          policy: surely === 1 ? policyZh : `${surely} 项政策，含${policyZh}`,
          concerned: '获奖后您新符合条件，点开看',
          until: endOfDayExclusive(until),
        }),
  sample: {
    personId: '01930000-0000-7000-8000-000000000003',
    awardId: '01930000-0000-7000-8000-000000000012',
    title: '蒲县山货直供',
    awardZh: '一等奖',
    claimed: true,
    surely: 2,
    perhaps: 1,
    policyZh: '定制化创业培训',
    until: '2026-12-31',
  },
};
