import { link } from '../../routes';
import type { PhaseNotice } from '../notice';
import { closing } from '../phrases';

export const phaseClosed: PhaseNotice = {
  about: 'phase',
  notice: 'phase.closed',
  event: 'phase.closed',
  audience: 'regionStaff',
  title: '阶段结束',
  body: ({ regionZh, phaseZh, closesAt }) =>
    `${regionZh}${phaseZh}已于${closing(closesAt)}截止，请查看是否还有未办结的项目。`,
  link: ({ contestId }) => link('staff/queue', { contestId }),
  sample: { contestId: 'LF-XH-2026-141033', regionZh: '蒲县', phaseZh: '报名', closesAt: Date.UTC(2026, 11, 13, 16) },
};
