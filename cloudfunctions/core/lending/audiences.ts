import type { LendingAudiences } from '@shared/lending/notice';
import { sql } from 'kysely';
import { holdersOf, membersOf } from '../platform/grants';
import type { AudiencesOf } from '../telling/audience';

export const lendingAudiences: AudiencesOf<LendingAudiences> = {
  borrower: (facts) => sql`select ${facts.id('applicantId')} as person_id`,
  statementDesk: (facts, now) => holdersOf(['loanClerk'], facts.text('regionId'), now),
  bankPeople: (facts, now) => membersOf('lender', facts.id('bankId'), now),
};
