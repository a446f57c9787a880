import { judge } from '@shared/policies/evaluate';
import { definitionForm } from '@shared/policies/form';
import { asKnown } from '@shared/policies/known';
import { answerOf, failedExamples, lacksExamples, standingOn } from '@shared/policies/policy';
import { retirementAge, retirementMonth } from '@shared/policies/retirement';
import { shippedPolicies } from '../../../cloudfunctions/core/policies/shipped';

const named = shippedPolicies.map((policy) => [`${policy.code} ${policy.version}`, policy] as const);
const find = (code: string, version: number) => {
  const found = shippedPolicies.find((policy) => policy.code === code && policy.version === version);
  if (!found) throw new Error(code);
  return found;
};

test.each(named)('%s is in order, and its examples come out as they say', (_, policy) => {
  const { rule, parameters, benefits, examples } = policy;
  expect(definitionForm.safeParse({ rule, parameters, benefits, examples }).error?.issues ?? []).toEqual([]);
  expect(failedExamples(policy)).toEqual([]);
  expect(lacksExamples(policy)).toEqual([]);
  for (const { on } of examples) expect(standingOn(policy, on)).toBe('inForce');
});

test('an example that says otherwise is found out', () => {
  const policy = find('referral', 1);
  const turned = policy.examples.map((example) => ({ ...example, expect: 'pass' as const }));
  expect(failedExamples({ ...policy, examples: turned }).length).toBe(3);
});

test('of one policy no two versions are in force on a day, and the newer begins where the older ends', () => {
  for (const code of ['guaranteed-loan-national', 'guaranteed-loan-firm']) {
    expect([find(code, 1).effectiveTo, find(code, 2).effectiveFrom]).toEqual(['2023-09-30', '2023-10-01']);
  }
});

test('each version answers with its own figures, and past its end with none', () => {
  const capOn = (version: number, day: string) =>
    answerOf(find('guaranteed-loan-national', version), asKnown({}, day), day).benefits.find(
      ({ code }) => code === 'cap',
    )?.valueZh;
  expect([capOn(1, '2023-09-30'), capOn(2, '2023-10-01'), capOn(2, '2028-09-30')]).toEqual([
    '20 万元',
    '30 万元',
    '30 万元',
  ]);
  expect([capOn(1, '2023-10-01'), capOn(2, '2028-10-01')]).toEqual([undefined, undefined]);
  const graduates = find('sx-graduate-subsidy', 1);
  expect(answerOf(graduates, asKnown({}, '2026-11-24'), '2026-11-24')).toMatchObject({
    standing: 'expired',
    verdict: null,
  });
  expect(answerOf(graduates, asKnown({}, '2023-12-31'), '2023-12-31').benefits[0]?.valueZh).toBe('每户 15,000 元');
});

test('retirement rises by birth as the decision of 2024 says', () => {
  const age = (birth: string, kind: string) => [
    Math.floor(Number(retirementAge(birth, kind)) / 12),
    Number(retirementAge(birth, kind)) % 12,
  ];
  expect(age('1970-06', 'man')).toEqual([61, 5]);
  expect([age('1964-12', 'man'), age('1965-01', 'man'), age('1976-09', 'man'), age('1990-01', 'man')]).toEqual([
    [60, 0],
    [60, 1],
    [63, 0],
    [63, 0],
  ]);
  expect([age('1969-12', 'woman55'), age('1970-01', 'woman55'), age('1985-01', 'woman55')]).toEqual([
    [55, 0],
    [55, 1],
    [58, 0],
  ]);
  expect([age('1974-12', 'woman50'), age('1975-01', 'woman50'), age('1985-01', 'woman50')]).toEqual([
    [50, 0],
    [50, 1],
    [55, 0],
  ]);
  expect(retirementMonth('1970-06', 'man')).toBe('2031-11');
  expect(retirementMonth('1970-06', 'nobody')).toBeNull();
});

test('the month in which one retires decides a loan’s term: after it, before it, and in it only the day tells', () => {
  const retiring = (day: string) =>
    judge(
      {
        rule: { fact: 'retirementMonth', op: 'after', value: 36, zh: '期内不退休', basis: '试验' },
        parameters: [],
        date: day,
      },
      asKnown({ age: '1970-06', retirementKind: 'man' }, day),
    ).verdict;
  expect([retiring('2028-10-31'), retiring('2028-11-15'), retiring('2028-12-01')]).toEqual(['pass', 'unknown', 'fail']);
});

test('what is demonstration is every policy without an official document', () => {
  for (const { docNo, demonstration } of shippedPolicies) {
    if (/待补/.test(docNo)) expect(demonstration).toBe(true);
  }
});
