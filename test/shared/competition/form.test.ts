import { blueprintForm, parseBlueprint } from '@shared/competition/form';
import { blueprint } from '../../../cloudfunctions/core/seeds/blueprint';

test('the seeded blueprint is read as it is', () => {
  expect(parseBlueprint(JSON.parse(JSON.stringify(blueprint)))).toEqual(blueprint);
});

test('a broken frame is refused, by the path that is broken', () => {
  const broken = { ...blueprint, groups: [], clocks: { ...blueprint.clocks, correction: 0 } };
  expect(blueprintForm.safeParse(broken).error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'groups',
    'clocks.correction',
  ]);
  expect(() => parseBlueprint({})).toThrow();
  const [first] = blueprint.groups;
  if (!first) throw new Error('the blueprint has no group');
  const twice = { ...blueprint, groups: [{ ...first, teamMin: 9, teamMax: 2 }] };
  expect(
    blueprintForm.safeParse(twice).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`),
  ).toEqual(['groups.0.teamMax 最多人数少于最少人数']);
  expect(() => parseBlueprint({ ...blueprint, groups: [first, first] })).toThrow('代码重复');
});

test('phases and clocks are named by the edition: more than the rules ask for may stand, fewer may not', () => {
  const more = {
    ...blueprint,
    phases: [...blueprint.phases, { code: 'preliminary', zh: '初评' }],
    clocks: { ...blueprint.clocks, offer: 7 },
  };
  expect(parseBlueprint(more)).toEqual(more);
  const { reReview: _, ...fewer } = blueprint.clocks;
  expect(
    blueprintForm.safeParse({ ...blueprint, clocks: fewer }).error?.issues.map(({ path }) => path.join('.')),
  ).toEqual(['clocks.reReview']);
  expect(blueprintForm.safeParse({ ...blueprint, clocks: { ...blueprint.clocks, offer: 0 } }).success).toBe(false);
  expect(() => parseBlueprint({ ...blueprint, phases: [blueprint.phases[0], blueprint.phases[0]] })).toThrow(
    '代码重复',
  );
});
