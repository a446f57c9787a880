import { sql } from 'kysely';
import { holdersOf } from '../../../../cloudfunctions/core/platform/grants';
import type { AudiencesOf } from '../../../../cloudfunctions/core/telling/audience';
import type { BoothAudiences } from '../shared/notice';

export const boothAudiences: AudiencesOf<BoothAudiences> = {
  asker: (facts) => sql`select b.asker_id as person_id from booth b where b.id = ${facts.id('boothId')}`,
  office: (facts, now) => holdersOf(['regionStaff', 'regionLead'], facts.text('regionId'), now),
};
