import { announcementAccess, contestAccess } from '../../src/shared/competition/access';
import { entryAccess } from '../../src/shared/entry/access';
import type { EntrySubject } from '../../src/shared/entry/subject';
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
import type { Rule } from '../../src/shared/kernel/define-access';
import { codeAccess, grantAccess } from '../../src/shared/people/access';
import type { HeldGrant } from '../../src/shared/people/grants/giving';
import { queueAccess, reviewAccess } from '../../src/shared/screening/access';
import { decisionAccess } from '../../src/shared/screening/decision/access';
import type { DecisionSubject } from '../../src/shared/screening/decision/subject';

/** The entry's region and another whose code looks like it: the zone lies in the district and is numbered under it. */
export const here = '141002';
export const elsewhere = 'LFEDZ';

/** A bank, an incubator … that lies in the region `here`. */
export const organisation = '0197f000-0000-7000-8000-0000000000b0';

const person = (personId: string, ...grants: readonly Grant[]): Caller => ({ personId, grants });
const inRegion = (role: Role, regionId: string): Grant => ({ role, scope: { kind: 'region', regionId } });
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
  { kind: 'leader', zh: '项目负责人', actor: person('leader') },
  { kind: 'editor', zh: '成员（可编辑）', actor: person('editor') },
  { kind: 'viewer', zh: '成员（仅查看）', actor: person('viewer') },
  { kind: 'formerMember', zh: '已退出的成员', actor: person('formerMember') },
  { kind: 'staffHere', zh: `${roleZh.regionStaff}（本地）`, actor: person('staffHere', inRegion('regionStaff', here)) },
  {
    kind: 'staffElsewhere',
    zh: `${roleZh.regionStaff}（外地）`,
    actor: person('staffElsewhere', inRegion('regionStaff', elsewhere)),
  },
  { kind: 'leadHere', zh: `${roleZh.regionLead}（本地）`, actor: person('leadHere', inRegion('regionLead', here)) },
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
    actor: person('staffOnTeam', inRegion('regionStaff', here)),
  },
  { kind: 'leadOnTeam', zh: `${roleZh.regionLead}兼成员`, actor: person('leadOnTeam', inRegion('regionLead', here)) },
  {
    kind: 'staffOnceOnTeam',
    zh: `${roleZh.regionStaff}曾为成员`,
    actor: person('staffOnceOnTeam', inRegion('regionStaff', here)),
  },
  { kind: 'pageless', zh: '机构人员等无页面的角色', actor: person('pageless', ...pageless) },
] as const satisfies ReadonlyArray<{ kind: string; zh: string; actor: Caller }>;

export type CallerKind = (typeof callers)[number]['kind'];

/** The entry that the matrix asks about: led by `leader`, in the region `here`. States and instants decide no access. */
export const matrixEntry: EntrySubject = {
  ofCurrentEdition: true,
  entryId: 'entry',
  editionId: 'edition',
  contestId: 'contest',
  regionId: here,
  state: 'under_review',
  version: 1,
  reference: 'XH2026-141033-0001',
  leaderId: 'leader',
  memberIds: ['editor', 'viewer', 'staffOnTeam', 'leadOnTeam'],
  editorIds: ['editor'],
  pastMemberIds: ['formerMember', 'staffOnceOnTeam'],
  claimedBy: 'staffHere',
  recalledAt: null,
  claimedFrom: 'submitted',
  returns: 0,
  signUp: { opensAt: 0, closesAt: 2 },
  screening: { opensAt: 0, closesAt: 2 },
  correctionDueAt: null,
};

/** A clerk of the region `here`, who was given it by the lead there; a code for the same. */
export const matrixGrant: HeldGrant = { ...inRegion('regionStaff', here), personId: 'staffHere', givenBy: 'leadHere' };

/** The decision that the matrix asks about: taken by the clerk who holds the entry, while there is another lead. */
export const matrixDecision: DecisionSubject = {
  decisionId: 'decision',
  state: 'unsigned',
  version: 2,
  decidedBy: 'staffHere',
  effectiveAt: null,
  hasOtherLead: true,
  entry: matrixEntry,
};

const about = <Subject>(area: string, table: Readonly<Record<string, Rule<Subject>>>, subject: Subject) =>
  Object.keys(table).map((name) => [`${area}/${name}`, subject] as const);

const subjects = new Map<string, unknown>([
  ...about('competition', announcementAccess.table, { regionId: here }),
  ...about('people', grantAccess.table, matrixGrant),
  ...about('people', codeAccess.table, matrixGrant),
  ...about('competition', contestAccess.table, { regionId: here }),
  ...about('entry', entryAccess.table, matrixEntry),
  ...about('screening', queueAccess.table, { regionId: here }),
  ...about('screening', reviewAccess.table, matrixEntry),
  ...about('screening', decisionAccess.table, matrixDecision),
]);

/** What a procedure's rule is asked about. A rule about nothing gets nothing: one that reads a subject all the same breaks. */
export const subjectOf = (area: string, name: string): unknown => subjects.get(`${area}/${name}`) ?? null;
