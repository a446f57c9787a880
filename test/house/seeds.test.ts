import { regions } from '../../cloudfunctions/core/platform/city/regions';
import { blueprint } from '../../cloudfunctions/core/seeds/blueprint';
import { rows2025 } from '../../cloudfunctions/core/seeds/edition-2025';
import { calendar2025, calendarAround, fund2025 } from '../../cloudfunctions/core/seeds/editions';
import { playFile } from '../../cloudfunctions/core/seeds/files/play-file';
import { personas } from '../../cloudfunctions/core/seeds/personas';
import { plan2025 } from '../../cloudfunctions/core/seeds/plan-2025';
import { filesAt } from '../../cloudfunctions/core/seeds/seed-applications';
import {
  share,
  syntheticIdNumber,
  syntheticName,
  syntheticPhone,
  syntheticTitle,
  syntheticUscc,
} from '../../cloudfunctions/core/seeds/synthetic';
import { tracks } from '../../cloudfunctions/core/seeds/tracks-2025';
import { personalConsent } from '../../src/shared/entry/personal-consent';
import { checkPhone } from '../../src/shared/kernel/phone';
import { checkResidentId } from '../../src/shared/kernel/resident-id';
import { toShanghai } from '../../src/shared/kernel/shanghai';
import { checkUscc } from '../../src/shared/kernel/uscc';

type Row = (typeof rows2025)[number];

const sum = (of: (row: Row) => number) => rows2025.reduce((total, row) => total + of(row), 0);
const rowOf = (regionId: string): Row => {
  const row = rows2025.find((known) => known.regionId === regionId);
  if (!row) throw new Error(`no row of ${regionId}`);
  return row;
};
const winnersOf = ({ awards }: Row) => awards.first + awards.second + awards.third;

describe('the 2025 edition is the table to the digit', () => {
  test('totals', () => {
    expect({
      regions: rows2025.length,
      entries: sum(({ entries }) => entries),
      winners: sum(winnersOf),
      awards: [
        sum(({ awards }) => awards.first),
        sum(({ awards }) => awards.second),
        sum(({ awards }) => awards.third),
      ],
      direct: sum(({ direct }) => direct),
      indirect: sum(({ indirect }) => indirect),
    }).toEqual({ regions: 18, entries: 295, winners: 126, awards: [18, 36, 72], direct: 6449, indirect: 13606 });
  });

  test('tracks', () => {
    const perTrack: Record<string, number> = {};
    for (const row of rows2025)
      for (const [code, entries] of row.tracks) perTrack[code] = (perTrack[code] ?? 0) + entries;
    expect(perTrack).toEqual({
      modern_services: 88,
      rural_revitalisation: 103,
      silver_economy: 46,
      digital_city: 15,
      livelihood: 2,
      heritage_creative: 8,
      green_economy: 8,
      smart_manufacturing: 4,
      advanced_manufacturing: 11,
      micro_audiovisual: 10,
    });
    // Each region's tracks add up to its entries.
    expect(rows2025.filter((row) => row.tracks.reduce((n, [, entries]) => n + entries, 0) !== row.entries)).toEqual([]);
  });
});

describe('what is planned for 2025 is the table, entry by entry', () => {
  const plan = plan2025();
  const scripts = plan.flatMap(({ entries }) => entries.map(({ script }) => script));

  test.each(rows2025.map((row, i) => [row.regionId, row, i] as const))('%s', (regionId, row, i) => {
    const { entries = [], ...of } = plan[i] ?? {};
    expect(of).toEqual({ regionId });
    const count = (keys: string[]) =>
      Object.fromEntries(keys.map((key) => [key, keys.filter((other) => other === key).length]));
    expect({
      entries: entries.length,
      awards: count(entries.flatMap(({ award }) => award ?? [])),
      direct: entries.reduce((total, { script }) => total + script.direct, 0),
      indirect: entries.reduce((total, { script }) => total + script.indirect, 0),
      tracks: count(entries.map(({ script }) => script.trackCode)),
    }).toEqual({
      entries: row.entries,
      awards: row.awards,
      direct: row.direct,
      indirect: row.indirect,
      tracks: Object.fromEntries(row.tracks),
    });
  });

  test('everyone in it is somebody else, in words that the form takes', () => {
    expect(new Set(scripts.map(({ n }) => n)).size).toBe(295);
    expect(scripts.filter(({ title }) => title === '' || [...title].length > 40)).toEqual([]);
    expect(scripts.filter(({ direct, indirect }) => direct < 1 || indirect < 1)).toEqual([]);
  });

  test('only the three first prizes that the report states are not marked synthetic', () => {
    const stated = plan.flatMap(({ regionId, entries }) =>
      entries.filter(({ synthetic }) => !synthetic).map(({ award }) => [regionId, award]),
    );
    expect(stated).toEqual([
      ['141002', 'first'],
      ['141022', 'first'],
      ['141023', 'first'],
    ]);
  });
});

/** What the news report of the contest states; each by the number under which it is known. */
const facts: Record<string, () => boolean> = {
  'F1: 17 counties and the zone': () => regions.length === 18 && rows2025.length === 18,
  'F2: the fund of ten million yuan, in fen': () => fund2025.fen === 1_000_000_000,
  'F3: more than 295 entries, or just as many': () => sum(({ entries }) => entries) >= 295,
  'F4: 126 winners, 7 a region': () => sum(winnersOf) === 126 && rows2025.every((row) => winnersOf(row) === 7),
  'F5: 20,000 jobs and more expected': () => sum(({ direct, indirect }) => direct + indirect) >= 20_000,
  'F6: close to 50 entries in 尧都区': () => rowOf('141002').entries >= 45 && rowOf('141002').entries <= 50,
  'F7: 18 in 襄汾县': () => rowOf('141023').entries === 18,
  'F8: 15 in 蒲县': () => rowOf('141033').entries === 15,
  'F9: close to 900 direct jobs in 蒲县': () => rowOf('141033').direct >= 850 && rowOf('141033').direct <= 900,
  'F10: more than 2,000 indirect jobs in 蒲县': () => rowOf('141033').indirect > 2000,
  'F11: 17 in 翼城县': () => rowOf('141022').entries === 17,
  'F12: 14 in 侯马市': () => rowOf('141081').entries === 14,
  'F13: the zone ran exactly its three tracks': () =>
    rowOf('LFEDZ')
      .tracks.map(([code]) => code)
      .sort()
      .join() === 'advanced_manufacturing,micro_audiovisual,modern_services',
  'F14: three tracks are common': () =>
    tracks
      .filter(({ kind }) => kind === 'common')
      .map(({ code }) => code)
      .join() === 'modern_services,rural_revitalisation,silver_economy',
  'F15: it began in October 2025': () => toShanghai(calendar2025.signUp[0]).startsWith('2025-10-'),
  'F16: it ran for two months': () =>
    toShanghai(calendar2025.screening[0]).startsWith('2025-10-') &&
    toShanghai(calendar2025.screening[1]).startsWith('2025-11-'),
  'F17: 42.71 of a hundred won': () => Math.round((sum(winnersOf) / sum(({ entries }) => entries)) * 10_000) === 4271,
};

test.each(Object.keys(facts))('%s', (fact) => {
  expect(facts[fact]?.()).toBe(true);
});

test('regions are known by exact codes: the zone has none of its own and lies in 尧都区', () => {
  expect(new Set(regions.map(({ id }) => id)).size).toBe(18);
  expect(regions.filter(({ gb2260 }) => gb2260 === null).map(({ id, locatedIn }) => [id, locatedIn])).toEqual([
    ['LFEDZ', '141002'],
  ]);
  expect(regions.filter(({ id, gb2260 }) => gb2260 !== null && (gb2260 as string) !== id)).toEqual([]);
});

test('the current edition stands around the day of seeding', () => {
  const { signUp, screening, judging, publicity, cutoff } = calendarAround(Date.UTC(2026, 10, 24, 1));
  expect([signUp, screening, judging, publicity].map(([from, to]) => [toShanghai(from), toShanghai(to)])).toEqual([
    ['2026-11-04T00:00:00+08:00', '2026-12-14T00:00:00+08:00'],
    ['2026-11-04T00:00:00+08:00', '2026-12-24T00:00:00+08:00'],
    ['2026-12-24T00:00:00+08:00', '2027-01-13T00:00:00+08:00'],
    ['2027-01-13T00:00:00+08:00', '2027-01-20T00:00:00+08:00'],
  ]);
  expect(cutoff).toBe('2026-11-01');
});

describe('nobody real can be meant', () => {
  const numbers = Array.from({ length: 1200 }, (_, n) => n);

  test('ID numbers have the address code that is issued to nobody, and pass the validator', () => {
    const wrong = numbers
      .map(syntheticIdNumber)
      .filter((id) => !id.startsWith('141000') || !checkResidentId(id, '2026-11-24').ok);
    expect(wrong).toEqual([]);
  });

  test("phones are of the fixtures' range", () => {
    expect(
      numbers.map(syntheticPhone).filter((phone) => !/^1990000\d{4}$/.test(phone) || !checkPhone(phone).ok),
    ).toEqual([]);
  });

  test('credit codes carry a valid check character, and differ', () => {
    const codes = numbers.map(syntheticUscc);
    expect(codes.filter((code) => !checkUscc(code).ok)).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('people have names of the land, of three characters, and of the first thousand no two the same', () => {
    const names = numbers.slice(0, 1000).map(syntheticName);
    expect(names.filter((name) => [...name].length !== 3)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(
      personas
        .map(({ nameZh }) => nameZh)
        .filter(
          (name) =>
            !/参赛者|成员|审核人员|窗口人员|负责人|市级|监督|往届获奖者|培训机构|孵化基地|担保机构|银行一|银行二|财政/.test(
              name,
            ),
        ),
    ).toEqual([]);
  });
});

test('titles are what people do, without a number or a mark, and of an edition’s in a track no two the same', () => {
  for (const { code } of tracks) {
    const titles = Array.from({ length: 320 }, (_, n) => syntheticTitle(code, n));
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => /\d|演示/.test(title))).toEqual([]);
  }
});

test.each(['2026-10-08T09:00', '2026-12-21T00:30', '2027-01-01T12:00', '2027-02-22T23:50'])(
  'every file of the demo goes its way in time also when it is seeded at %s',
  (when) => {
    const now = Date.parse(`${when}:00+08:00`);
    const { loans, stays, items } = filesAt(now);
    const files = [...loans, ...stays, ...items].map(({ script }) =>
      playFile(script, {
        newId: () => 'an id',
        terms: {},
        kindIn: (kind) => kind,
        referenceOf: () => 'SB',
      }),
    );
    const late = files.filter(({ moves }) => (moves.at(-1)?.at ?? 0) > now);
    expect(late.map(({ state, script }) => `${script.kind.zh} ${state}`)).toEqual([]);
    const over = files.filter(({ row }) => row.lapses_at && row.lapses_at.getTime() <= now);
    expect(over.map(({ state, script }) => `${script.kind.zh} ${state}`)).toEqual([]);
  },
);

test('a total is shared out to the last one, and nobody goes empty', () => {
  const parts = share(
    6449,
    Array.from({ length: 295 }, (_, i) => 0.5 + (i % 7) / 7),
  );
  expect([parts.reduce((a, b) => a + b, 0), Math.min(...parts) >= 1, parts.every(Number.isInteger)]).toEqual([
    6449,
    true,
    true,
  ]);
});

test('what people are told of how long their numbers are kept is what the edition does', () => {
  const told = blueprint.consents.find(({ kind }) => kind === personalConsent)?.bodyZh;
  expect(told).toContain(`保存至本届审核结束后 ${blueprint.retention.sealedMonths} 个月，期满删除`);
});
