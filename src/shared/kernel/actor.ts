/** Where a grant reaches: everywhere, one region, or the affairs of one organisation; always by exact id, never by a prefix of a code. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'region'; regionId: string }
  | { kind: 'organisation'; organisationId: string };

/** The region or organisation of a scope; null for all. */
export const placeOf = (scope: Scope): string | null =>
  scope.kind === 'region' ? scope.regionId : scope.kind === 'organisation' ? scope.organisationId : null;

type RoleIs = {
  /** What people call who holds it. */
  zh: string;
  /** The scopes in which it may be given; in any other it is no grant. None: nobody is given it. */
  scopes: ReadonlyArray<Scope['kind']>;
  /** What a demo persona of the role is there for; null while no page is: such a role opens nothing but inviting colleagues into one's organisation. */
  personaZh: string | null;
};

const define = <Name extends string>(roles: Record<Name, RoleIs>): Readonly<Record<Name, RoleIs>> => roles;

/**
 * What a person may be entrusted with (conventions, Who). Everyone who has signed in is an `entrant`; the others are granted. Judges act by
 * their seat on a panel: their scope says only who may seat them.
 */
export const roles = define({
  entrant: { zh: '参赛者', scopes: [], personaZh: '参赛者' },
  regionStaff: { zh: '审核人员', scopes: ['region', 'all'], personaZh: '审核人员' },
  regionLead: { zh: '审核负责人', scopes: ['region', 'all'], personaZh: '审核负责人，可以重新审核项目' },
  cityStaff: { zh: '市级统筹人员', scopes: ['all'], personaZh: '市级统筹人员，看各县、答复投诉建议' },
  auditor: { zh: '监督员', scopes: ['all'], personaZh: '全市只读，能看不能改' },
  judge: { zh: '评委', scopes: ['region', 'all'], personaZh: null },
  deskClerk: { zh: '服务窗口人员', scopes: ['region'], personaZh: null },
  loanClerk: { zh: '人社窗口人员', scopes: ['region', 'all'], personaZh: '人社窗口人员，核实创业担保贷款资格' },
  financeClerk: { zh: '财政人员', scopes: ['all'], personaZh: '财政人员，收付款清单、记付款结果' },
  guarantor: { zh: '担保机构人员', scopes: ['organisation'], personaZh: '担保机构人员，调查贷款担保' },
  lender: { zh: '银行人员', scopes: ['organisation'], personaZh: '银行人员，审批贷款、登记放款和还款' },
  incubatorOperator: {
    zh: '孵化基地人员',
    scopes: ['organisation'],
    personaZh: '孵化基地人员，管理位置、留位和协议',
  },
  trainer: {
    zh: '培训机构人员',
    scopes: ['organisation'],
    personaZh: '培训机构人员，开班、登记考勤、定结业',
  },
  partner: { zh: '合作基地人员', scopes: ['organisation'], personaZh: null },
});

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as Role[];

export const roleZh = Object.fromEntries(roleNames.map((role) => [role, roles[role].zh])) as Record<Role, string>;

export type Grant = { role: Role; scope: Scope };

/** A signed-in person with all live grants; there is no role to switch to. */
export type Actor = { personId: string; grants: readonly Grant[] };

/** Whoever calls: a signed-in person, or `null` for a visitor. */
export type Caller = Actor | null;

/** The roles that look into regions' work: those who handle it, the city that watches it, and the supervisor. */
export const servingRoles = ['regionStaff', 'regionLead', 'cityStaff', 'auditor'] as const satisfies readonly Role[];

/** Whether the role may be given in this scope. What stands otherwise in a row opens nothing. */
export const isGrantable = ({ role, scope }: Grant): boolean => roles[role].scopes.includes(scope.kind);

/** The scopes in which the caller holds the role. */
const scopesOf = (caller: Caller, role: Role): Scope[] =>
  (caller?.grants ?? []).filter((grant) => grant.role === role && isGrantable(grant)).map(({ scope }) => scope);

/** True when the caller holds the role for exactly this region; `entrant` is held by everyone signed in. */
export function hasRole(caller: Caller, role: Role, regionId: string): boolean {
  if (role === 'entrant') return caller !== null;
  return scopesOf(caller, role).some(
    (scope) => scope.kind === 'all' || (scope.kind === 'region' && scope.regionId === regionId),
  );
}

/** True when the caller holds the role in any scope. */
export function hasRoleAnywhere(caller: Caller, role: Role): boolean {
  if (role === 'entrant') return caller !== null;
  return scopesOf(caller, role).length > 0;
}

/** The regions in which the caller holds the role: a list of exact ids, or `all`. */
export function regionsOf(caller: Caller, role: Role): readonly string[] | 'all' {
  const regionIds = new Set<string>();
  for (const scope of scopesOf(caller, role)) {
    if (scope.kind === 'all') return 'all';
    if (scope.kind === 'region') regionIds.add(scope.regionId);
  }
  return [...regionIds];
}

/** The organisations for which the caller acts in the role. */
export const organisationsOf = (caller: Caller, role: Role): string[] => [
  ...new Set(scopesOf(caller, role).flatMap((scope) => (scope.kind === 'organisation' ? [scope.organisationId] : []))),
];

/** The regions that the caller serves in any role: exact ids, or `all`; none for those who only enter, or act for an organisation. */
export function regionsServed(caller: Caller): readonly string[] | 'all' {
  const held = servingRoles.map((role) => regionsOf(caller, role));
  return held.includes('all') ? 'all' : [...new Set(held.flat())];
}
