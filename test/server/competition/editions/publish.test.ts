import { sql } from 'kysely';
import { regions } from '../../../../cloudfunctions/core/platform/city/regions';
import { partNames } from '../../../../src/shared/competition/parts';
import { partOf, readyEdition, republish, serverWithEdition, typePart } from '../../../support/editions';
import { submittedEntry } from '../../../support/entry-factory';
import { freshServer, type TestServer } from '../../../support/server';
import { fingerprint } from '../../fuzz/fingerprint';

let server: TestServer;
const beginAnew = async () => {
  server = await freshServer();
};
const beginWith = async (stands: 'ready' | 'published'): Promise<string> => {
  const opened = await serverWithEdition(stands);
  ({ server } = opened);
  return opened.editionId;
};
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Work = {
  editionId: string;
  status: string;
  version: number;
  parts: Array<{ part: string; stateZh: string }>;
  obstacles: Array<{ part: string; text: string }>;
  replaces: { editionId: string; nameZh: string } | null;
  opens: Record<string, number>;
  versions: Array<{ n: number; partZh: string | null; reason: string; byZh: string | null }>;
};
const edition = (editionId: string) => server.ask<Work>('city', 'competition/edition', { editionId });
const code = async (path: string, input: unknown, as = 'city') => {
  const { status, body } = await server.call(as, path, input);
  return body.ok ? 'done' : `${status} ${body.error.code} ${body.error.message}`;
};
const acts = async (editionId: string) =>
  (
    await server.db
      .selectFrom('audit')
      .select('act')
      .where('subject', '=', `edition:${editionId}`)
      .orderBy('n')
      .execute()
  ).map(({ act }) => act);
type Home = {
  edition: { editionId: string; nameZh: string };
  contests: unknown[];
  phases: unknown[];
  organiser: { nameZh: string };
};

test('from the national blueprint: everything that is missing is named, and nobody else sees the draft', async () => {
  await beginAnew();
  const { editionId } = await server.ask<{ editionId: string }>('city', 'competition/makeEdition', { from: null });
  expect(editionId).toBe('XH-2027');
  for (const [as, may] of [
    ['city', true],
    ['auditor', false],
  ] as const)
    expect([
      await server.ask(as, 'competition/editions'),
      await server.ask(as, 'competition/edition', { editionId }),
      await server.ask(as, 'competition/editionPart', { editionId, part: 'tracks' }),
    ]).toMatchObject([{ writes: may }, { writes: may }, { editable: may }]);
  const work = await edition(editionId);
  expect(work.obstacles.map(({ text }) => text)).toEqual([
    '基本信息：还有 2 处没有填好',
    '分组：还没有确认',
    '赛道：还没有确认',
    '材料：还没有确认',
    '授权与承诺：还有 1 处没有填好',
    '审核时限：还没有确认',
    '到期提醒：还没有确认',
    '退回理由：还没有确认',
    '赛程阶段：还有 4 处没有填好',
    '奖励阶梯：还没有确认',
    '创业培训：还没有确认',
    '办事指南：还没有确认',
  ]);
  expect(await code('competition/publishEdition', { editionId, version: work.version })).toBe(
    '422 COMPETITION_EDITION_NOT_READY 还不能发布：基本信息：还有 2 处没有填好',
  );
  expect((await server.ask<Home>(null, 'competition/home')).edition.editionId).toBe('LF-XH-2026');
  const contestId = `${editionId}-141033`;
  expect(await code('competition/contest', { contestId })).toBe('404 NOT_FOUND 没有找到，可能已被删除');
  const start = { contestId, trackCode: 'modern_services', groupCode: 'idea_team' };
  expect(await code('entry/start', start, 'entrant-new')).toBe('404 NOT_FOUND 没有找到，可能已被删除');
});

type Preview = {
  missing: Array<{ part: string }>;
  home: Home;
  guide: object;
  groups: object[];
  slots: object[];
  consents: object[];
  declaration: object | null;
};

test('a preview is to the letter what people see once it is published, and writes nothing', async () => {
  const editionId = await beginWith('ready');
  await typePart(server, editionId, 'guide', { 'guide.rulesZh': '每人限报一个项目。' });
  const preview = () => server.ask<Preview>('city', 'competition/previewEdition', { editionId });
  const before = await fingerprint(server.db);
  const { missing, home, guide, ...form } = await preview();
  expect(await fingerprint(server.db)).toEqual(before);
  expect(missing).toEqual([]);
  expect((await server.call('lead-puxian', 'competition/previewEdition', { editionId })).status).toBe(403);
  const { version } = await partOf(server, editionId, 'guide');
  await server.ask('city', 'competition/confirmPart', { editionId, part: 'guide', version });
  await server.ask('city', 'competition/publishEdition', {
    editionId,
    version: (await edition(editionId)).version,
  });
  expect(await server.ask(null, 'competition/home')).toEqual(home);
  expect(await server.ask(null, 'competition/guide')).toEqual(guide);
  const contest = await server.ask(null, 'competition/contest', { contestId: `${editionId}-141033` });
  const { groups, identityPapers, slots, consents, declaration } = contest;
  expect({ ...form }).toMatchObject({ groups, identityPapers, slots, consents, declaration });
});

test('a preview of what is begun leaves out what is not finished, and names it', async () => {
  await beginAnew();
  const { editionId } = await server.ask<{ editionId: string }>('city', 'competition/makeEdition', { from: null });
  const { missing, home, consents } = await server.ask<Preview>('city', 'competition/previewEdition', { editionId });
  expect(missing.map(({ part }) => part)).toEqual(['basics', 'consents', 'phases']);
  expect([home.edition.nameZh, home.contests.length, home.phases, consents]).toEqual(['2027 年创业大赛', 18, [], []]);
});

test('a part that is typed in again has to be confirmed again', async () => {
  const editionId = await beginWith('ready');
  expect((await edition(editionId)).obstacles).toEqual([]);
  await typePart(server, editionId, 'clocks', { 'clocks.correction': 7 });
  expect((await edition(editionId)).obstacles).toEqual([{ part: 'clocks', text: '审核时限：还没有确认' }]);
  const { version } = await typePart(server, editionId, 'clocks', { 'clocks.correction': 0 });
  expect(await code('competition/confirmPart', { editionId, part: 'clocks', version })).toBe(
    '422 COMPETITION_PART_UNFINISHED 这一部分还没有填好，请先改好标红的内容',
  );
});

test('published: it is what people see, every region has its contest, the one before is past, and staff are told', async () => {
  const editionId = await beginWith('ready');
  const before = await edition(editionId);
  expect(before.replaces).toEqual({ editionId: 'LF-XH-2026', nameZh: '2026 年星火项目创业大赛（演示）' });
  expect(before.opens).toEqual({ contests: 18, tracks: 3, groups: 3, slots: 7, phases: 4 });
  await server.ask('city', 'competition/publishEdition', { editionId, version: before.version }, 'publish-once-0001');
  // A retry is the same act.
  await server.ask('city', 'competition/publishEdition', { editionId, version: before.version }, 'publish-once-0001');
  expect(await code('competition/publishEdition', { editionId, version: before.version })).toBe(
    '409 COMPETITION_EDITION_PUBLISHED 这一届已经发布',
  );
  const home = await server.ask<Home>(null, 'competition/home');
  expect([home.edition.nameZh, home.contests.length, home.organiser.nameZh]).toEqual([
    '2027 年创业大赛',
    18,
    '市创业大赛组委会办公室',
  ]);
  expect(home.contests[13]).toMatchObject({
    contestId: 'XH-2027-141033',
    regionZh: '蒲县',
    tracks: [{ zh: '现代服务' }, { zh: '乡村振兴' }, { zh: '银发经济' }],
    signUp: { opensAt: '2026-11-20T00:00:00+08:00', closesAt: '2026-12-21T00:00:00+08:00', state: 'open' },
  });
  expect(home.phases).toMatchObject([{ zh: '报名' }, { zh: '资格审核' }]);
  const stands = await server.db.selectFrom('edition').select(['id', 'status']).orderBy('id').execute();
  expect(stands.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'LF-XH-2025 past',
    'LF-XH-2026 past',
    'XH-2027 current',
  ]);
  expect((await acts(editionId)).at(-1)).toBe('competition/publishEdition');
  expect(await acts('LF-XH-2026')).toEqual(['competition/endEdition']);
  const events = await server.db
    .selectFrom('outbox')
    .select(['event', 'payload'])
    .where('event', '=', 'edition.published')
    .execute();
  expect(events).toEqual([{ event: 'edition.published', payload: { editionId, editionZh: '2027 年创业大赛' } }]);
  // An entrant can begin at once.
  await server.ask('entrant-new', 'entry/start', {
    contestId: 'XH-2027-141033',
    trackCode: 'silver_economy',
    groupCode: 'idea_team',
  });
});

test('a part of what is published changes by a new version with a reason; nothing is seen before', async () => {
  const editionId = await beginWith('published');
  const typed = await typePart(server, editionId, 'clocks', { 'clocks.correction': 7 });
  expect([typed.state, typed.changes]).toEqual([
    'changed',
    [{ zh: '补正', before: '5 个工作日', after: '7 个工作日' }],
  ]);
  const draft = { contestId: `${editionId}-141033`, trackCode: 'silver_economy', groupCode: 'idea_team' };
  await server.ask('entrant-new', 'entry/start', draft);
  // Those of the edition before are not its own.
  await submittedEntry(server, { contestId: draft.contestId });
  await submittedEntry(server);
  expect(await server.ask('city', 'entry/inEdition', { editionId })).toEqual({ drafts: 1, sent: 1 });
  const clocks = async () =>
    await server.db
      .selectFrom('edition')
      .select(['blueprint', 'blueprint_version'])
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
  expect([(await clocks()).blueprint.clocks.correction, (await clocks()).blueprint_version]).toEqual([5, 1]);
  const publish = { editionId, part: 'clocks', version: typed.version };
  expect(await code('competition/publishPart', { ...publish, reason: '' })).toMatch(/^400/);
  await server.ask('city', 'competition/publishPart', { ...publish, reason: '补正时间太短' });
  expect([(await clocks()).blueprint.clocks.correction, (await clocks()).blueprint_version]).toEqual([7, 2]);
  expect((await edition(editionId)).versions.map(({ n, partZh, reason }) => [n, partZh, reason])).toEqual([
    [2, '审核时限', '补正时间太短'],
    [1, null, ''],
  ]);
  const { version } = await partOf(server, editionId, 'clocks');
  expect(await code('competition/publishPart', { ...publish, version, reason: '再来' })).toBe(
    '422 COMPETITION_PART_UNCHANGED 这一部分没有改动',
  );
  const events = await server.db
    .selectFrom('outbox')
    .select('payload')
    .where('event', '=', 'edition.changed')
    .execute();
  expect(events.map(({ payload }) => payload)).toEqual([
    { editionId, editionZh: '2027 年创业大赛', part: 'clocks', partZh: '审核时限', reason: '补正时间太短' },
  ]);
  // What was typed and not published can be taken back.
  const again = await typePart(server, editionId, 'clocks', { 'clocks.correction': 9 });
  await server.ask('city', 'competition/dropPartChanges', { editionId, part: 'clocks', version: again.version });
  expect((await partOf(server, editionId, 'clocks')).data['clocks.correction']).toBe(7);
});

test('two who type in one part: the second is told what stands, and nothing of the first is lost', async () => {
  const editionId = await beginWith('ready');
  const { version, data } = await partOf(server, editionId, 'clocks');
  await typePart(server, editionId, 'clocks', { 'clocks.correction': 6 });
  const { status, body } = await server.call('city', 'competition/savePart', {
    editionId,
    part: 'clocks',
    version,
    data,
  });
  expect([status, body.ok ? null : body.error.code]).toEqual([409, 'CASE_STALE']);
  expect(body.ok ? null : body.error.current).toMatchObject({ version: version + 1, data: { 'clocks.correction': 6 } });
  expect((await partOf(server, editionId, 'clocks')).data['clocks.correction']).toBe(6);
});

test('the city’s windows reach every contest; days that a region chose stay while they lie inside', async () => {
  const editionId = await beginWith('published');
  await republish(server, editionId, 'phases', {
    'phases/judging/opensAt': '2027-01-10',
    'phases/judging/closesAt': '2027-01-31',
  });
  const judging = async () => {
    const { rows } = await sql<{ region: string; opens: string }>`select c.region_id as region,
        to_char(p.opens_at at time zone 'Asia/Shanghai', 'MM-DD') as opens
      from phase p join contest c on c.id = p.contest_id
      where c.edition_id = ${editionId} and p.kind = 'judging' order by c.region_id`.execute(server.db);
    return rows;
  };
  expect((await judging()).map(({ opens }) => opens)).toEqual(Array(18).fill('01-10'));
  const own = (region: string, day: string) =>
    sql`update phase set opens_at = ${`2027-01-${day}T00:00:00+08:00`}::timestamptz
      where contest_id = ${`${editionId}-${region}`} and kind = 'judging'`.execute(server.db);
  await own('141033', '20');
  await own('141002', '12');
  await republish(server, editionId, 'phases', { 'phases/judging/opensAt': '2027-01-15' });
  const after = await judging();
  expect(after.find(({ region }) => region === '141033')?.opens).toBe('01-20');
  expect(after.filter(({ region }) => region !== '141033').map(({ opens }) => opens)).toEqual(Array(17).fill('01-15'));
  await republish(server, editionId, 'phases', {
    'phases/judging/regionMayMove': false,
    'phases/judging/closesAt': '2027-02-05',
  });
  expect((await judging()).map(({ opens }) => opens)).toEqual(Array(18).fill('01-15'));
});

test('a common track comes to every contest, one that an entry names cannot go', async () => {
  const editionId = await beginWith('published');
  await server.ask('entrant-new', 'entry/start', {
    contestId: `${editionId}-141033`,
    trackCode: 'silver_economy',
    groupCode: 'idea_team',
  });
  const order = 'green,modern_services,rural_revitalisation,silver_economy';
  await republish(server, editionId, 'tracks', { tracks: order, 'tracks/green/zh': '绿色经济' });
  const contest = await server.ask<{ tracks: Array<{ zh: string }> }>(null, 'competition/contest', {
    contestId: `${editionId}-LFEDZ`,
  });
  expect(contest.tracks.map(({ zh }) => zh)).toEqual(['绿色经济', '现代服务', '乡村振兴', '银发经济']);
  const { version } = await typePart(server, editionId, 'tracks', {
    tracks: 'green,modern_services,rural_revitalisation',
  });
  expect(await code('competition/publishPart', { editionId, part: 'tracks', version, reason: '并入其他赛道' })).toBe(
    '422 COMPETITION_TRACK_IN_USE 已有项目选了这个赛道，不能去掉',
  );
  await republish(server, editionId, 'tracks', {
    tracks: 'green,modern_services,silver_economy',
    'tracks/silver_economy/zh': '银发经济',
  });
  expect(
    (
      await server.ask<{ tracks: Array<{ zh: string }> }>(null, 'competition/contest', {
        contestId: `${editionId}-LFEDZ`,
      })
    ).tracks.map(({ zh }) => zh),
  ).toEqual(['绿色经济', '现代服务', '银发经济']);
});

test('a common track is called like no region’s own: beside its name once the edition is out, among what is missing before', async () => {
  await beginAnew();
  const contestId = 'LF-XH-2026-141033';
  await server.ask('lead-puxian', 'competition/addOwnTrack', { contestId, version: 1, zh: '核桃产业' });
  const walnut = async (editionId: string) => {
    const { data } = await partOf(server, editionId, 'tracks');
    return typePart(server, editionId, 'tracks', { tracks: `${data.tracks},walnut`, 'tracks/walnut/zh': '核桃 产业' });
  };
  const { version } = await walnut('LF-XH-2026');
  const input = { editionId: 'LF-XH-2026', part: 'tracks', version, reason: '扩大范围' };
  expect((await server.call('city', 'competition/publishPart', input)).body).toMatchObject({
    error: {
      code: 'COMPETITION_PART_UNFINISHED',
      fields: { 'tracks/walnut/zh': '蒲县已自设“核桃产业”赛道，请换一个名称' },
    },
  });
  const { editionId } = await server.ask<{ editionId: string }>('city', 'competition/makeEdition', {
    from: 'LF-XH-2026',
  });
  await walnut(editionId);
  expect((await edition(editionId)).obstacles.filter(({ part }) => part === 'tracks')).toEqual([
    { part: 'tracks', text: '赛道：蒲县已自设“核桃产业”赛道，请换一个名称' },
    { part: 'tracks', text: '赛道：还没有确认' },
  ]);
});

test('cloned from an edition: its days a year later, its regions’ own tracks, nothing confirmed', async () => {
  await beginAnew();
  const { editionId } = await server.ask<{ editionId: string }>('city', 'competition/makeEdition', {
    from: 'LF-XH-2026',
  });
  expect((await partOf(server, editionId, 'basics')).data).toMatchObject({
    nameZh: '2027 年星火项目创业大赛（演示）',
    year: 2027,
    cutoffDate: '2027-11-01',
  });
  expect((await partOf(server, editionId, 'phases')).data).toMatchObject({
    'phases/signUp/opensAt': '2027-11-04',
    'phases/signUp/closesAt': '2027-12-13',
  });
  const own = await sql`select c.region_id, t.zh from contest_track o join contest c on c.id = o.contest_id
    join track t on t.edition_id = o.edition_id and t.code = o.track_code
    where o.edition_id = ${editionId} and c.region_id = 'LFEDZ' order by t.zh`.execute(server.db);
  expect(own.rows).toEqual([
    { region_id: 'LFEDZ', zh: '先进制造' },
    { region_id: 'LFEDZ', zh: '微视听创意' },
  ]);
  expect((await edition(editionId)).parts.filter(({ stateZh }) => stateZh === '已确认')).toEqual([]);
  const work = await edition(editionId);
  await server.ask('city', 'competition/dropEdition', { editionId, version: work.version });
  expect(await code('competition/edition', { editionId })).toMatch(/^404/);
  expect(await acts(editionId)).toEqual(['competition/makeEdition', 'competition/dropEdition']);
});

test('three drafts are enough, and what was published cannot be dropped', async () => {
  await beginAnew();
  for (let n = 0; n < 3; n += 1) await server.ask('city', 'competition/makeEdition', { from: null });
  expect(await code('competition/makeEdition', { from: null })).toBe(
    '422 COMPETITION_TOO_MANY_DRAFTS 已有 3 届没有发布，请先发布或删掉一届',
  );
  expect(await code('competition/dropEdition', { editionId: 'LF-XH-2026', version: 1 })).toMatch(/^409/);
  expect(await code('competition/savePart', { editionId: 'LF-XH-2025', part: 'clocks', version: 0, data: {} })).toMatch(
    /^422 COMPETITION_EDITION_OVER/,
  );
  expect(regions.length * 3).toBe(
    (await server.db.selectFrom('contest').select('id').where('edition_id', 'like', 'XH-%').execute()).length,
  );
});

test('an identity number is kept nowhere, and what nobody asks is dropped', async () => {
  const editionId = await beginWith('ready');
  const { version, data } = await partOf(server, editionId, 'basics');
  const save = (more: object) => ({ editionId, part: 'basics', version, data: { ...data, ...more } });
  expect(await code('competition/savePart', save({ basisZh: '联系人 11010519491231002X' }))).toMatch(
    /^422 TEXT_HAS_ID_NUMBER/,
  );
  const kept = await server.ask<{ data: Record<string, unknown> }>(
    'city',
    'competition/savePart',
    save({ secret: 'x', nameZh: ' 甲​ 乙 ' }),
  );
  expect(kept.data).toEqual({ ...data, nameZh: '甲 乙' });
  expect(partNames.length).toBe(12);
});

test('of two drafts of a year that are published at once the second is told that the year has its edition', async () => {
  await beginAnew();
  const drafts = [await readyEdition(server), await readyEdition(server)];
  const versions = await Promise.all(drafts.map(async (editionId) => (await edition(editionId)).version));
  const answers = await Promise.all(
    drafts.map((editionId, i) =>
      code('competition/publishEdition', { editionId, version: versions[i] }, i === 0 ? 'city' : 'city-2'),
    ),
  );
  expect(answers.sort()).toEqual([
    '422 COMPETITION_EDITION_NOT_READY 还不能发布：基本信息：2027 年已经有一届，请改年度',
    'done',
  ]);
  const current = await server.db.selectFrom('edition').select('year').where('status', '=', 'current').execute();
  expect(current).toEqual([{ year: 2027 }]);
});

test('an edition of which a colleague changed and confirmed a part meanwhile is not published unseen', async () => {
  const editionId = await beginWith('ready');
  const seen = (await edition(editionId)).version;
  const { version } = await typePart(server, editionId, 'basics', { nameZh: '同事改过的名称' });
  await server.ask('city-2', 'competition/confirmPart', { editionId, part: 'basics', version });
  const publish = (of: number) => server.call('city', 'competition/publishEdition', { editionId, version: of });
  expect(await publish(seen)).toMatchObject({
    status: 409,
    body: { error: { code: 'CASE_STALE', current: { version: seen + 1, nameZh: '同事改过的名称' } } },
  });
  expect((await publish(seen + 1)).status).toBe(200);
});
