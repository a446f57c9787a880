import type { Group } from '@shared/competition/blueprint';
import { assessEligibility, type EligibilityFacts, suggestGroup } from '@shared/entry/eligibility';
import { addDays, addMonths } from '@shared/kernel/shanghai';
import fc from 'fast-check';

const base = { hintZh: '', ageMin: 16, ageMax: null, teamMin: 1, teamMax: 5 };
const idea: Group = {
  ...base,
  code: 'idea_team',
  zh: '创意组',
  registered: false,
  registeredAfterMonths: null,
  registeredUpToMonths: null,
};
const youth: Group = { ...idea, code: 'youth_idea', zh: '青年创意组', ageMax: 35 };
const startUp: Group = {
  ...base,
  code: 'start_up',
  zh: '初创组',
  registered: true,
  registeredAfterMonths: 36,
  registeredUpToMonths: null,
};
const growth: Group = {
  ...base,
  code: 'growth',
  zh: '成长组',
  registered: true,
  registeredAfterMonths: 60,
  registeredUpToMonths: 36,
};
const groups = [idea, youth, startUp, growth];

const unknown: EligibilityFacts = {
  group: growth,
  groups,
  cutoffDate: '2025-10-15',
  today: '2025-10-20',
  birthDate: null,
  registrationDate: null,
  trackRunsHere: null,
  teamSize: null,
  leaderHasAnother: null,
};

/** The automatic findings as `CODE verdict`. */
const verdicts = (facts: Partial<EligibilityFacts>) =>
  assessEligibility({ ...unknown, ...facts })
    .filter(({ verdict }) => verdict !== 'staff')
    .map(({ code, verdict }) => `${code} ${verdict}`);

const sentence = (code: string, facts: Partial<EligibilityFacts>) =>
  assessEligibility({ ...unknown, ...facts }).find((found) => found.code === code)?.reason;

describe('“Under five years”', () => {
  test('is strict: five years to the day is out, a day younger is in', () => {
    expect(verdicts({ registrationDate: '2020-10-15' })).toEqual(['REG_LT_5Y fail']);
    expect(verdicts({ registrationDate: '2020-10-16' })).toEqual(['REG_LT_5Y pass', 'REG_GROUP pass']);
    expect(sentence('REG_LT_5Y', { registrationDate: '2020-10-15' })).toBe(
      '营业执照成立日期2020年10月15日，计算到基准日2025年10月15日，注册已满 5 年，不符合“未满 5 年”的要求',
    );
  });

  // Civil Code art. 202: the same day of the month, or the month's last day where it has none.
  test.each([
    ['2020-02-28', '2025-02-28', 'fail'],
    ['2020-02-29', '2025-02-27', 'pass'],
    ['2020-02-29', '2025-02-28', 'fail'],
    ['2020-02-29', '2025-03-01', 'fail'],
    ['2020-03-01', '2025-02-28', 'pass'],
    ['2019-02-28', '2024-02-28', 'fail'],
    ['2019-02-28', '2024-02-29', 'fail'],
    ['2019-03-01', '2024-02-29', 'pass'],
    ['2019-03-01', '2024-03-01', 'fail'],
  ])('registered %s, cut-off %s: %s', (registrationDate, cutoffDate, verdict) => {
    expect(verdicts({ cutoffDate, today: cutoffDate, registrationDate })[0]).toBe(`REG_LT_5Y ${verdict}`);
  });

  test('holds for every day of registration: the anniversary is out, the day before it is in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), (days) => {
        const registrationDate = addDays('2014-01-01', days);
        const anniversary = addMonths(registrationDate, 60);
        const on = (cutoffDate: string) => verdicts({ cutoffDate, today: cutoffDate, registrationDate });
        expect(on(anniversary)).toEqual(['REG_LT_5Y fail']);
        expect(on(addDays(anniversary, -1))[0]).toBe('REG_LT_5Y pass');
      }),
    );
  });

  test('the groups meet without a gap: an entity is in exactly one of two that follow on each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_700 }), fc.integer({ min: 0, max: 400 }), (age, shift) => {
        const cutoffDate = addDays('2024-01-15', shift);
        const registrationDate = addDays(cutoffDate, -age);
        const young = { ...growth, code: 'young', registeredAfterMonths: 36, registeredUpToMonths: null };
        const older = { ...growth, code: 'older', registeredAfterMonths: 60, registeredUpToMonths: 36 };
        const fits = [young, older].filter((group) =>
          verdicts({ cutoffDate, today: cutoffDate, registrationDate, groups: [young, older], group }).includes(
            'REG_GROUP pass',
          ),
        );
        expect(fits).toHaveLength(1);
      }),
    );
  });

  test('follows the edition when it sets another number of months, or none', () => {
    const wide = { ...growth, registeredAfterMonths: 90 };
    expect(sentence('REG_LT_5Y', { groups: [wide], group: wide, registrationDate: '2010-01-01' })).toBe(
      '营业执照成立日期2010年1月1日，计算到基准日2025年10月15日，注册已满 90 个月，不符合“未满 90 个月”的要求',
    );
    const open = { ...growth, registeredAfterMonths: null };
    expect(verdicts({ groups: [startUp, open], group: open, registrationDate: '2010-01-01' })).toEqual([
      'REG_GROUP pass',
    ]);
  });
});

describe('The group', () => {
  test('splits at three years: to the day is growth, a day younger is start-up', () => {
    expect(verdicts({ group: growth, registrationDate: '2022-10-15' })).toEqual(['REG_LT_5Y pass', 'REG_GROUP pass']);
    expect(verdicts({ group: startUp, registrationDate: '2022-10-15' })).toEqual(['REG_LT_5Y pass', 'REG_GROUP fail']);
    expect(verdicts({ group: startUp, registrationDate: '2022-10-16' })).toEqual(['REG_LT_5Y pass', 'REG_GROUP pass']);
    expect(verdicts({ group: growth, registrationDate: '2022-10-16' })).toEqual(['REG_LT_5Y pass', 'REG_GROUP fail']);
  });

  test('that is wrong is answered with the right one', () => {
    expect(sentence('REG_GROUP', { group: startUp, registrationDate: '2022-10-15' })).toBe(
      '营业执照成立日期2022年10月15日，计算到基准日2025年10月15日，注册时间不在“初创组”的范围内，请改报“成长组”',
    );
    const facts = { ...unknown, birthDate: '2000-01-01' };
    expect(suggestGroup({ ...facts, registrationDate: '2024-01-01' })).toBe(startUp);
    expect(suggestGroup({ ...facts, registrationDate: '2021-01-01' })).toBe(growth);
    expect(suggestGroup({ ...facts, registrationDate: '2015-01-01' })).toBeNull();
    expect(suggestGroup(facts)).toBe(idea);
    expect(suggestGroup({ ...facts, groups: [youth, idea], birthDate: '1980-01-01' })).toBe(idea);
    expect(suggestGroup({ ...facts, birthDate: '2015-01-01' })).toBeNull();
  });

  test('of unregistered projects asks for no registration', () => {
    expect(verdicts({ group: idea, registrationDate: '2010-01-01' })).toEqual([]);
  });
});

describe('A registration date', () => {
  test('that has not come is refused, today is not', () => {
    expect(verdicts({ group: startUp, registrationDate: '2025-10-21' })).toEqual(['REG_FUTURE fail']);
    expect(sentence('REG_FUTURE', { group: startUp, registrationDate: '2025-10-21' })).toBe(
      '营业执照成立日期2025年10月21日晚于今天，请核对营业执照',
    );
    expect(verdicts({ group: startUp, registrationDate: '2025-10-20' })).toEqual(['REG_LT_5Y pass', 'REG_GROUP pass']);
    expect(suggestGroup({ ...unknown, registrationDate: '2025-10-21' })).toBeNull();
  });
});

describe('Age', () => {
  test('of sixteen on the cut-off day itself is enough, a day later is not', () => {
    expect(verdicts({ birthDate: '2009-10-15' })).toEqual(['AGE_16 pass']);
    expect(verdicts({ birthDate: '2009-10-16' })).toEqual(['AGE_16 fail']);
    expect(sentence('AGE_16', { birthDate: '2009-10-16' })).toBe(
      '负责人到基准日2025年10月15日满 15 周岁，须年满 16 周岁',
    );
  });

  test('never needs to be less than sixteen, and a group may ask for more', () => {
    expect(verdicts({ group: { ...idea, ageMin: 14 }, birthDate: '2010-01-01' })).toEqual(['AGE_16 fail']);
    expect(verdicts({ group: { ...idea, ageMin: 18 }, birthDate: '2008-01-01' })).toEqual(['AGE_16 fail']);
  });

  test('of thirty-five is still young until the thirty-sixth birthday', () => {
    expect(verdicts({ group: youth, birthDate: '1989-10-16' })).toEqual(['AGE_16 pass', 'AGE_MAX pass']);
    expect(verdicts({ group: youth, birthDate: '1989-10-15' })).toEqual(['AGE_16 pass', 'AGE_MAX fail']);
    expect(sentence('AGE_MAX', { group: youth, birthDate: '1989-10-15' })).toBe(
      '负责人到基准日2025年10月15日满 36 周岁，“青年创意组”要求不超过 35 周岁',
    );
  });
});

describe('The other conditions', () => {
  test('are the team, the track and one project a leader', () => {
    expect(verdicts({ teamSize: 5, trackRunsHere: true, leaderHasAnother: false })).toEqual([
      'TEAM_SIZE pass',
      'TRACK_HERE pass',
      'ONE_TRACK pass',
    ]);
    expect(verdicts({ teamSize: 6, trackRunsHere: false, leaderHasAnother: true })).toEqual([
      'TEAM_SIZE fail',
      'TRACK_HERE fail',
      'ONE_TRACK fail',
    ]);
    expect(sentence('TEAM_SIZE', { teamSize: 6 })).toBe('团队共 6 人，“成长组”要求 1 至 5 人');
  });

  test('that no record decides are left to staff and stand in nobody’s way', () => {
    const findings = assessEligibility(unknown);
    expect(findings.map(({ code, verdict }) => `${code} ${verdict}`)).toEqual([
      'LOCAL staff',
      'FOUNDER staff',
      'NOT_PAST_WINNER staff',
      'CREDIT staff',
      'NO_BANNED_TRADE staff',
    ]);
  });
});
