import { organisationsOf, type Role, roleZh } from '../../kernel/actor';
import { allOf, holds, not, rule } from '../../kernel/define-access';
import { type ApplicationSubject, lastOf } from './subject';

/** Who may do what with an application: lifecycles and the access table name these. */
export const applicant = rule<ApplicationSubject>(
  '申报人',
  (actor, { applicantId }) => applicantId === actor.personId,
  { code: 'BENEFITS_NOT_YOURS', reason: '没有找到这份申报，请返回工作台', hidden: true },
);

const notOwn = not<ApplicationSubject>(applicant, '不是申报人', {
  code: 'BENEFITS_OWN',
  reason: '这是您自己的申报，应当回避，请交其他人员办理',
});

const handedIn = rule<ApplicationSubject>('已提交', (_actor, { submittedAt }) => submittedAt !== null, {
  code: 'BENEFITS_NOT_SUBMITTED',
  reason: '没有找到这份申报，可能还没有提交',
  hidden: true,
});

/** The desk of its region that holds a role; never of what is one's own, and nobody else's business before it was handed in. */
export const deskOf = (role: Role) => allOf(holds(role, { hidden: true }), handedIn, notOwn);

/** People of the organisation that has it now, in a role: the makers of that office's moves. */
export const officeOf = (role: Role) =>
  allOf(
    rule<ApplicationSubject>(
      `经手的${roleZh[role]}`,
      (actor, { organisationId }) => organisationId !== null && organisationsOf(actor, role).includes(organisationId),
      { code: 'BENEFITS_NOT_YOURS', reason: '这份申报现在不由您所在的机构办理', hidden: true },
    ),
    handedIn,
    notOwn,
  );

/**
 * People of an organisation that has it or had it, in a role: its readers, each still of what is its own to see. Whose place another took meanwhile
 * reads it no more: what was handed in since is not for them, nor what the other wrote.
 */
export const officeOnce = (role: Role) =>
  allOf(
    rule<ApplicationSubject>(
      `经手过的${roleZh[role]}`,
      (actor, { organisations }) =>
        organisations.some(
          (one) =>
            lastOf(organisations, one.party) === one && organisationsOf(actor, role).includes(one.organisationId),
        ),
      { code: 'BENEFITS_NOT_YOURS', reason: '没有找到这份申报，请返回工作台', hidden: true },
    ),
    handedIn,
    notOwn,
  );
