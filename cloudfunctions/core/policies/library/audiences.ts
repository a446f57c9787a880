import type { PoliciesAudiences } from '@shared/policies/notice';
import { sql } from 'kysely';
import { holdersOf } from '../../platform/grants';
import type { AudiencesOf } from '../../telling/audience';

export const libraryAudiences: AudiencesOf<Pick<PoliciesAudiences, 'publishers' | 'proposer' | 'library'>> = {
  publishers: (facts, now) =>
    sql`select c.person_id from (${holdersOf(['cityStaff'], null, now)}) c where c.person_id is distinct from ${facts.id('proposedBy')}`,
  proposer: (facts) => sql`select ${facts.id('proposedBy')} as person_id where ${facts.id('proposedBy')} is not null`,
  library: (_facts, now) => holdersOf(['cityStaff'], null, now),
};
