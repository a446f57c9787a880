import { at } from '../../../cloudfunctions/core/platform/schema';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { fixedNow } from '../../support/fixed-clock';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Landing = { home: { contests: unknown[] }; past: { editionId: string } | null; unread: number };

test('the landing page is one call: the edition as its own call tells it, and nothing unread for a visitor', async () => {
  const landing = await server.ask<Landing>(null, 'notices/landing');
  expect(landing.home).toEqual(await server.ask(null, 'competition/home'));
  expect([landing.home.contests.length, landing.past?.editionId ?? null, landing.unread]).toEqual([
    18,
    'LF-XH-2025',
    0,
  ]);
});

test('who is signed in is told how many messages are unread', async () => {
  const message = (n: number, readAt: number | null) => ({
    id: makeUuidV7(fixedNow, new Uint8Array(10).fill(n)),
    event_id: makeUuidV7(fixedNow, new Uint8Array(10).fill(100 + n)),
    person_id: personaId('member'),
    notice: 'entry.claimed',
    title: '开始审核',
    body: '项目开始审核。',
    link: null,
    created_at: at(fixedNow),
    read_at: readAt === null ? null : at(readAt),
  });
  await server.db
    .insertInto('inbox_item')
    .values([message(1, null), message(2, null), message(3, fixedNow)])
    .execute();
  expect((await server.ask<Landing>('member', 'notices/landing')).unread).toBe(2);
  expect((await server.ask<Landing>('entrant-new', 'notices/landing')).unread).toBe(0);
});
