import {
  type Caller,
  type Grant,
  isGrantable,
  type Role,
  roleNames,
  roles,
  roleZh,
  type Scope,
} from '../../src/shared/kernel/actor';
import { cast, guarantorHere, here, organisationHere } from '../../src/shared/kernel/sample-cast';

export { here };

/** Another region whose code looks like that of the samples' (`here`): the zone lies in the district and is numbered under it. */
export const elsewhere = 'LFEDZ';

/** A bank, an incubator … that lies in the region `here`. */
export const organisation = organisationHere;

const person = (personId: string, ...grants: readonly Grant[]): Caller => ({ personId, grants });
const inRegion = (role: Role, regionId: string): Grant => ({ role, scope: { kind: 'region', regionId } });
const ofOrganisation = (role: Role, organisationId: string): Grant => ({
  role,
  scope: { kind: 'organisation', organisationId },
});
const everywhere = (role: Role): Grant => ({ role, scope: { kind: 'all' } });

const scopes: readonly Scope[] = [
  { kind: 'all' },
  { kind: 'region', regionId: here },
  { kind: 'organisation', organisationId: organisation },
];

/** All at once that must open nothing: roles without a page, organisations' among them, and every role in a scope in which it is not given. */
const pageless = roleNames.flatMap((role) =>
  scopes.map((scope) => ({ role, scope })).filter((grant) => roles[role].personaZh === null || !isGrantable(grant)),
);

/**
 * Every kind of caller that the permission matrix tells apart, with the grants that are alive.
 */
export const callers = [
  { kind: 'visitor', zh: '未登录', actor: null },
  { kind: 'stranger', zh: '无关的登录者', actor: person('stranger') },
  { kind: 'leader', zh: '项目负责人', actor: person(cast.leader) },
  { kind: 'editor', zh: '成员（可编辑）', actor: person(cast.editor) },
  { kind: 'viewer', zh: '成员（仅查看）', actor: person(cast.viewer) },
  { kind: 'formerMember', zh: '已退出的成员', actor: person(cast.formerMember) },
  {
    kind: 'staffHere',
    zh: `${roleZh.regionStaff}（本地）`,
    actor: person(cast.staffHere, inRegion('regionStaff', here)),
  },
  {
    kind: 'staffElsewhere',
    zh: `${roleZh.regionStaff}（外地）`,
    actor: person('staffElsewhere', inRegion('regionStaff', elsewhere)),
  },
  { kind: 'leadHere', zh: `${roleZh.regionLead}（本地）`, actor: person(cast.leadHere, inRegion('regionLead', here)) },
  {
    kind: 'leadElsewhere',
    zh: `${roleZh.regionLead}（外地）`,
    actor: person('leadElsewhere', inRegion('regionLead', elsewhere)),
  },
  { kind: 'city', zh: roleZh.cityStaff, actor: person('city', everywhere('cityStaff')) },
  { kind: 'auditor', zh: roleZh.auditor, actor: person('auditor', everywhere('auditor')) },
  // A grant that was revoked or has ended is no grant: the server must not count it.
  { kind: 'revokedStaff', zh: '授权已撤销', actor: person('revokedStaff') },
  { kind: 'endedStaff', zh: '授权已到期', actor: person('endedStaff') },
  {
    kind: 'staffOnTeam',
    zh: `${roleZh.regionStaff}兼成员`,
    actor: person(cast.staffOnTeam, inRegion('regionStaff', here)),
  },
  {
    kind: 'leadOnTeam',
    zh: `${roleZh.regionLead}兼成员`,
    actor: person(cast.leadOnTeam, inRegion('regionLead', here)),
  },
  {
    kind: 'staffHelper',
    zh: `${roleZh.regionStaff}（本地，柜台代填人）`,
    actor: person(cast.staffHelper, inRegion('regionStaff', here)),
  },
  {
    kind: 'staffOnceOnTeam',
    zh: `${roleZh.regionStaff}曾为成员`,
    actor: person(cast.staffOnceOnTeam, inRegion('regionStaff', here)),
  },
  { kind: 'loanHere', zh: `${roleZh.loanClerk}（本地）`, actor: person('loanHere', inRegion('loanClerk', here)) },
  {
    kind: 'trainerHere',
    zh: `${roleZh.trainer}（本机构）`,
    actor: person('trainerHere', { role: 'trainer', scope: { kind: 'organisation', organisationId: organisation } }),
  },
  {
    kind: 'operatorHere',
    zh: `${roleZh.incubatorOperator}（本基地）`,
    actor: person('operatorHere', {
      role: 'incubatorOperator',
      scope: { kind: 'organisation', organisationId: organisation },
    }),
  },
  { kind: 'finance', zh: roleZh.financeClerk, actor: person('finance', everywhere('financeClerk')) },
  {
    kind: 'officesHere',
    zh: '担保机构和银行人员',
    actor: person(
      'officesHere',
      ofOrganisation('guarantor', guarantorHere),
      ofOrganisation('lender', organisationHere),
    ),
  },
  { kind: 'pageless', zh: '机构人员等无页面的角色', actor: person('pageless', ...pageless) },
] as const satisfies ReadonlyArray<{ kind: string; zh: string; actor: Caller }>;

export type CallerKind = (typeof callers)[number]['kind'];
