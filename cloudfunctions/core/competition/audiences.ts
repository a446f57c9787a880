import type { CompetitionAudiences } from '@shared/competition/notice';
import { sql } from 'kysely';
import { holdersOf, servingIn } from '../platform/grants';
import type { AudiencesOf } from '../telling/audience';

export const competitionAudiences: AudiencesOf<CompetitionAudiences> = {
  regionStaff: (facts, now) => holdersOf(['regionStaff', 'regionLead'], facts.text('regionId'), now),
  person: (facts) => sql`select ${facts.id('personId')} as person_id`,
  everyRegion: (_facts, now) => servingIn(['regionStaff', 'regionLead'], sql`null::text`, now),
};
