import type { ReferralAudiences } from '@shared/referral/notice';
import { sql } from 'kysely';
import { holdersOf } from '../platform/grants';
import type { AudiencesOf } from '../telling/audience';

export const referralAudiences: AudiencesOf<ReferralAudiences> = {
  referredPerson: (facts) => sql`select ${facts.id('personId')} as person_id`,
  referralOffices: (facts, now) => sql`select h.person_id
    from (${holdersOf(['regionStaff', 'regionLead', 'cityStaff'], facts.text('regionId'), now)}) h
    where exists (select from referral r where r.entry_id = ${facts.id('entryId')} and r.waits is not null)`,
};
