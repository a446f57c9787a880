import { sql } from 'kysely';
import { insertAwards } from '../../support/award-rows';
import { insertEntryRows } from '../../support/entry-rows';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  // Two regions of the edition, five entries each: a first, a second and two third prizes in 蒲县, one second in 尧都区.
  const puxian = await insertEntryRows(server.db, { count: 5, regionId: '141033', state: 'qualified' });
  const yaodu = await insertEntryRows(server.db, { count: 5, regionId: '141002', state: 'qualified' });
  const rejected = await insertEntryRows(server.db, { count: 2, regionId: '141002', state: 'rejected' });
  await server.db.updateTable('entry').set({ expected_direct: 10, expected_indirect: 20 }).execute();
  const award = (id: string | undefined, level: string) => insertAwards(server, [id ?? ''], level);
  await award(puxian[0], 'third');
  await award(puxian[1], 'first');
  await award(puxian[2], 'second');
  await award(puxian[3], 'third');
  await award(yaodu[0], 'second');
  expect(rejected).toHaveLength(2);
  await sql`update edition set status = 'past'`.execute(server.db);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Results = {
  items: Array<{ title: string; regionZh: string; award: string; awardZh: string }>;
  next: string | null;
  total: number;
  regions: Array<{ regionId: string; winners: number; participating: number }>;
};
const ask = (regionId: string | null, cursor: string | null = null) =>
  server.ask<Results>(null, 'awards/results', { editionId: 'LF-XH-2026', regionId, cursor });

test('a visitor reads the winners region by region, the first prize first', async () => {
  const { items, total, next } = await ask(null);
  expect(items.map((item) => [item.regionZh, item.awardZh, item.title])).toEqual([
    ['尧都区', '二等奖', '测试项目 1'],
    ['蒲县', '一等奖', '测试项目 2'],
    ['蒲县', '二等奖', '测试项目 3'],
    ['蒲县', '三等奖', '测试项目 1'],
    ['蒲县', '三等奖', '测试项目 4'],
  ]);
  expect([total, next]).toEqual([5, null]);
});

test('one region’s results are counted by themselves', async () => {
  const { items, total, regions } = await ask('141002');
  expect([items.length, total]).toEqual([1, 1]);
  expect(regions.filter(({ participating }) => participating > 0)).toEqual([
    { regionId: '141002', zh: '尧都区', winners: 1, participating: 5 },
    { regionId: '141033', zh: '蒲县', winners: 4, participating: 5 },
  ]);
});

test('nothing but what was published leaves', async () => {
  const { items } = await ask(null);
  expect(Object.keys(items[0] ?? {}).sort()).toEqual([
    'award',
    'awardZh',
    'entryId',
    'regionZh',
    'synthetic',
    'title',
    'trackZh',
  ]);
});

test('the past edition’s numbers count those who took part, not the rejected', async () => {
  expect(await server.ask(null, 'notices/landing')).toMatchObject({
    past: {
      editionId: 'LF-XH-2026',
      nameZh: '2026 年星火项目创业大赛（演示）',
      participating: 10,
      winners: 5,
      levels: [
        { zh: '一等奖', winners: 1 },
        { zh: '二等奖', winners: 2 },
        { zh: '三等奖', winners: 2 },
      ],
      directExpected: 100,
      indirectExpected: 200,
      fund: null,
      synthetic: true,
    },
  });
});

test('the list pages without gaps, and a place of another filter is refused', async () => {
  const more = await insertEntryRows(server.db, { count: 20, regionId: '141021', state: 'qualified' });
  await insertAwards(server, more, 'merit');
  const first = await ask(null);
  const rest = await ask(null, first.next);
  expect([first.items.length, rest.items.length, rest.next, first.total]).toEqual([20, 5, null, 25]);
  const refused = await server.call(null, 'awards/results', {
    editionId: 'LF-XH-2026',
    regionId: '141002',
    cursor: first.next,
  });
  expect(refused).toMatchObject({ status: 422, body: { error: { code: 'CURSOR_OUTDATED' } } });
});

test('an edition has the levels that its blueprint names, in its order', async () => {
  const awards = [
    { code: 'third', zh: '金奖' },
    { code: 'first', zh: '银奖' },
  ];
  await sql`update edition set blueprint = blueprint || ${JSON.stringify({ awards })}::jsonb where id = 'LF-XH-2026'`.execute(
    server.db,
  );
  const { items } = await ask('141033');
  expect(items.map(({ award, awardZh }) => `${award} ${awardZh}`)).toEqual([
    'third 金奖',
    'third 金奖',
    'first 银奖',
    'second 获奖',
  ]);
});
