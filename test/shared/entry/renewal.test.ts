import { entryLifecycle } from '@shared/entry/lifecycle';
import { isRenewed, lockOf, refuseLocked, stands } from '@shared/entry/standing/renewal';
import type { EntryState } from '@shared/entry/states';

const deck = { zh: '路演 PPT', lockHours: 24 };
const day = 86_400_000;

test('it is renewed of what is in the contest and closed to its team, in the edition that runs, and of no other slot', () => {
  const states = Object.keys(entryLifecycle.states) as EntryState[];
  expect(states.filter(stands)).toEqual(['submitted', 'under_review', 'resubmitted', 'transferred', 'qualified']);
  expect(isRenewed({ state: 'qualified', ofCurrentEdition: true }, deck)).toBe(true);
  expect(isRenewed({ state: 'qualified', ofCurrentEdition: false }, deck)).toBe(false);
  expect(isRenewed({ state: 'qualified', ofCurrentEdition: true }, { zh: '商业计划书' })).toBe(false);
});

test('its lock is exclusive, and where the pitches have no time it has not come', () => {
  expect(lockOf(deck, 3 * day)).toBe(2 * day);
  expect(refuseLocked(deck, 3 * day, 2 * day - 1)).toBeNull();
  expect(refuseLocked(deck, 3 * day, 2 * day)?.code).toBe('ENTRY_SLOT_LOCKED');
  expect(refuseLocked(deck, null, 9 * day)).toBeNull();
});
