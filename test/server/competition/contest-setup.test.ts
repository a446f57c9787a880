import { filledDraft, freshPerson, submittedEntry } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';
import { news } from '../notices/news';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const lead = 'lead-puxian';
const contestId = 'LF-XH-2026-141033';
const card = {
  office: '蒲县创业服务中心',
  phone: '0357 2012345',
  address: '蒲县府东街 1 号（演示）',
  hours: '工作日 09:00–17:00',
  venue: '蒲县文化中心报告厅（演示）',
};
type Setup = {
  version: number;
  tracks: Array<{ code: string; zh: string; own: boolean }>;
  changes: Array<Record<string, string>>;
};
const change = (as: string, act: string, input: object) =>
  server.call(as, `competition/${act}`, { contestId, ...input });
const setup = (as = lead) => server.ask<Setup>(as, 'competition/contestSetup', { contestId });

test('a lead’s card is how people reach the contest, kept as it is called; what was changed is kept with who and when', async () => {
  const { status } = await change(lead, 'saveContestCard', { version: 1, ...card });
  expect(status).toBe(200);
  const contact = { ...card, phone: '0357-2012345' };
  expect(await server.ask(null, 'competition/contest', { contestId })).toMatchObject({ contact });
  const { contests } = await server.ask<{ contests: Array<{ contestId: string; contact: object }> }>(
    null,
    'competition/home',
  );
  expect(contests.find((each) => each.contestId === contestId)?.contact).toEqual(contact);
  const { version, changes } = await setup();
  expect([version, changes.length]).toEqual([2, 5]);
  expect(changes.find(({ zh }) => zh === '联系电话')).toMatchObject({
    fromZh: '0357-0000014',
    toZh: '0357-2012345',
    byZh: '蒲县审核负责人',
    at: '2026-11-24T09:00:00+08:00',
  });
  const { rows } = {
    rows: await server.db.selectFrom('audit').selectAll().where('subject', '=', `contest:${contestId}`).execute(),
  };
  expect(rows).toMatchObject([{ n: 1, act: 'competition/changeContest', data: { version: 2 } }]);
  // Nothing personal, and no value: names of fields alone.
  expect(JSON.stringify(rows)).not.toContain('2012345');
});

test('a card without a number, or with none that can be called, says so beside the field; saved unchanged it counts as no change', async () => {
  for (const phone of ['', '23456']) {
    expect(await change(lead, 'saveContestCard', { version: 1, ...card, phone })).toMatchObject({
      status: 422,
      body: { error: { code: 'COMPETITION_CARD_WRONG', fields: { phone: expect.any(String) } } },
    });
  }
  await change(lead, 'saveContestCard', { version: 1, ...card });
  await change(lead, 'saveContestCard', { version: 2, ...card });
  expect((await setup()).version).toBe(2);
});

test('who comes second is told what stands, and nothing is written over', async () => {
  await change('city', 'saveContestCard', { version: 1, ...card });
  const second = await change(lead, 'saveContestCard', { version: 1, ...card, office: '别的单位' });
  expect(second).toMatchObject({
    status: 409,
    body: { error: { code: 'CASE_STALE', current: { version: 2, card: { office: '蒲县创业服务中心' } } } },
  });
});

test('a region has as many tracks of its own as the city lets it; one that an entry names stays, drafts count', async () => {
  const add = async (version: number, zh: string) => (await change(lead, 'addOwnTrack', { version, zh })).body;
  for (const alike of ['现代服务', '现代 服务', '现代\u200b服务'])
    expect(await add(1, alike)).toMatchObject({
      error: { code: 'COMPETITION_TRACK_TWICE', fields: { zh: '已有“现代服务”赛道，请换一个名称' } },
    });
  const before = (await setup()).tracks.filter(({ own }) => own).length;
  expect(before).toBe(0);
  expect(await add(1, '核桃产业')).toMatchObject({ ok: true });
  expect(await add(2, '智能制造')).toMatchObject({ ok: true });
  expect(await add(3, '第三个')).toMatchObject({
    error: { code: 'COMPETITION_OWN_TRACKS_FULL', message: '最多自设 2 个特色赛道，已满' },
  });
  const { tracks } = await setup();
  const own = tracks.filter((track) => track.own);
  // The same name is the same track wherever it runs.
  expect(own.map(({ code, zh }) => [zh, code])).toEqual([
    ['核桃产业', expect.stringMatching(/^own-141033-/)],
    ['智能制造', 'smart_manufacturing'],
  ]);
  const walnut = own[0]?.code ?? '';
  await server.ask(await freshPerson(server), 'entry/start', { contestId, trackCode: walnut, groupCode: 'idea_team' });
  const remove = async (version: number, code: string) =>
    (await change(lead, 'removeOwnTrack', { version, code })).body;
  expect(await remove(3, walnut)).toMatchObject({
    error: { code: 'COMPETITION_TRACK_IN_USE', message: '已有项目选了“核桃产业”赛道（含填写中的），不能删除' },
  });
  expect(await remove(3, 'modern_services')).toMatchObject({ error: { code: 'COMPETITION_TRACK_NOT_OWN' } });
  expect(await remove(3, 'smart_manufacturing')).toMatchObject({ ok: true });
  const elsewhere = await server.db
    .selectFrom('track')
    .select('code')
    .where('code', '=', 'smart_manufacturing')
    .execute();
  expect([(await setup()).tracks.map(({ zh }) => zh).includes('智能制造'), elsewhere.length > 0]).toEqual([
    false,
    true,
  ]);
});

test('an edition begun from another has its own tracks, and a region sets up one more in it', async () => {
  await change(lead, 'addOwnTrack', { version: 1, zh: '核桃产业' });
  const { editionId } = await server.ask<{ editionId: string }>('city', 'competition/makeEdition', {
    from: 'LF-XH-2026',
  });
  const next = { contestId: `${editionId}-141033` };
  const { status, body } = await server.call(lead, 'competition/addOwnTrack', { ...next, version: 1, zh: '杂粮产业' });
  expect([status, body.ok]).toEqual([200, true]);
  const own = (await server.ask<Setup>(lead, 'competition/contestSetup', next)).tracks.filter((track) => track.own);
  expect(own.map(({ zh }) => zh)).toEqual(['核桃产业', '杂粮产业']);
  expect(new Set(own.map(({ code }) => code)).size).toBe(2);
});

test('regions that set up and take away the same track at once are served one after the other: it is one track', async () => {
  const regions = ['141033', '141002', '141021', '141022', '141023'];
  const of = (region: string) => `LF-XH-2026-${region}`;
  const at = (region: string) => server.ask<Setup>('city', 'competition/contestSetup', { contestId: of(region) });
  const ownOf = async (region: string) => (await at(region)).tracks.find(({ zh }) => zh === '核桃产业')?.code;
  const add = async (region: string) => {
    const { version } = await at(region);
    return server.call('city', 'competition/addOwnTrack', { contestId: of(region), version, zh: '核桃产业' });
  };
  const remove = async (region: string) => {
    const [{ version }, code] = [await at(region), await ownOf(region)];
    return server.call('city', 'competition/removeOwnTrack', { contestId: of(region), version, code });
  };
  const walnuts = () =>
    server.db.selectFrom('track').select('code').where('zh', '=', '核桃产业').where('kind', '=', 'region').execute();
  expect((await Promise.all(regions.map(add))).map(({ status }) => status)).toEqual(Array(5).fill(200));
  expect((await walnuts()).length).toBe(1);
  const [first = '', ...others] = regions;
  for (let turn = 0; turn < 4; turn += 1) {
    for (const region of others) await remove(region);
    const both = await Promise.all([remove(first), ...others.map(add)]);
    expect(both.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect((await walnuts()).length).toBe(1);
    await add(first);
  }
});

test('a window moves inside the city’s; those concerned are told, its closing is told again, and sign-up ends with it', async () => {
  const { leader } = await submittedEntry(server);
  const other = await freshPerson(server, '尧都的人');
  await filledDraft(server, { region: '141002', leader: other });
  await news(server);
  const move = (last: string, version = 1) =>
    change(lead, 'moveWindow', { version, phase: 'signUp', first: '2026-11-04', last });
  expect((await move('2026-12-14')).body).toMatchObject({
    error: { code: 'COMPETITION_WINDOW_OUTSIDE', fields: { last: '不能晚于全市的截止时间12月13日（周日）24:00' } },
  });
  expect((await move('2026-12-10')).status).toBe(200);
  const told = await news(server);
  const name = (
    await server.db.selectFrom('person').select('display_name').where('id', '=', leader).executeTakeFirstOrThrow()
  ).display_name;
  expect(told.map(({ who }) => who).sort()).toEqual(
    ['city', 'city-2', 'clerk-puxian-1', 'clerk-puxian-2', lead, name].sort(),
  );
  expect(told[0]).toMatchObject({
    title: '蒲县报名时间有变',
    body: '报名时间改为11月4日（周三）至12月10日（周四）24:00，请按新的时间安排。',
    link: `/packages/open/region/index?contestId=${contestId}`,
  });
  expect((await setup()).changes[0]).toMatchObject({
    zh: '报名时间',
    fromZh: '11月4日（周三）至12月13日（周日）24:00',
    toZh: '11月4日（周三）至12月10日（周四）24:00',
  });
  server.clock.set(Date.parse('2026-12-11T00:00:00+08:00'));
  const late = await server.call(await freshPerson(server), 'entry/start', {
    contestId,
    trackCode: 'modern_services',
    groupCode: 'idea_team',
  });
  expect(late.body).toMatchObject({ error: { code: 'ENTRY_SIGN_UP_CLOSED' } });
  // Opened once more while the city's own is open: its closing will be told of again.
  await server.db
    .updateTable('phase')
    .set({ closed_told_at: new Date() })
    .where('contest_id', '=', contestId)
    .where('kind', '=', 'signUp')
    .execute();
  expect((await move('2026-12-12', 2)).status).toBe(200);
  expect(
    await server.db
      .selectFrom('phase')
      .select(['closed_told_at', 'opened_told_at'])
      .where('contest_id', '=', contestId)
      .where('kind', '=', 'signUp')
      .executeTakeFirstOrThrow(),
  ).toMatchObject({ closed_told_at: null });
  const fixed = await change(lead, 'moveWindow', {
    version: 3,
    phase: 'screening',
    first: '2026-11-04',
    last: '2026-12-20',
  });
  expect(fixed.body).toMatchObject({
    error: { code: 'COMPETITION_WINDOW_FIXED', message: '资格审核的时间全市统一，不能单独修改' },
  });
  // The same window again is no change, and tells nobody.
  await news(server);
  expect((await move('2026-12-12', 3)).status).toBe(200);
  expect([await news(server), (await setup()).version]).toEqual([[], 3]);
});

test('what is over stays as it was, a clerk changes nothing, a lead nothing elsewhere, the supervisor reads', async () => {
  const past = { contestId: 'LF-XH-2025-141033', version: 1, ...card };
  expect((await server.call(lead, 'competition/saveContestCard', past)).body).toMatchObject({
    error: { code: 'COMPETITION_EDITION_OVER' },
  });
  const status = async (as: string) => (await change(as, 'saveContestCard', { version: 1, ...card })).status;
  expect([await status('clerk-puxian-1'), await status('auditor'), await status('clerk-yaodu')]).toEqual([
    403, 403, 403,
  ]);
  const yaodu = await server.call(lead, 'competition/contestSetup', { contestId: 'LF-XH-2026-141002' });
  expect([
    yaodu.status,
    (await server.ask<{ shutZh: string }>('auditor', 'competition/contestSetup', { contestId })).shutZh,
  ]).toEqual([403, '您可以查看，由本县（市、区）审核负责人或市级统筹人员修改']);
  const listed = async (as: string) =>
    (await server.ask<{ contests: Array<{ regionZh: string }> }>(as, 'competition/contestSetups')).contests.map(
      ({ regionZh }) => regionZh,
    );
  expect([await listed(lead), (await listed('city')).length, (await listed('auditor'))[0]]).toEqual([
    ['蒲县'],
    18,
    '尧都区',
  ]);
});

type Region = { regionZh: string; contactMissing: boolean; differences: Array<Record<string, string | null>> };

test('the drift report says which region differs in what, since when and by whom, in the regions’ own order', async () => {
  const drift = async (as = 'city') => (await server.ask<{ regions: Region[] }>(as, 'competition/drift')).regions;
  const of = (regions: Region[], zh: string) => regions.find(({ regionZh }) => regionZh === zh);
  const before = await drift();
  expect([before.length, before[0]?.regionZh, before[17]?.regionZh]).toEqual([18, '尧都区', '临汾经济开发区']);
  expect(of(before, '蒲县')).toEqual({ contestId, regionZh: '蒲县', contactMissing: false, differences: [] });
  // The zone runs exactly its three: two of its own, and two common ones not, from the beginning.
  expect(of(before, '临汾经济开发区')?.differences.map(({ zh, since }) => [zh, since])).toEqual([
    ['自设赛道“先进制造”', null],
    ['自设赛道“微视听创意”', null],
    ['未设通用赛道“乡村振兴”', null],
    ['未设通用赛道“银发经济”', null],
  ]);
  await change(lead, 'addOwnTrack', { version: 1, zh: '核桃产业' });
  server.clock.pass(60_000);
  await change('city', 'moveWindow', { version: 2, phase: 'signUp', first: '2026-11-04', last: '2026-12-10' });
  expect(of(await drift('auditor'), '蒲县')?.differences).toEqual([
    { what: expect.any(String), zh: '自设赛道“核桃产业”', since: '2026-11-24T09:00:00+08:00', byZh: '蒲县审核负责人' },
    {
      what: 'phase.signUp',
      zh: '报名11月4日（周三）至12月10日（周四）24:00，全市11月4日（周三）至12月13日（周日）24:00',
      since: '2026-11-24T09:01:00+08:00',
      byZh: '市级统筹人员',
    },
  ]);
  await change(lead, 'moveWindow', { version: 3, phase: 'signUp', first: '2026-11-04', last: '2026-12-13' });
  expect(of(await drift(), '蒲县')?.differences).toHaveLength(1);
});

test('a new edition begins with the cards of the last; one without a number stands in the way of publishing until its region or the city puts it in', async () => {
  const { editionId } = await server.ask<{ editionId: string }>('city', 'competition/makeEdition', { from: null });
  const draft = { contestId: `${editionId}-141033` };
  expect(await server.ask(lead, 'competition/contestSetup', draft)).toMatchObject({
    card: { phone: '0357-0000014' },
    windows: [],
    shutZh: null,
  });
  const inTheWay = async () =>
    (
      await server.ask<{ obstacles: Array<{ part: string; text: string }> }>('city', 'competition/edition', {
        editionId,
      })
    ).obstacles.filter(({ part }) => part === 'contacts');
  expect(await inTheWay()).toEqual([]);
  await server.db.updateTable('contest').set({ phone: '' }).where('id', '=', draft.contestId).execute();
  expect(await inTheWay()).toEqual([{ part: 'contacts', text: '蒲县还没有填联系电话' }]);
  await server.ask(lead, 'competition/saveContestCard', { ...draft, version: 1, ...card });
  expect(await inTheWay()).toEqual([]);
  // It goes with its draft, and what was changed of it too.
  const { version } = await server.ask<{ version: number }>('city', 'competition/edition', { editionId });
  await server.ask('city', 'competition/dropEdition', { editionId, version });
});

test('the guide says an edition’s rules and questions; with a region its timetable and card; an entry’s status and receipt say whom to ask', async () => {
  type Guide = { regionZh: string | null; phases: object[]; contact: { phone: string } | null; faq: object[] };
  const city = await server.ask<Guide>(null, 'competition/guide', {});
  expect([city.regionZh, city.contact, city.phases.length >= 2, city.faq.length]).toEqual([null, null, true, 4]);
  const here = await server.ask<Guide>(null, 'competition/guide', { contestId });
  expect([here.regionZh, here.contact?.phone]).toEqual(['蒲县', '0357-0000014']);
  expect((await server.call(null, 'competition/guide', { contestId: 'nowhere' })).status).toBe(404);
  await server.db.updateTable('edition').set({ status: 'past' }).where('status', '=', 'current').execute();
  expect((await server.call(null, 'competition/guide', {})).body).toMatchObject({
    error: { code: 'COMPETITION_NO_EDITION' },
  });
  await server.db.updateTable('edition').set({ status: 'current' }).where('id', '=', 'LF-XH-2026').execute();
  const { entryId, leader } = await submittedEntry(server);
  for (const path of ['entry/status', 'entry/receipt']) {
    expect(await server.ask(leader, path, { entryId })).toMatchObject({
      regionZh: '蒲县',
      contact: { phone: '0357-0000014' },
    });
  }
});
