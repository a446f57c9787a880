import {
  type Actor,
  type Caller,
  type Grant,
  hasRole,
  hasRoleAnywhere,
  isGrantable,
  type Role,
  roleNames,
  roles,
} from '../../kernel/actor';
import { type Rule, rule } from '../../kernel/define-access';

/** What the lead of a region gives there (conventions, Who). */
const ofLead: readonly Role[] = ['regionStaff', 'judge'];

/** The roles that are given at all. */
export const givenRoles: readonly Role[] = roleNames.filter((role) => roles[role].scopes.length > 0);

const isColleague = (giver: Actor, { role, scope }: Grant): boolean =>
  scope.kind === 'organisation' &&
  giver.grants.some(
    (own) =>
      own.role === role && own.scope.kind === 'organisation' && own.scope.organisationId === scope.organisationId,
  );

const leads = (giver: Actor, { role, scope }: Grant): boolean =>
  scope.kind === 'region' && ofLead.includes(role) && hasRole(giver, 'regionLead', scope.regionId);

/**
 * Whether somebody may give this to somebody else: the city everything, the lead of a region its staff and judges, the member of an
 * organisation their own role there (conventions, Who).
 */
export const mayGive = (giver: Caller, grant: Grant): boolean =>
  giver !== null &&
  isGrantable(grant) &&
  (hasRoleAnywhere(giver, 'cityStaff') || leads(giver, grant) || isColleague(giver, grant));

/** Whether somebody holds anything by which others may be given something. */
export const givesAnything = (giver: Caller): boolean =>
  hasRoleAnywhere(giver, 'cityStaff') ||
  hasRoleAnywhere(giver, 'regionLead') ||
  (giver?.grants ?? []).some((grant) => grant.scope.kind === 'organisation' && isGrantable(grant));

/** A grant as it is taken back: what it entrusts, to whom, by whom (null: the command). */
export type HeldGrant = Grant & { personId: string; givenBy: string | null };

/** The city takes back everything, the lead what a lead gives; a colleague only what they gave themselves. Never one's own. */
export const mayRevoke = (caller: Caller, held: HeldGrant): boolean =>
  caller !== null &&
  caller.personId !== held.personId &&
  mayGive(caller, held) &&
  (hasRoleAnywhere(caller, 'cityStaff') || leads(caller, held) || caller.personId === held.givenBy);

/** The supervisor looks over what all others do, so whoever is one is nothing else (conventions, Who). */
export const excludes = (held: Role, given: Role): boolean =>
  held !== given && (held === 'auditor' || given === 'auditor');

/** By one code of these a single person comes: who answers for everything, leads, or looks over all. */
const byHand: readonly Role[] = ['cityStaff', 'regionLead', 'auditor'];

/** How many people may use one code. */
export const mostUses = (role: Role): number => (byHand.includes(role) ? 1 : 50);

/** For how many days a code may be made. */
export const codeDays = ['1', '3', '7', '30'] as const;

/** How long the command's code lives, in milliseconds. */
export const appointMs = 86_400_000;

const notYours = { code: 'PEOPLE_NOT_ALLOWED', reason: '您没有授权的权限。需要的，请联系市级统筹人员' };

export const gives: Rule<unknown> = rule('可以授权的人员', (actor) => givesAnything(actor), notYours);

export const revokes: Rule<HeldGrant> = rule('可以收回该权限的人员', mayRevoke, { ...notYours, hidden: true });

/** A code is voided by whoever may give what it gives. */
export const voids: Rule<Grant> = rule('可以发出该邀请码的人员', mayGive, { ...notYours, hidden: true });

/** An organisation, by whose people it is kept. */
export type OrganisationSubject = { organisationId: string };

/** The organisations for which somebody acts, in a role that has a page. */
const actingFor = ({ grants }: Actor): string[] =>
  grants.flatMap(({ role, scope }) =>
    scope.kind === 'organisation' && roles[role].personaZh !== null && isGrantable({ role, scope })
      ? [scope.organisationId]
      : [],
  );

/** The organisation's own people. */
export const ofOrganisation: Rule<OrganisationSubject> = rule(
  '本机构人员',
  (actor, { organisationId }) => actingFor(actor).includes(organisationId),
  { code: 'PEOPLE_NOT_ALLOWED', reason: '只有本机构人员和市级统筹人员可以修改', hidden: true },
);

/** Whoever acts for any organisation. */
export const ofAnyOrganisation: Rule<unknown> = rule('机构人员', (actor) => actingFor(actor).length > 0, {
  code: 'PEOPLE_NOT_ALLOWED',
  reason: '只有机构人员可以查看',
});
