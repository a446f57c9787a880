import type { IncubationAudiences } from '@shared/incubation/notice';
import { sql } from 'kysely';
import { membersOf } from '../platform/grants';
import type { AudiencesOf } from '../telling/audience';

export const incubationAudiences: AudiencesOf<IncubationAudiences> = {
  placeTenant: (facts) => sql`select ${facts.id('personId')} as person_id`,
  // Never of what is their own: that they read as its applicant.
  placeOperator: (facts, now) =>
    sql`select m.person_id from (${membersOf('incubatorOperator', facts.id('organisationId'), now)}) m
      where m.person_id <> ${facts.id('personId')}`,
};
