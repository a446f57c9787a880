import type { PeopleAudiences } from '@shared/people/notice';
import { sql } from 'kysely';
import { holdersOf } from '../platform/grants';
import type { AudiencesOf } from '../telling/audience';

export const peopleAudiences: AudiencesOf<PeopleAudiences> = {
  sender: (facts) => sql`select ${facts.id('senderId')} as person_id`,
  holder: (facts) => sql`select ${facts.id('personId')} as person_id`,
  writer: (facts) => sql`select ${facts.id('personId')} as person_id`,
  giver: (facts) => sql`select ${facts.id('giverId')} as person_id`,
  city: (_facts, now) => holdersOf(['cityStaff'], null, now),
  watchers: (facts, now) => sql`select w.person_id from (${holdersOf(['cityStaff', 'auditor'], null, now)}) w
    where w.person_id <> ${facts.id('personId')}`,
};
