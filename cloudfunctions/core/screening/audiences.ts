import type { ScreeningAudiences } from '@shared/screening/notice';
import { sql } from 'kysely';
import { holdersOf } from '../platform/grants';
import type { AudiencesOf, FactsInSql } from '../telling/audience';
import { otherLeads, uninvolved } from './decisions/decision-rows';

type Named = FactsInSql<'entryId' | 'regionId' | 'decidedBy'>;

const leads = (facts: Named, now: number) =>
  otherLeads({ regionId: facts.text('regionId'), entryId: facts.id('entryId'), decidedBy: facts.id('decidedBy') }, now);

export const screeningAudiences: AudiencesOf<ScreeningAudiences> = {
  signers: (facts, now) => sql`${leads(facts, now)} union all
    select c.person_id from (${holdersOf(['cityStaff'], null, now)}) c
    where ${uninvolved(sql`c.person_id`, facts.id('entryId'))} and not exists (${leads(facts, now)})`,
  decider: (facts) => sql`select ${facts.id('decidedBy')} as person_id`,
  leads,
  reminded: (facts) => sql`select ${facts.id('personId')} as person_id`,
};
