import { judgeRows, type Placed, type ResultEntry } from '../../../src/shared/awards/award-list/judge-rows';

const ladder = [
  { code: 'first', zh: '一等奖', places: 1 },
  { code: 'second', zh: '二等奖', places: 2 },
  { code: 'merit', zh: '优秀奖' },
];
const entry = (n: number, more: Partial<ResultEntry> = {}): ResultEntry => ({
  entryId: `e${n}`,
  reference: `XH-${n}`,
  title: `项目${n}`,
  regionId: '141033',
  regionZh: '蒲县',
  qualified: true,
  own: false,
  level: null,
  awardState: null,
  ...more,
});
const judge = (lines: string[], entries: ResultEntry[], placed: Placed[] = []) =>
  judgeRows(
    lines.map((line, i) => {
      const [reference = '', award = '', title = ''] = line.split(' ');
      return { key: `row.${i + 1}`, reference, award, title };
    }),
    new Map(entries.map((each) => [each.reference, each])),
    ladder,
    placed,
  );

test('each row is judged by itself, every fault at once', () => {
  const entries = [
    entry(1),
    entry(2, { qualified: false }),
    entry(3, { own: true }),
    entry(4, { level: 'second', awardState: 'confirmed' }),
    entry(5, { level: 'first', awardState: 'cancelled' }),
    entry(6),
  ];
  const lines = [
    'XH-1 一等奖 项目1',
    ' 一等奖',
    'XH-9 一等奖',
    'XH-2 一等奖',
    'XH-3 一等奖',
    'XH-4 一等奖',
    'XH-5 一等奖',
    'XH-6 特等奖',
    'XH-6 二等奖 别的名称',
    'XH-1 二等奖',
    'XH-6 一等奖',
  ];
  const { take, known, faults } = judge(lines, entries, [{ entryId: 'e4', regionId: '141033', level: 'second' }]);
  expect([...take]).toEqual([['e1', 'first']]);
  expect(known).toBe(0);
  expect(faults).toEqual({
    'row.2': '没有项目编号',
    'row.3': '没有找到编号为“XH-9”的项目',
    'row.4': '“项目2”没有通过审核，不能录入获奖',
    'row.5': '您是这个项目的团队成员，应当回避，请交其他市级统筹人员办理',
    'row.6': '已获二等奖，要改请先取消',
    'row.7': '这个项目的奖项已取消，不能再录入',
    'row.8': '没有“特等奖”这个奖项，奖项有一等奖、二等奖、优秀奖',
    'row.9': '编号对应的项目是“项目6”，与表中名称不同',
    'row.10': '同一个项目出现两次，奖项不同',
    'row.11': '蒲县的一等奖设 1 名，已经满了',
  });
});

test('what stands already does nothing; a row of a listed entry takes the place of the one before; places count a region by itself', () => {
  const entries = [entry(1), entry(2), entry(3, { regionId: '141002' })];
  const placed = [{ entryId: 'e1', regionId: '141033', level: 'first' }];
  expect(judge(['XH-1 first', 'XH-1 一等奖', 'XH-3 一等奖'], entries, placed)).toEqual({
    take: new Map([['e3', 'first']]),
    known: 2,
    faults: {},
  });
  // What the list says already is said by the sheet as well: two rows that differ are a fault, whichever of them stands.
  expect(judge(['XH-1 一等奖', 'XH-1 二等奖'], entries, placed).faults).toEqual({
    'row.2': '同一个项目出现两次，奖项不同',
  });
  expect(judge(['XH-2 一等奖\u200b 项\u3000目２', 'XH-2'], [entry(2)]).faults).toEqual({
    'row.2': '没有写奖项，奖项有一等奖、二等奖、优秀奖',
  });
  // The first prize changes hands on the list: whoever had it is moved first.
  expect(judge(['XH-1 二等奖', 'XH-2 一等奖'], entries, placed).faults).toEqual({});
  expect(judge(['XH-2 一等奖', 'XH-1 二等奖'], entries, placed).faults).toEqual({
    'row.1': '蒲县的一等奖设 1 名，已经满了',
  });
});
