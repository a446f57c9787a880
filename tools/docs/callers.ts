import { entryAccess } from '../../src/shared/entry/access';
import type { EntrySubject } from '../../src/shared/entry/subject';
import type { Caller, Role } from '../../src/shared/kernel/actor';
import type { Rule } from '../../src/shared/kernel/define-access';
import { queueAccess, reviewAccess } from '../../src/shared/screening/access';

/** The entry's region and another whose code looks like it: the zone lies in the district and is numbered under it. */
export const here = '141002';
export const elsewhere = 'LFEDZ';

const person = (personId: string, ...grants: ReadonlyArray<readonly [Role, string | 'all']>): Caller => ({
  personId,
  grants: grants.map(([role, region]) => ({ role, regionIds: region === 'all' ? 'all' : [region] })),
});

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
  { kind: 'staffHere', zh: '审核人员（本地）', actor: person('staffHere', ['regionStaff', here]) },
  { kind: 'staffElsewhere', zh: '审核人员（外地）', actor: person('staffElsewhere', ['regionStaff', elsewhere]) },
  { kind: 'leadHere', zh: '审核负责人（本地）', actor: person('leadHere', ['regionLead', here]) },
  { kind: 'leadElsewhere', zh: '审核负责人（外地）', actor: person('leadElsewhere', ['regionLead', elsewhere]) },
  { kind: 'city', zh: '市级统筹人员', actor: person('city', ['cityStaff', 'all']) },
  { kind: 'auditor', zh: '监督员', actor: person('auditor', ['auditor', 'all']) },
  // A grant that was revoked or has ended is no grant: the server must not count it.
  { kind: 'revokedStaff', zh: '授权已撤销', actor: person('revokedStaff') },
  { kind: 'endedStaff', zh: '授权已到期', actor: person('endedStaff') },
  { kind: 'staffOnTeam', zh: '审核人员兼成员', actor: person('staffOnTeam', ['regionStaff', here]) },
  { kind: 'leadOnTeam', zh: '审核负责人兼成员', actor: person('leadOnTeam', ['regionLead', here]) },
  { kind: 'staffOnceOnTeam', zh: '审核人员曾为成员', actor: person('staffOnceOnTeam', ['regionStaff', here]) },
] as const satisfies ReadonlyArray<{ kind: string; zh: string; actor: Caller }>;

export type CallerKind = (typeof callers)[number]['kind'];

/** The entry that the matrix asks about: led by `leader`, in the region `here`. States and instants decide no access. */
export const matrixEntry: EntrySubject = {
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
  claimedFrom: 'submitted',
  returns: 0,
  signUpOpensAt: 0,
  signUpClosesAt: 2,
  screeningOpensAt: 0,
  screeningClosesAt: 2,
  correctionDueAt: null,
};

const about = <Subject>(area: string, table: Readonly<Record<string, Rule<Subject>>>, subject: Subject) =>
  Object.keys(table).map((name) => [`${area}/${name}`, subject] as const);

const subjects = new Map<string, unknown>([
  ...about('entry', entryAccess.table, matrixEntry),
  ...about('screening', queueAccess.table, { regionId: here }),
  ...about('screening', reviewAccess.table, matrixEntry),
]);

/** What a procedure's rule is asked about. A rule about nothing gets nothing: one that reads a subject all the same breaks. */
export const subjectOf = (area: string, name: string): unknown => subjects.get(`${area}/${name}`) ?? null;
