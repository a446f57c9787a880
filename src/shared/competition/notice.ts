import type { NoticeOf } from '../kernel/define-notice';
import type { CompetitionEvents, PhaseFacts } from './events';

export type CompetitionAudiences = {
  regionStaff: { regionId: string };
  everyRegion: { editionId: string };
  person: { personId: string };
};

export type CompetitionNotice = NoticeOf<CompetitionEvents, CompetitionAudiences>;

/** A phase as the samples of notices tell of it. */
export const samplePhase: PhaseFacts = {
  contestId: 'LF-XH-2026-141033',
  regionId: '141033',
  regionZh: '蒲县',
  phaseZh: '报名',
  closesAt: Date.UTC(2026, 11, 13, 16),
};
