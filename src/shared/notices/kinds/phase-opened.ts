import { link } from '../../routes';
import type { PhaseNotice } from '../notice';
import { beforeEndOf } from '../phrases';

export const phaseOpened: PhaseNotice = {
  about: 'phase',
  notice: 'phase.opened',
  event: 'phase.opened',
  audience: 'regionStaff',
  title: '阶段开始',
  body: ({ regionZh, phaseZh, lastDay }) => `${regionZh}${phaseZh}已开始，到${beforeEndOf(lastDay)}为止，请安排办理。`,
  link: ({ contestId }) => link('staff/queue', { contestId }),
  sample: { contestId: 'LF-XH-2026-141033', regionZh: '蒲县', phaseZh: '报名', lastDay: '2026-12-13' },
};
