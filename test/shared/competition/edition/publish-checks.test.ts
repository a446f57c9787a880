import { laterBlueprint, laterName, yearsLater } from '@shared/competition/edition/a-year-later';
import { problemsOfPart } from '@shared/competition/edition/form';
import { keptPart } from '@shared/competition/edition/kept';
import { nextCode } from '@shared/competition/edition/next-code';
import { obstaclesOf, type PartStand } from '@shared/competition/edition/publish-checks';
import { valuesOf } from '@shared/competition/edition/values';
import { type PartName, partNames } from '@shared/competition/parts';
import { startOfDay } from '@shared/kernel/shanghai';
import { nationalBlueprint } from '../../../../cloudfunctions/core/competition/editions/national-blueprint';

const whole = {
  ...nationalBlueprint,
  nameZh: '2027 年创业大赛',
  year: 2027,
  cutoffDate: '2027-10-01',
  organiser: { nameZh: '市组委会办公室', filingZh: '' },
  consents: nationalBlueprint.consents.map((text) => ({ ...text, bodyZh: '同意处理。' })),
  phases: ['signUp', 'screening'].map((code) => ({
    code,
    zh: code,
    opensAt: '2027-11-04T00:00:00+08:00',
    closesAt: '2027-12-14T00:00:00+08:00',
  })),
};
const stand = (more: object = {}, confirmed = true) =>
  Object.fromEntries(
    partNames.map((part) => {
      const values = valuesOf(part, { ...whole, ...more });
      return [part, { values, confirmed, problems: problemsOfPart(part, values) }];
    }),
  ) as Record<PartName, PartStand>;
const facts = { parts: stand(), takenYears: [2026], withoutContact: [], namesakes: [], now: startOfDay('2027-10-20') };

test('what is whole and confirmed may be published', () => {
  expect(obstaclesOf(facts)).toEqual([]);
});

test.each([
  ['a year that was held', { parts: stand({ year: 2026 }) }, 'basics', '基本信息：2026 年已经有一届，请改年度'],
  ['no common track', { parts: stand({ tracks: [] }) }, 'tracks', '赛道：至少要有一个共同赛道'],
  [
    'a track called like a region’s own',
    { namesakes: ['蒲县已自设“核桃产业”赛道，请换一个名称'] },
    'tracks',
    '赛道：蒲县已自设“核桃产业”赛道，请换一个名称',
  ],
  ['sign-up that is over', { now: startOfDay('2027-12-14') }, 'phases', '赛程阶段：报名的最后一天已经过去，请改日期'],
  ['regions that nobody can call', { withoutContact: ['蒲县', '古县'] }, 'contacts', '蒲县、古县还没有填联系电话'],
  [
    'two things wrong in a part',
    { parts: stand({ organiser: { nameZh: '', filingZh: '' }, cutoffDate: '' }) },
    'basics',
    '基本信息：还有 2 处没有填好',
  ],
] as const)('%s is named', (_, more, part, text) => {
  expect(obstaclesOf({ ...facts, ...more })).toEqual([{ part, text }]);
});

test('the last instant of sign-up still lets it be published, the next does not; every part waits to be confirmed', () => {
  expect(obstaclesOf({ ...facts, now: startOfDay('2027-12-14') - 1 })).toEqual([]);
  expect(obstaclesOf({ ...facts, parts: stand({}, false) }).map(({ part }) => part)).toEqual(partNames);
});

test('a year later: windows and names move, a leap day to the 28th', () => {
  const later = laterBlueprint(whole, 1);
  expect(later.phases[0]).toEqual({
    code: 'signUp',
    zh: 'signUp',
    opensAt: '2028-11-04T00:00:00+08:00',
    closesAt: '2028-12-14T00:00:00+08:00',
  });
  expect(yearsLater('2028-02-29', 1)).toBe('2029-02-28');
  expect([laterName('2027 年创业大赛', 2027, 2), laterName('创业大赛', 2027, 1)]).toEqual([
    '2029 年创业大赛',
    '创业大赛',
  ]);
});

test('a code comes from the name, and never is one that was used', () => {
  const code = nextCode('智能制造', []);
  expect(code).toMatch(/^n[0-9a-z]{1,8}$/);
  expect(nextCode('智能制造', [])).toBe(code);
  expect(nextCode('绿色经济', [])).not.toBe(code);
  expect(nextCode('智能制造', [code, `${code}-2`])).toBe(`${code}-3`);
});

test('what is kept of a part: its own places, made plain; fixed lists and hidden values as they stood', () => {
  const stood = valuesOf('consents', whole);
  const typed = {
    ...stood,
    consents: 'sensitive',
    'consents/sensitive/version': '99',
    'consents/sensitive/zh': ' 同意\u200b ',
    other: 1,
    'retention.sealedMonths': '24',
  };
  expect(keptPart('consents', typed, stood)).toEqual({
    ...stood,
    'consents/sensitive/zh': '同意',
    'retention.sealedMonths': null,
  });
  expect(keptPart('tracks', { tracks: 'a,a,坏 码,b', 'tracks/a/zh': '甲' }, {})).toEqual({
    tracks: 'a,b',
    'tracks/a/zh': '甲',
    'tracks/b/zh': null,
    ownTracksMax: null,
  });
});
