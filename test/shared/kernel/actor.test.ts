import { type Actor, hasRole, hasRoleAnywhere, regionsOf, regionsServed } from '@shared/kernel/actor';

const clerk: Actor = {
  personId: 'p1',
  grants: [{ role: 'regionStaff', scope: { kind: 'region', regionId: '141002' } }],
};
const city: Actor = { personId: 'p2', grants: [{ role: 'cityStaff', scope: { kind: 'all' } }] };
const two: Actor = {
  personId: 'p3',
  grants: [
    { role: 'regionStaff', scope: { kind: 'region', regionId: '141033' } },
    { role: 'regionStaff', scope: { kind: 'region', regionId: '141002' } },
    { role: 'regionStaff', scope: { kind: 'region', regionId: '141033' } },
    { role: 'regionLead', scope: { kind: 'organisation', organisationId: 'bank' } },
    { role: 'cityStaff', scope: { kind: 'region', regionId: '141033' } },
    { role: 'lender', scope: { kind: 'organisation', organisationId: 'bank' } },
    { role: 'guarantor', scope: { kind: 'all' } },
  ],
};

describe('A grant', () => {
  test('reaches exactly the regions that it names', () => {
    expect(hasRole(clerk, 'regionStaff', '141002')).toBe(true);
    expect(hasRole(clerk, 'regionStaff', '141033')).toBe(false);
  });

  test('of 尧都 never reaches the zone whose code begins alike', () => {
    expect(hasRole(clerk, 'regionStaff', '141002401')).toBe(false);
    expect(hasRole(clerk, 'regionStaff', '1410')).toBe(false);
  });

  test('for all regions reaches every one, in its own role only', () => {
    expect(hasRole(city, 'cityStaff', 'LFEDZ')).toBe(true);
    expect(hasRole(city, 'regionStaff', 'LFEDZ')).toBe(false);
  });

  test('is needed by staff and not by entrants', () => {
    expect(hasRole(clerk, 'entrant', '141033')).toBe(true);
    expect(hasRole(null, 'entrant', '141033')).toBe(false);
    expect(hasRoleAnywhere(null, 'entrant')).toBe(false);
    expect(hasRoleAnywhere(clerk, 'entrant')).toBe(true);
  });

  test('in a scope in which its role is not given gives nothing', () => {
    expect(hasRoleAnywhere(two, 'regionStaff')).toBe(true);
    for (const role of ['regionLead', 'cityStaff', 'guarantor'] as const) {
      expect([role, hasRoleAnywhere(two, role), hasRole(two, role, '141033'), regionsOf(two, role)]).toEqual([
        role,
        false,
        false,
        [],
      ]);
    }
  });

  test('of an organisation reaches no region', () => {
    expect(hasRoleAnywhere(two, 'lender')).toBe(true);
    expect(hasRole(two, 'lender', 'bank')).toBe(false);
    expect(regionsOf(two, 'lender')).toEqual([]);
    expect(regionsServed(two)).toEqual(['141033', '141002']);
  });

  test('adds up with the others of its role', () => {
    expect(regionsOf(two, 'regionStaff')).toEqual(['141033', '141002']);
    expect(regionsServed(city)).toBe('all');
    expect(regionsOf(city, 'cityStaff')).toBe('all');
    expect(regionsOf(city, 'judge')).toEqual([]);
    expect(regionsOf(null, 'regionStaff')).toEqual([]);
  });
});
