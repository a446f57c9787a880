import { isSlotAsked, isSlotNeeded, slotFactsOf } from '@shared/entry/needed-slots';

const nothing = { registered: false, claimsIp: false, insured: 0, otherPaper: false };

test('each rule of a slot asks for one fact', () => {
  expect(isSlotNeeded({ neededWhen: 'always' }, nothing)).toBe(true);
  expect(
    isSlotNeeded({ neededWhen: 'never' }, { registered: true, claimsIp: true, insured: 9, otherPaper: true }),
  ).toBe(false);
  expect(isSlotNeeded({ neededWhen: 'registered' }, nothing)).toBe(false);
  expect(isSlotNeeded({ neededWhen: 'registered' }, { ...nothing, registered: true })).toBe(true);
  expect(isSlotNeeded({ neededWhen: 'claimsIp' }, nothing)).toBe(false);
  expect(isSlotNeeded({ neededWhen: 'claimsIp' }, { ...nothing, claimsIp: true })).toBe(true);
  expect(isSlotNeeded({ neededWhen: 'claimsInsuredJobs' }, nothing)).toBe(false);
  expect(isSlotNeeded({ neededWhen: 'claimsInsuredJobs' }, { ...nothing, insured: 1 })).toBe(true);
  expect(isSlotNeeded({ neededWhen: 'otherPaper' }, nothing)).toBe(false);
  expect(isSlotNeeded({ neededWhen: 'otherPaper' }, { ...nothing, otherPaper: true })).toBe(true);
});

test('of a paper no picture is taken that is not needed; every other slot may be filled', () => {
  const asked = (neededWhen: 'always' | 'never' | 'otherPaper', otherPaper: boolean) =>
    isSlotAsked({ neededWhen }, { ...nothing, otherPaper });
  expect([asked('otherPaper', false), asked('otherPaper', true), asked('never', false)]).toEqual([false, true, true]);
});

test('a half-finished form claims nothing', () => {
  const facts = (registered: boolean, typed: object) =>
    slotFactsOf(registered, { project: {}, leader: {}, jobs: {}, ...typed }, ['resident_id', 'passport']);
  expect(facts(false, {})).toEqual(nothing);
  expect(facts(true, { project: { claimsIp: 'yes' }, jobs: { insured: '三' } })).toEqual({
    ...nothing,
    registered: true,
  });
  const typed = { project: { claimsIp: true }, jobs: { insured: 4 }, leader: { idKind: 'passport' } };
  expect(facts(true, typed)).toEqual({ registered: true, claimsIp: true, insured: 4, otherPaper: true });
  // A paper that the edition does not take is none.
  expect(facts(false, { leader: { idKind: 'taiwan_permit' } })).toEqual(nothing);
});
