import type { ApplicationSubject } from '../benefits/application/subject';
import { applicant } from '../benefits/application/who';
import { operatorReads } from '../benefits/kinds/incubator-place/lifecycle';
import { organisationsOf } from '../kernel/actor';
import { allOf, anyOf, rule } from '../kernel/define-access';
import type { BookingSubject, SiteSubject } from './subjects';

/** The people of the site's organisation; of other organisations they know nothing. */
export const runsSite = rule<Pick<SiteSubject, 'organisationId'>>(
  '本基地的孵化基地人员',
  (actor, { organisationId }) => organisationsOf(actor, 'incubatorOperator').includes(organisationId),
  { code: 'INCUBATION_NOT_YOURS', reason: '没有找到这个基地，请返回工作台', hidden: true },
);

/** An application for a place with the site that it is for since it was last handed in. */
export type StaySubject = ApplicationSubject & { site: Pick<SiteSubject, 'organisationId'> };

/** The people of the site that it is for now: who had it before the applicant chose another reads no more of it. */
const itsSite = rule<StaySubject>('所申请基地的人员', (actor, { site }) => runsSite.decide(actor, site).ok, {
  code: 'INCUBATION_NOT_YOURS',
  reason: '没有找到这份申报，请返回工作台',
  hidden: true,
});

/** Whoever applied for a place or has it, and the people of its site. */
export const readsStay = anyOf(applicant, allOf(operatorReads, itsSite));

export const bookedIt = rule<BookingSubject>('预约人', (actor, { personId }) => personId === actor.personId, {
  code: 'INCUBATION_NOT_YOURS',
  reason: '没有找到这个预约，请刷新后再看',
  hidden: true,
});
