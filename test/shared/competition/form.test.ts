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

test('the city’s window of a phase is an instant each, in order, and may be left out', () => {
  const windowed = (opensAt: string, closesAt: string) =>
    blueprintForm
      .safeParse({ ...blueprint, phases: [{ code: 'signUp', zh: '报名', opensAt, closesAt, regionMayMove: true }] })
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const [opens, closes] = ['2026-11-04T00:00:00+08:00', '2026-12-14T00:00:00+08:00'];
  expect(windowed(opens, closes)).toBeUndefined();
  expect(windowed(closes, opens)).toEqual(['phases.0.closesAt 结束时间应晚于开始时间']);
  expect(windowed(opens, opens)).toEqual(['phases.0.closesAt 结束时间应晚于开始时间']);
  expect(windowed('2026-11-04', closes)).toEqual(['phases.0.opensAt 没有这一天，请重新选择']);
});

test('a guide is rules in words, questions, and templates that lie somewhere', () => {
  const guide = {
    rulesZh: '参赛办法（演示）',
    faq: [{ q: '报名收费吗', a: '不收费' }],
    templates: [{ name: '商业计划书模板', uploadId: '01930000-0000-7000-8000-000000000001' }],
  };
  expect(parseBlueprint({ ...blueprint, ownTracksMax: 2, guide })).toEqual({ ...blueprint, ownTracksMax: 2, guide });
  expect(() => parseBlueprint({ ...blueprint, ownTracksMax: -1 })).toThrow();
});
