import { samplePhase } from '../../competition/notice';
import { lastMomentZh, openingZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import type { EntryNotice } from '../notice';

export const phaseMoved: EntryNotice = {
  notice: 'phase.moved',
  event: 'phase.moved',
  audience: 'concerned',
  title: ({ regionZh, phaseZh }) => `${regionZh}${phaseZh}时间有变`,
  body: ({ phaseZh, opensAt, closesAt }) =>
    `${phaseZh}时间改为${openingZh(opensAt)}至${lastMomentZh(closesAt)}，请按新的时间安排。`,
  link: ({ contestId }) => link('open/region', { contestId }),
  sample: { ...samplePhase, editionId: 'LF-XH-2026', opensAt: Date.UTC(2026, 10, 3, 16) },
};
