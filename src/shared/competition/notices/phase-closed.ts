import { lastMomentZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type CompetitionNotice, samplePhase } from '../notice';

export const phaseClosed: CompetitionNotice = {
  notice: 'phase.closed',
  event: 'phase.closed',
  audience: 'regionStaff',
  title: ({ regionZh, phaseZh }) => `${regionZh}${phaseZh}已截止`,
  body: ({ regionZh, phaseZh, closesAt }) =>
    `${regionZh}${phaseZh}已于${lastMomentZh(closesAt)} 截止，请查看是否还有未办结的项目。`,
  link: ({ contestId }) => link('staff/queue', { contestId }),
  sample: samplePhase,
};
