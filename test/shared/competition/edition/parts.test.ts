import { partShapes } from '@shared/competition/edition/fields';
import { partForm, problemsOfPart } from '@shared/competition/edition/form';
import { phaseProblems } from '@shared/competition/edition/phase-order';
import { itemPath, jsonOf, keysIn, valuesOf } from '@shared/competition/edition/values';
import { blueprintForm } from '@shared/competition/form';
import { partNames, parts } from '@shared/competition/parts';
import { nationalBlueprint } from '../../../../cloudfunctions/core/competition/editions/national-blueprint';

const facts = { nameZh: '2027 年星火项目创业大赛', year: 2027, cutoffDate: '2027-10-01' };
const whole = { ...facts, ...nationalBlueprint };

test('every key of the blueprint stands in exactly one part', () => {
  const named = partNames.flatMap((part) => parts[part].keys);
  expect([...named].sort()).toEqual(Object.keys(blueprintForm.shape).sort());
});

test.each(partNames)('%s: every key has its field or its list, or publishing the part would drop it', (part) => {
  const { fields, lists } = partShapes[part];
  const typed = new Set([...fields, ...lists].map(({ path }) => path.split('.')[0]));
  expect(parts[part].keys.filter((key) => !typed.has(key))).toEqual([]);
});

test.each(partNames)('%s: what is typed is the same blueprint again, and every field of it can be typed', (part) => {
  const keys = ['nameZh', 'year', 'cutoffDate', ...parts[part].keys];
  const json = Object.fromEntries(Object.entries(whole).filter(([key]) => keys.includes(key)));
  if (part !== 'basics') for (const key of Object.keys(facts)) delete json[key];
  const values = valuesOf(part, json);
  expect(jsonOf(part, values)).toEqual(json);
  const { fields, lists } = partShapes[part];
  const asked = new Set([
    ...fields.map(({ path }) => path),
    ...lists.flatMap((list) => [
      list.path,
      ...keysIn(values, list.path).flatMap((key) => list.fields.map(({ path }) => itemPath(list.path, key, path))),
    ]),
  ]);
  expect(Object.keys(values).filter((place) => !asked.has(place))).toEqual([]);
  expect(Object.keys(partForm(part).shape).sort()).toEqual(
    [...(part === 'basics' ? Object.keys(facts) : []), ...parts[part].keys].sort(),
  );
});

test('the starting blueprint is whole but for what only the city knows', () => {
  const problems = Object.fromEntries(
    partNames.map((part) => [part, problemsOfPart(part, valuesOf(part, nationalBlueprint))] as const),
  );
  expect(problems).toEqual({
    basics: {
      nameZh: '请填写大赛名称',
      year: '请填写整数',
      cutoffDate: '请选择日期',
      'organiser.nameZh': '请填写主办单位',
    },
    groups: {},
    tracks: {},
    materials: {},
    consents: { 'consents/sensitive/bodyZh': '请把【请填写主办单位】换成实际内容' },
    clocks: {},
    reminders: {},
    reasons: {},
    phases: Object.fromEntries(
      ['signUp', 'screening'].flatMap((key) =>
        ['opensAt', 'closesAt'].map((edge) => [`phases/${key}/${edge}`, '请选择日期']),
      ),
    ),
    awards: {},
    training: {},
    guide: {},
  });
});

test('days are typed as days and stand as instants, the last one with its end; money in yuan, sizes in MB', () => {
  const phases = {
    phases: 'a',
    'phases/a/zh': '报名',
    'phases/a/opensAt': '2027-11-04',
    'phases/a/closesAt': '2027-12-13',
  };
  const json = {
    phases: [{ code: 'a', zh: '报名', opensAt: '2027-11-04T00:00:00+08:00', closesAt: '2027-12-14T00:00:00+08:00' }],
  };
  expect(jsonOf('phases', phases)).toEqual(json);
  expect(valuesOf('phases', json)).toEqual({
    ...phases,
    lateCodes: null,
    'phases/a/regionMayMove': null,
    'phases/a/usualDays': null,
  });
  expect(jsonOf('awards', { 'fund.zh': '创业基金', 'fund.fen': 12.5, 'fund.noteZh': '' })).toEqual({
    fund: { zh: '创业基金', fen: 1250, noteZh: '' },
  });
  expect(jsonOf('awards', { 'fund.zh': '', 'fund.fen': null })).toEqual({});
  const slot = { slots: 'a', 'slots/a/maxBytes': 20, 'slots/a/kinds': 'pdf,doc' };
  expect(jsonOf('materials', slot)).toMatchObject({
    slots: [{ code: 'a', maxBytes: 20 * 1024 * 1024, kinds: ['pdf', 'doc'] }],
  });
});

test('what is wrong stands at its own place', () => {
  const group = (more: Record<string, unknown>) =>
    valuesOf('groups', { groups: [{ ...nationalBlueprint.groups[0], ...more }] });
  expect(problemsOfPart('groups', group({ teamMin: 6 }))).toEqual({
    'groups/idea_team/teamMax': '最多人数少于最少人数',
  });
  expect(problemsOfPart('groups', group({ zh: '' }))).toEqual({ 'groups/idea_team/zh': '请填写名称' });
  expect(problemsOfPart('groups', group({ ageMin: 7 }))).toEqual({ 'groups/idea_team/ageMin': '不能小于 14' });
  expect(problemsOfPart('groups', { groups: '' })).toEqual({ groups: '至少 1 项' });
  expect(
    problemsOfPart('clocks', {
      'clocks.firstReview': 0,
      'clocks.correction': 5,
      'clocks.reReview': null,
      'clocks.feedback': 90,
    }),
  ).toEqual({
    'clocks.firstReview': '不能小于 1',
    'clocks.reReview': '请填写整数',
    'clocks.feedback': '不能大于 60',
  });
  expect(
    problemsOfPart('materials', {
      slots: 'a',
      'slots/a/zh': '计划书',
      'slots/a/neededWhen': 'always',
      'slots/a/maxBytes': 80,
      'slots/a/kinds': '',
    }),
  ).toEqual({
    'slots/a/maxBytes': '不能大于 50',
    'slots/a/kinds': '至少 1 项',
  });
  const fund = (fen: number | null) => problemsOfPart('awards', { awards: '', 'fund.zh': '创业基金', 'fund.fen': fen });
  expect([fund(null), fund(1e13)]).toEqual([
    { 'fund.fen': '请填写资金总额' },
    { 'fund.fen': '不能大于 1000000000000' },
  ]);
  expect(problemsOfPart('groups', group({ ageMin: 1e6, teamMin: 1e6, registeredUpToMonths: 0 }))).toEqual({
    'groups/idea_team/ageMin': '不能大于 120',
    'groups/idea_team/teamMin': '不能大于 30',
    'groups/idea_team/teamMax': '最多人数少于最少人数',
    'groups/idea_team/registeredUpToMonths': '要大于 0',
  });
  expect(problemsOfPart('groups', group({ registeredUpToMonths: 36, registeredAfterMonths: 36 }))).toEqual({
    'groups/idea_team/registeredAfterMonths': '“注册未满”要大于“注册至少满”，否则没有人能报',
  });
});

test('a whole that is missing is told at its first field, and no two of a list bear one name', () => {
  const consents = valuesOf('consents', nationalBlueprint as never);
  expect(problemsOfPart('consents', { ...consents, 'retention.sealedMonths': null })).toMatchObject({
    'retention.sealedMonths': '请填写证件号码、电话保存多久',
  });
  const named = (first: string, second: string) =>
    problemsOfPart('tracks', { tracks: 'a,b', 'tracks/a/zh': first, 'tracks/b/zh': second });
  expect(named('现代服务', '现代农业')).toEqual({});
  expect(named('现代服务', '现代 服务')).toEqual({ 'tracks/b/zh': '已有“现代 服务”，请换一个名称' });
  expect(named('ＡＩ应用', 'ai应用')).toEqual({ 'tracks/b/zh': '已有“ai应用”，请换一个名称' });
  expect(named('', '')).toEqual({ 'tracks/a/zh': '请填写名称', 'tracks/b/zh': '请填写名称' });
});

test('a day that does not exist is told so, in whatever phase', () => {
  const typed = { phases: 'signUp', 'phases/signUp/zh': '报名', 'phases/signUp/opensAt': '2026-02-30' };
  for (const last of ['2026-02-31', '9999-12-31'])
    expect(problemsOfPart('phases', { ...typed, 'phases/signUp/closesAt': last })).toMatchObject({
      'phases/signUp/opensAt': '没有这一天，请重新选择',
      'phases/signUp/closesAt': '没有这一天，请重新选择',
    });
});

test('phases go forward: two that an entry needs, days both or neither, none before the one above it', () => {
  const phases = (days: Record<string, [string | null, string | null]>) => ({
    phases: Object.keys(days).join(','),
    ...Object.fromEntries(
      Object.entries(days).flatMap(([key, [opensAt, closesAt]]) => [
        [`phases/${key}/zh`, key],
        [`phases/${key}/opensAt`, opensAt],
        [`phases/${key}/closesAt`, closesAt],
      ]),
    ),
  });
  const signUp: [string, string] = ['2027-11-04', '2027-12-13'];
  const good = phases({ signUp, screening: ['2027-11-04', '2027-12-23'], judging: [null, null] });
  expect(problemsOfPart('phases', good)).toEqual({});
  expect(phaseProblems(phases({ signUp }))).toEqual({ phases: '报名和资格审核两个阶段不能没有' });
  expect(
    phaseProblems(phases({ signUp, screening: ['2027-11-03', '2027-12-12'], judging: ['2028-01-01', null] })),
  ).toEqual({
    'phases/screening/opensAt': '不能早于“signUp”的第一天',
    'phases/screening/closesAt': '不能早于“signUp”的最后一天',
    'phases/judging/closesAt': '请选择日期',
  });
  expect(
    problemsOfPart('phases', phases({ signUp: ['2027-12-02', '2027-12-01'], screening: ['2027-12-02', '2027-12-05'] })),
  ).toEqual({
    'phases/signUp/closesAt': '结束时间应晚于开始时间',
  });
});
