import { lastMomentZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type CompetitionNotice, samplePhase } from '../notice';

export const phaseOpened: CompetitionNotice = {
  notice: 'phase.opened',
  event: 'phase.opened',
  audience: 'regionStaff',
  title: ({ regionZh, phaseZh }) => `${regionZh}${phaseZh}已开始`,
  body: ({ regionZh, phaseZh, closesAt }) =>
    `${regionZh}${phaseZh}已开始，${lastMomentZh(closesAt)} 截止，请安排办理。`,
  link: ({ contestId }) => link('staff/queue', { contestId }),
  sample: samplePhase,
};
