import { type Actor, hasRole, hasRoleAnywhere, regionsOf } from '@shared/kernel/actor';

const clerk: Actor = { personId: 'p1', grants: [{ role: 'regionStaff', regionIds: ['141002'] }] };
const city: Actor = { personId: 'p2', grants: [{ role: 'cityStaff', regionIds: 'all' }] };
const two: Actor = {
  personId: 'p3',
  grants: [
    { role: 'regionStaff', regionIds: ['141033'] },
    { role: 'regionStaff', regionIds: ['141002', '141033'] },
    { role: 'judge', regionIds: [] },
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

  test('that names no region gives nothing', () => {
    expect(hasRoleAnywhere(two, 'judge')).toBe(false);
    expect(hasRoleAnywhere(two, 'regionStaff')).toBe(true);
  });

  test('adds up with the others of its role', () => {
    expect(regionsOf(two, 'regionStaff')).toEqual(['141033', '141002']);
    expect(regionsOf(city, 'cityStaff')).toBe('all');
    expect(regionsOf(city, 'judge')).toEqual([]);
    expect(regionsOf(null, 'regionStaff')).toEqual([]);
  });
});
