import { applicant } from '../benefits/application/who';
import { operatorReads } from '../benefits/kinds/incubator-place/lifecycle';
import { organisationsOf } from '../kernel/actor';
import { anyOf, rule } from '../kernel/define-access';
import type { BookingSubject, SiteSubject } from './subjects';

/** The people of the site's organisation; of other organisations they know nothing. */
export const runsSite = rule<Pick<SiteSubject, 'organisationId'>>(
  '本基地的孵化基地人员',
  (actor, { organisationId }) => organisationsOf(actor, 'incubatorOperator').includes(organisationId),
  { code: 'INCUBATION_NOT_YOURS', reason: '没有找到这个基地，请返回工作台', hidden: true },
);

/** Whoever applied for a place or has it, and the people of its site. */
export const readsStay = anyOf(applicant, operatorReads);

export const bookedIt = rule<BookingSubject>('预约人', (actor, { personId }) => personId === actor.personId, {
  code: 'INCUBATION_NOT_YOURS',
  reason: '没有找到这个预约，请刷新后再看',
  hidden: true,
});
