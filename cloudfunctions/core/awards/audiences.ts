import type { AwardsAudiences } from '@shared/awards/notice';
import { sql } from 'kysely';
import { holdersOf } from '../platform/grants';
import type { Audience, AudiencesOf } from '../telling/audience';

/** Whoever belongs to the entry's team now. */
const members: Audience<{ entryId: string }> = (facts) =>
  sql`select m.person_id from entry_member m where m.entry_id = ${facts.id('entryId')} and m.removed_at is null`;

export const awardsAudiences: AudiencesOf<AwardsAudiences> = {
  claimant: (facts) => sql`select ${facts.id('personId')} as person_id`,
  awardTeam: (facts, now) => sql`select ${facts.id('personId')} as person_id union all ${members(facts, now)}`,
  teammates: (facts, now) =>
    sql`select t.person_id from (${members(facts, now)}) t where t.person_id <> ${facts.id('personId')}`,
  confirmers: (facts, now) =>
    sql`select c.person_id from (${holdersOf(['cityStaff'], null, now)}) c where c.person_id is distinct from ${facts.id('proposedBy')}`,
  lister: (facts) => sql`select ${facts.id('proposedBy')} as person_id where ${facts.id('proposedBy')} is not null`,
};
