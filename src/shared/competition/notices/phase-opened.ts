import { lastMomentZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import type { PhaseNotice } from '../../notices/notice';

export const phaseOpened: PhaseNotice = {
  about: 'phase',
  notice: 'phase.opened',
  event: 'phase.opened',
  audience: 'regionStaff',
  title: ({ regionZh, phaseZh }) => `${regionZh}${phaseZh}已开始`,
  body: ({ regionZh, phaseZh, closesAt }) =>
    `${regionZh}${phaseZh}已开始，${lastMomentZh(closesAt)} 截止，请安排办理。`,
  link: ({ contestId }) => link('staff/queue', { contestId }),
  sample: { contestId: 'LF-XH-2026-141033', regionZh: '蒲县', phaseZh: '报名', closesAt: Date.UTC(2026, 11, 13, 16) },
};
