import { changesOf } from '@shared/competition/edition/changes';
import { valuesOf } from '@shared/competition/edition/values';
import { nationalBlueprint } from '../../../../cloudfunctions/core/competition/editions/national-blueprint';

const lines = (...[part, before, after]: Parameters<typeof changesOf>) =>
  changesOf(part, before, after).map(({ zh, before: was, after: is }) => `${zh}：${was}→${is}`);

test('what differs is told in the words of the page, with units and choices', () => {
  const clocks = valuesOf('clocks', nationalBlueprint);
  expect(changesOf('clocks', clocks, clocks)).toEqual([]);
  expect(lines('clocks', clocks, { ...clocks, 'clocks.correction': 7, signatures: 'rejection' })).toEqual([
    '补正：5 个工作日→7 个工作日',
    '复核签字：不填→不予通过时需要',
  ]);
});

test('items that came, went, moved and changed are told by their names', () => {
  const groups = valuesOf('groups', nationalBlueprint);
  const after = {
    ...groups,
    groups: 'growth,idea_team,n1',
    'groups/n1/zh': '银发组',
    'groups/idea_team/teamMax': 6,
    'groups/idea_team/registered': true,
  };
  expect(lines('groups', groups, after)).toEqual([
    '添加组别“银发组”：→',
    '去掉组别“初创组”：→',
    '组别的顺序：→',
    '组别“创意组”的须已办营业执照：否→是',
    '组别“创意组”的团队最多人数：5 人→6 人',
  ]);
});

test('of long texts the beginning is told, of what nobody types nothing', () => {
  const consents = valuesOf('consents', nationalBlueprint);
  const after = { ...consents, 'declaration.bodyZh': '承诺'.repeat(40), 'declaration.version': 'v2' };
  const [change, ...more] = changesOf('consents', consents, after);
  expect(more).toEqual([]);
  expect(change).toMatchObject({ zh: '承诺书全文', after: `${'承诺'.repeat(20)}…` });
});
