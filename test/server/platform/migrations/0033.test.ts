import { sql } from 'kysely';
import { up } from '../../../../cloudfunctions/core/platform/migrations/0033-competition-announcements';
import { freshServer } from '../../../support/server';

test('what stood in a blueprint is announced as it was on its day, in that order, and stands there no more', async () => {
  const server = await freshServer();
  await sql`drop table announcement`.execute(server.db);
  await sql`update edition set blueprint = blueprint || '{"notices": [
      {"title": "开始报名", "body": "网上办理", "date": "2026-11-04"},
      {"title": "延长报名", "body": "到月底", "date": "2026-11-20"}]}' where id = 'LF-XH-2026'`.execute(server.db);

  await server.db.transaction().execute((tx) => up(tx as never));

  const home = await server.ask<{ announcements: object[] }>(null, 'competition/home');
  expect(home.announcements).toEqual([
    expect.objectContaining({ title: '延长报名', regionId: null, publishedAt: '2026-11-20T00:00:00+08:00' }),
    expect.objectContaining({ title: '开始报名', regionId: null, publishedAt: '2026-11-04T00:00:00+08:00' }),
  ]);
  const { items } = await server.ask<{ items: Array<{ id: string; title: string }> }>(
    'city',
    'competition/announcements',
  );
  expect(items.map(({ title }) => title)).toEqual(['延长报名', '开始报名']);
  const announcementId = items[0]?.id ?? '';
  await server.ask('city', 'competition/withdrawAnnouncement', { announcementId, version: 2 });
  expect(await server.ask('city', 'competition/keptAnnouncement', { announcementId })).toMatchObject({
    timeline: [{ zh: '发布' }, { zh: '撤回' }],
  });
  const { rows } = await sql`select from edition where blueprint ? 'notices'`.execute(server.db);
  expect([rows, server.faults]).toEqual([[], []]);
  await server.close();
});
