import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { toShanghai } from '../../../src/shared/kernel/shanghai';
import { announcementText, attachFile, publishedAnnouncement, writtenAnnouncement } from '../../support/announcements';
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
const puxian = '141033';
const contestId = (regionId: string) => `LF-XH-2026-${regionId}`;
type Shown = { announcements: Array<{ title: string; regionZh: string | null }> };
const onLanding = async () => (await server.ask<Shown>(null, 'competition/home')).announcements;
const inRegion = async (regionId: string) =>
  (await server.ask<Shown>(null, 'competition/contest', { contestId: contestId(regionId) })).announcements;
const titles = (shown: Shown['announcements']) => shown.map(({ title }) => title);

test('a region’s announcement stands on the landing page and in its region, the city’s in every region; the newest first', async () => {
  await publishedAnnouncement(server, 'city', null, { title: '全市一' });
  server.clock.pass(1000);
  await publishedAnnouncement(server, lead, puxian, { title: '蒲县一' });
  expect(await onLanding()).toEqual([
    expect.objectContaining({ title: '蒲县一', regionZh: '蒲县' }),
    expect.objectContaining({ title: '全市一', regionZh: null }),
  ]);
  expect(titles(await inRegion(puxian))).toEqual(['蒲县一', '全市一']);
  expect(titles(await inRegion('141002'))).toEqual(['全市一']);
  for (const n of [2, 3, 4, 5, 6]) {
    server.clock.pass(1000);
    await publishedAnnouncement(server, 'city', null, { title: `全市 ${n}` });
  }
  // A busy place puts nobody else's out of sight; a region's page has the five newest that concern it.
  expect(titles(await onLanding())).toEqual(['全市 6', '全市 5', '蒲县一']);
  expect(titles(await inRegion(puxian))).toEqual(['全市 6', '全市 5', '全市 4', '全市 3', '全市 2']);
});

test('all that are published are read page by page, of a region with the city’s or of everywhere', async () => {
  type Page = { items: Array<{ title: string }>; next: string | null };
  const page = (input: object) => server.ask<Page>(null, 'competition/publishedAnnouncements', input);
  await publishedAnnouncement(server, lead, puxian, { title: '蒲县一' });
  await publishedAnnouncement(server, 'city', '141002', { title: '尧都一' });
  for (let n = 1; n <= 20; n += 1) await publishedAnnouncement(server, 'city', null, { title: `全市 ${n}` });
  const first = await page({ regionId: puxian });
  const second = await page({ regionId: puxian, cursor: first.next });
  const here = [...first.items, ...second.items].map(({ title }) => title);
  // All of one instant: by their ids, none twice and none left out.
  expect([first.items.length, second.items.length, new Set(here).size, second.next]).toEqual([20, 1, 21, null]);
  expect([here.includes('蒲县一'), here.includes('尧都一')]).toEqual([true, false]);
  const all = await page({});
  expect([all.items.length, (await page({ cursor: all.next })).items.length]).toEqual([20, 2]);
  expect((await server.call(null, 'competition/publishedAnnouncements', { cursor: first.next })).status).toBe(422);
});

test('a draft is nobody’s to read; published it is everybody’s, withdrawn it is gone, and it may be put right and published again', async () => {
  const announcementId = await writtenAnnouncement(server, lead, puxian);
  const read = (as: string | null) => server.call(as, 'competition/announcement', { announcementId });
  expect([await onLanding(), (await read(null)).status, (await read(lead)).status]).toEqual([[], 404, 404]);
  const published = await server.ask(lead, 'competition/publishAnnouncement', { announcementId, version: 1 });
  expect(published).toMatchObject({ state: 'published', stateZh: '已发布', version: 2 });
  expect(await server.ask(null, 'competition/announcement', { announcementId })).toEqual({
    announcementId,
    regionId: puxian,
    regionZh: '蒲县',
    ...announcementText,
    publishedAt: toShanghai(server.clock.now()),
    file: null,
  });
  const edit = (version: number) => ({ announcementId, version, title: '改过的标题', body: '改过的正文' });
  const early = await server.call(lead, 'competition/editAnnouncement', edit(2));
  expect(early).toMatchObject({
    status: 422,
    body: {
      error: { code: 'ANNOUNCEMENT_MOVE_NOT_ALLOWED', message: '公告现为“已发布”，不能“保存”。可以：撤回' },
    },
  });
  await server.ask(lead, 'competition/withdrawAnnouncement', { announcementId, version: 2 });
  expect([await onLanding(), (await read(null)).status]).toEqual([[], 404]);
  await server.ask(lead, 'competition/editAnnouncement', edit(3));
  await server.ask('city', 'competition/publishAnnouncement', { announcementId, version: 4 });
  expect(titles(await onLanding())).toEqual(['改过的标题']);
  const { timeline, version } = await server.ask<{ timeline: Array<{ zh: string }>; version: number }>(
    'auditor',
    'competition/keptAnnouncement',
    { announcementId },
  );
  expect([version, timeline.map(({ zh }) => zh)]).toEqual([5, ['发布', '撤回', '发布']]);
});

test('two who change it at once: the second is told, and nothing is changed', async () => {
  const announcementId = await writtenAnnouncement(server, lead, puxian);
  const text = { announcementId, version: 1, title: '甲', body: '甲' };
  await server.ask(lead, 'competition/editAnnouncement', text);
  const second = await server.call('city', 'competition/editAnnouncement', { ...text, title: '乙' });
  expect(second).toMatchObject({ status: 409, body: { error: { code: 'CASE_STALE', current: { version: 2 } } } });
  expect(await server.ask(lead, 'competition/keptAnnouncement', { announcementId })).toMatchObject({ title: '甲' });
});

test('teams of what is not over and the staff there are told, each once; nobody of another region, unless it is the city’s', async () => {
  const { leader } = await submittedEntry(server, { region: puxian });
  const drafting = await freshPerson(server, '填写中的人');
  await filledDraft(server, { region: puxian, leader: drafting, title: '蒲县核桃' });
  const other = await freshPerson(server, '尧都的人');
  await filledDraft(server, { region: '141002', leader: other });
  const gone = await freshPerson(server, '退赛的人');
  const left = await submittedEntry(server, { region: puxian, leader: gone });
  const { version } = await server.ask<{ version: number }>(gone, 'entry/get', { entryId: left.entryId });
  await server.ask(gone, 'entry/withdraw', { entryId: left.entryId, version, reason: '' });
  // A lead who entered elsewhere is told once all the same.
  await filledDraft(server, { region: '141002', leader: personaId(lead) });
  await news(server);

  const { announcementId } = await publishedAnnouncement(server, lead, puxian);
  const name = async (id: string) =>
    (await server.db.selectFrom('person').select('display_name').where('id', '=', id).executeTakeFirstOrThrow())
      .display_name;
  const here = ['clerk-puxian-1', 'clerk-puxian-2', lead, 'city', 'city-2', await name(leader), '填写中的人'];
  const first = await news(server);
  expect(first.map(({ who }) => who).sort()).toEqual([...here].sort());
  expect(first[0]).toMatchObject({
    notice: 'announcement.published',
    title: '蒲县发布公告',
    body: `“${announcementText.title}”${announcementText.body}`,
    link: `/packages/open/announcement/index?announcementId=${announcementId}`,
  });
  await publishedAnnouncement(server, 'city', null);
  const all = await news(server);
  expect(all.map(({ who }) => who).sort()).toEqual([...here, '尧都的人', 'clerk-yaodu', 'clerk-lfedz'].sort());
});

test('a clerk announces nothing, a lead nothing for another region or the city, and a withdrawn right ends it', async () => {
  const write = (as: string, regionId: string | null) =>
    server.call(as, 'competition/writeAnnouncement', { regionId, ...announcementText });
  expect([
    (await write('clerk-puxian-1', puxian)).status,
    (await write(lead, '141002')).status,
    (await write(lead, null)).status,
    (await write('auditor', null)).status,
    (await write('city', 'nowhere')).status,
    (await write(lead, puxian)).status,
  ]).toEqual([403, 403, 403, 403, 404, 200]);
  type Listed = { items: unknown[]; places: Array<{ zh: string }> };
  const listed = (as: string) => server.ask<Listed>(as, 'competition/announcements');
  const places = async (as: string) => (await listed(as)).places.map(({ zh }) => zh);
  expect([await places(lead), (await places('city')).length, await places('auditor')]).toEqual([['蒲县'], 19, []]);
  expect([
    (await listed('auditor')).items.length,
    (await server.call('clerk-yaodu', 'competition/announcements')).status,
  ]).toEqual([1, 403]);
});

test('its file is open to everybody while it is published, and to its keepers before; what is on its way holds back the publishing', async () => {
  const announcementId = await writtenAnnouncement(server, lead, puxian);
  const open = (as: string | null, uploadId: string) => server.call(as, 'competition/openPublicFile', { uploadId });
  const uploadId = await attachFile(server, lead, announcementId, '辅导安排.pdf');
  expect([(await open(null, uploadId)).status, (await open(lead, uploadId)).status]).toEqual([404, 200]);
  const { uploadId: sending } = await server.ask<{ uploadId: string }>(lead, 'competition/beginAnnouncementFile', {
    announcementId,
    slot: 'attachment',
    name: '安排（改）.pdf',
    size: 100,
  });
  const publish = (version: number) =>
    server.call(lead, 'competition/publishAnnouncement', { announcementId, version });
  expect((await publish(1)).body).toMatchObject({ error: { code: 'ANNOUNCEMENT_FILE_WAITING' } });
  await server.ask(lead, 'competition/cancelAnnouncementFile', { uploadId: sending });
  expect((await publish(1)).status).toBe(200);
  expect(await server.ask(null, 'competition/announcement', { announcementId })).toMatchObject({
    file: { uploadId, name: '辅导安排.pdf', kind: 'pdf' },
  });
  expect((await open(null, uploadId)).body).toMatchObject({
    data: { name: '辅导安排.pdf', kind: 'pdf', inline: true },
  });
  const shut = await server.call(lead, 'competition/removeAnnouncementFile', { uploadId });
  expect(shut.body).toMatchObject({ error: { code: 'ANNOUNCEMENT_PUBLISHED' } });
  await server.ask(lead, 'competition/withdrawAnnouncement', { announcementId, version: 2 });
  expect((await open(null, uploadId)).status).toBe(404);
  // An entry's file never goes this way.
  const { entryId } = await submittedEntry(server);
  const material = await server.db
    .selectFrom('upload')
    .select('id')
    .where('subject_id', '=', entryId)
    .executeTakeFirstOrThrow();
  expect((await open('city', material.id)).status).toBe(404);
});

test('a draft is deleted with its file, what was published is not', async () => {
  const announcementId = await writtenAnnouncement(server, lead, puxian);
  await attachFile(server, lead, announcementId);
  await server.ask(lead, 'competition/deleteAnnouncement', { announcementId, version: 1 });
  const rows = await server.db.selectFrom('upload').select('id').where('subject_id', '=', announcementId).execute();
  const left = await server.db.selectFrom('file_leaving').select('name').execute();
  expect([rows, left.length > 0]).toEqual([[], true]);
  const published = await publishedAnnouncement(server, lead, puxian);
  await server.ask(lead, 'competition/withdrawAnnouncement', published);
  const kept = await server.call(lead, 'competition/deleteAnnouncement', { ...published, version: 3 });
  expect(kept.body).toMatchObject({ error: { code: 'ANNOUNCEMENT_ONCE_PUBLISHED' } });
});
