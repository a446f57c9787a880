import type { ReferralAudiences } from '@shared/referral/notice';
import { sql } from 'kysely';
import type { AudiencesOf } from '../telling/audience';

export const referralAudiences: AudiencesOf<ReferralAudiences> = {
  referredPerson: (facts) => sql`select ${facts.id('personId')} as person_id`,
};
