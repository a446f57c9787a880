import type { BenefitsAudiences } from '@shared/benefits/notice';
import { sql } from 'kysely';
import { holdersOf, membersOf } from '../platform/grants';
import type { AudiencesOf } from '../telling/audience';
import { servingDesks } from './application/queue';

const deskRoles = [...new Set(servingDesks.map(({ desk }) => desk.role))];

export const benefitsAudiences: AudiencesOf<BenefitsAudiences> = {
  applicationOwner: (facts) => sql`select ${facts.id('applicantId')} as person_id`,
  applicationReminded: (facts) => sql`select ${facts.id('personId')} as person_id`,
  // Whose desk it is, its kind says with the event; of no desk nobody is told, and of an organisation's no other's people.
  applicationDesk: (facts, now) =>
    sql.join(
      deskRoles.map(
        (role) => sql`select h.person_id from (${holdersOf([role], facts.text('regionId'), now)}
            union all ${membersOf(role, facts.id('organisationId'), now)}) h
          where ${facts.text('role')} = ${role} and h.person_id <> ${facts.id('applicantId')}`,
      ),
      sql` union all `,
    ),
  loanOffices: (facts, now) => sql`select h.person_id from (${holdersOf(['loanClerk'], facts.text('regionId'), now)}
    union all select m.person_id from application_party p cross join lateral (${membersOf('lender', sql`p.organisation_id`, now)}) m
      where p.application_id = ${facts.id('applicationId')} and p.party = 'bank' and not exists (select from application_party q
        where q.application_id = p.application_id and q.party = p.party and (q.since, q.n) > (p.since, p.n))) h
    where h.person_id <> ${facts.id('applicantId')}`,
};
