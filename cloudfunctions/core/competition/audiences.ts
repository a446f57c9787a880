import type { CompetitionAudiences } from '@shared/competition/notice';
import { holdersOf } from '../platform/grants';
import type { AudiencesOf } from '../telling/audience';

export const competitionAudiences: AudiencesOf<CompetitionAudiences> = {
  regionStaff: (facts, now) => holdersOf(['regionStaff', 'regionLead'], facts.text('regionId'), now),
};
