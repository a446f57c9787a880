import { areas } from '../../../cloudfunctions/core/areas';
import { makeServe } from '../../../cloudfunctions/core/rpc/serve';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Contest = { contestId: string; regionZh: string; locatedIn: string | null; tracks: Array<{ code: string }> };
type Home = { mode: string; edition: unknown; contests: Contest[]; phases: unknown; organiser: unknown };

test('a visitor sees the edition, its timetable and 18 regions', async () => {
  const home = await server.ask<Home>(null, 'competition/home');
  expect(home.edition).toEqual({
    editionId: 'LF-XH-2026',
    nameZh: '2026 年星火项目创业大赛（演示）',
    year: 2026,
    cutoffDate: '2026-11-01',
    synthetic: true,
  });
  expect([home.mode, home.contests.length]).toEqual(['demo', 18]);
  expect(home.phases).toEqual([
    {
      kind: 'signUp',
      zh: '报名',
      opensAt: '2026-11-04T00:00:00+08:00',
      closesAt: '2026-12-14T00:00:00+08:00',
      state: 'open',
    },
    {
      kind: 'screening',
      zh: '资格审核',
      opensAt: '2026-11-04T00:00:00+08:00',
      closesAt: '2026-12-24T00:00:00+08:00',
      state: 'open',
    },
    {
      kind: 'judging',
      zh: '评审',
      opensAt: '2026-12-24T00:00:00+08:00',
      closesAt: '2027-01-13T00:00:00+08:00',
      state: 'before',
    },
    {
      kind: 'publicity',
      zh: '公示',
      opensAt: '2027-01-13T00:00:00+08:00',
      closesAt: '2027-01-20T00:00:00+08:00',
      state: 'before',
    },
  ]);
});

test('the zone comes last, lies in 尧都区 and runs exactly its three tracks', async () => {
  const { contests } = await server.ask<Home>(null, 'competition/home');
  const zone = contests.at(-1);
  expect([zone?.regionZh, zone?.locatedIn, zone?.tracks.map(({ code }) => code)]).toEqual([
    '临汾经济开发区',
    '141002',
    ['advanced_manufacturing', 'modern_services', 'micro_audiovisual'],
  ]);
  expect(contests.filter(({ locatedIn }) => locatedIn === null)).toHaveLength(17);
});

test('a contest gives the form what it needs, and an unknown one is 404', async () => {
  const contest = await server.ask<{ groups: Array<{ code: string }>; slots: Array<{ code: string }> }>(
    null,
    'competition/contest',
    { contestId: 'LF-XH-2026-141033' },
  );
  expect(contest).toMatchObject({
    regionId: '141033',
    regionZh: '蒲县',
    signUp: { kind: 'signUp', state: 'open' },
    tracks: [
      { code: 'modern_services', zh: '现代服务', kind: 'common' },
      { code: 'rural_revitalisation', zh: '乡村振兴', kind: 'common' },
      { code: 'silver_economy', zh: '银发经济', kind: 'common' },
    ],
    declaration: { version: 'DEMO-1' },
  });
  expect(contest.groups.map(({ code }) => code)).toEqual(['idea_team', 'start_up', 'growth']);
  expect(contest.slots).toHaveLength(7);
  expect((await server.call(null, 'competition/contest', { contestId: 'LF-XH-2026-999999' })).status).toBe(404);
});

test('between editions the home page still answers', async () => {
  await server.db.updateTable('edition').set({ status: 'past' }).where('id', '=', 'LF-XH-2026').execute();
  const serve = makeServe(server.home, areas);
  const { body } = await serve({
    path: 'competition/home',
    input: {},
    key: null,
    credential: { kind: 'none' },
    caller: 'test',
  });
  expect(body).toMatchObject({ ok: true, data: { edition: null, contests: [], phases: [] } });
});
