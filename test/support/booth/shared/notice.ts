import type { NoticeOf } from '@shared/kernel/define-notice';
import type { BoothEvents, BoothFacts } from './events';

/** Who is told: whoever asked for the booth, or the staff of its region. */
export type BoothAudiences = { asker: { boothId: string }; office: { regionId: string } };

export type BoothNotice = NoticeOf<BoothEvents, BoothAudiences>;

export const sampleBooth: BoothFacts = {
  boothId: '01930000-0000-7000-8000-000000000001',
  title: '蒲县山货直供',
  regionId: '141033',
  dueAt: Date.UTC(2026, 11, 1, 16),
};
