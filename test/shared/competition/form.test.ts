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
});
