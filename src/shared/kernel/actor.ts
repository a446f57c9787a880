/** What a person may be entrusted with. Everyone who has signed in is an `entrant`; the others are granted. */
export type Role = 'entrant' | 'regionStaff' | 'regionLead' | 'cityStaff' | 'judge' | 'auditor';

/** Regions are named one by one: a scope is never a prefix of a code (the zone's code begins like its neighbour's). */
export type Grant = { role: Role; regionIds: readonly string[] | 'all' };

/** A signed-in person with all live grants; there is no role to switch to. */
export type Actor = { personId: string; grants: readonly Grant[] };

/** Whoever calls: a signed-in person, or `null` for a visitor. */
export type Caller = Actor | null;

/** The roles that look into regions' work: those who handle it, the city that watches it, and the supervisor. */
export const servingRoles: readonly Role[] = ['regionStaff', 'regionLead', 'cityStaff', 'auditor'];

export const roleZh: Record<Role, string> = {
  entrant: '参赛者',
  regionStaff: '审核人员',
  regionLead: '审核负责人',
  cityStaff: '市级统筹人员',
  judge: '评委',
  auditor: '监督员',
};

/** True when the caller holds the role for exactly this region; `entrant` is held by everyone signed in. */
export function hasRole(caller: Caller, role: Role, regionId: string): boolean {
  if (caller === null) return false;
  if (role === 'entrant') return true;
  return caller.grants.some(
    (grant) => grant.role === role && (grant.regionIds === 'all' || grant.regionIds.includes(regionId)),
  );
}

/** True when the caller holds the role for at least one region. */
export function hasRoleAnywhere(caller: Caller, role: Role): boolean {
  if (caller === null) return false;
  if (role === 'entrant') return true;
  return caller.grants.some((grant) => grant.role === role && grant.regionIds.length > 0);
}

/** The regions in which the caller holds the role: a list of exact ids, or `all`. */
export function regionsOf(caller: Caller, role: Role): readonly string[] | 'all' {
  const held = (caller?.grants ?? []).filter((grant) => grant.role === role);
  const regionIds = new Set<string>();
  for (const grant of held) {
    if (grant.regionIds === 'all') return 'all';
    for (const regionId of grant.regionIds) regionIds.add(regionId);
  }
  return [...regionIds];
}

/** The regions that the caller serves in any role: exact ids, or `all`; none for those who only enter. */
export function regionsServed(caller: Caller): readonly string[] | 'all' {
  const held = servingRoles.map((role) => regionsOf(caller, role));
  return held.includes('all') ? 'all' : [...new Set(held.flat())];
}
