import type { AwardsAudiences } from '@shared/awards/notice';
import { sql } from 'kysely';
import type { AudiencesOf } from '../../telling/audience';

export const awardsAudiences: AudiencesOf<AwardsAudiences> = {
  claimant: (facts) => sql`select ${facts.id('personId')} as person_id`,
};
