import { kinds } from '@shared/benefits/kinds';
import type { BenefitsAudiences } from '@shared/benefits/notice';
import { sql } from 'kysely';
import { holdersOf } from '../platform/grants';
import type { AudiencesOf } from '../telling/audience';

const deskRoles = [...new Set(kinds.flatMap(({ desks }) => desks.map(({ role }) => role)))];

export const benefitsAudiences: AudiencesOf<BenefitsAudiences> = {
  applicationOwner: (facts) => sql`select ${facts.id('applicantId')} as person_id`,
  // Whose desk it is, its kind says with the event; of no desk nobody is told.
  applicationDesk: (facts, now) =>
    sql.join(
      deskRoles.map(
        (role) => sql`select h.person_id from (${holdersOf([role], facts.text('regionId'), now)}) h
          where ${facts.text('role')} = ${role} and h.person_id <> ${facts.id('applicantId')}`,
      ),
      sql` union all `,
    ),
};
