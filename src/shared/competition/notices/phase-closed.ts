import { lastMomentZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import type { PhaseNotice } from '../../notices/notice';

export const phaseClosed: PhaseNotice = {
  about: 'phase',
  notice: 'phase.closed',
  event: 'phase.closed',
  audience: 'regionStaff',
  title: ({ regionZh, phaseZh }) => `${regionZh}${phaseZh}已截止`,
  body: ({ regionZh, phaseZh, closesAt }) =>
    `${regionZh}${phaseZh}已于${lastMomentZh(closesAt)} 截止，请查看是否还有未办结的项目。`,
  link: ({ contestId }) => link('staff/queue', { contestId }),
  sample: { contestId: 'LF-XH-2026-141033', regionZh: '蒲县', phaseZh: '报名', closesAt: Date.UTC(2026, 11, 13, 16) },
};
