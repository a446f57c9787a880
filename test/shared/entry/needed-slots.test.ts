import { isSlotNeeded, slotFactsOf } from '@shared/entry/needed-slots';

const nothing = { registered: false, claimsIp: false, insured: 0 };

test('each rule of a slot asks for one fact', () => {
  expect(isSlotNeeded({ neededWhen: 'always' }, nothing)).toBe(true);
  expect(isSlotNeeded({ neededWhen: 'never' }, { registered: true, claimsIp: true, insured: 9 })).toBe(false);
  expect(isSlotNeeded({ neededWhen: 'registered' }, nothing)).toBe(false);
  expect(isSlotNeeded({ neededWhen: 'registered' }, { ...nothing, registered: true })).toBe(true);
  expect(isSlotNeeded({ neededWhen: 'claimsIp' }, nothing)).toBe(false);
  expect(isSlotNeeded({ neededWhen: 'claimsIp' }, { ...nothing, claimsIp: true })).toBe(true);
  expect(isSlotNeeded({ neededWhen: 'claimsInsuredJobs' }, nothing)).toBe(false);
  expect(isSlotNeeded({ neededWhen: 'claimsInsuredJobs' }, { ...nothing, insured: 1 })).toBe(true);
});

test('a half-finished form claims nothing', () => {
  expect(slotFactsOf(false, {}, {})).toEqual(nothing);
  expect(slotFactsOf(true, { claimsIp: 'yes' }, { insured: '三' })).toEqual({ ...nothing, registered: true });
  expect(slotFactsOf(true, { claimsIp: true }, { insured: 4 })).toEqual({
    registered: true,
    claimsIp: true,
    insured: 4,
  });
});
