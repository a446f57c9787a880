import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { fixedNow } from '../../support/fixed-clock';
import { layIntoInbox } from '../../support/inboxes';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await layIntoInbox(
    server.db,
    ...Array.from({ length: 23 }, (_, i) => ({ id: idOf(i), personId: personaId('member'), title: `第 ${i} 条` })),
  );
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const idOf = (n: number) =>
  makeUuidV7(
    fixedNow + n * 1000,
    Uint8Array.from({ length: 10 }, (_, k) => (k === 9 ? n : 0)),
  );
type Inbox = {
  items: Array<{ id: string; title: string; readAt: string | null }>;
  next: string | null;
  unread: number;
};
const inbox = (as: string, cursor: string | null = null) => server.ask<Inbox>(as, 'notices/inbox', { cursor });
const unreadOf = async (as: string) => (await server.ask<{ unread: number }>(as, 'people/me')).unread;

test('messages come newest first, twenty at a time, with the number unread', async () => {
  const first = await inbox('member');
  const rest = await inbox('member', first.next);
  expect([first.items.length, first.unread, first.items[0]?.title]).toEqual([20, 23, '第 22 条']);
  expect([rest.items.map(({ title }) => title), rest.next]).toEqual([['第 2 条', '第 1 条', '第 0 条'], null]);
  expect(await unreadOf('member')).toBe(23);
});

test('a message is read once; another’s does not exist', async () => {
  const itemId = idOf(5);
  expect(await server.ask('member', 'notices/markRead', { itemId })).toEqual({ unread: 22 });
  server.clock.pass(60_000);
  expect(await server.ask('member', 'notices/markRead', { itemId })).toEqual({ unread: 22 });
  const { items } = await inbox('member');
  expect(items.find(({ id }) => id === itemId)?.readAt).toBe('2026-11-24T09:00:00+08:00');
  expect((await server.call('entrant-new', 'notices/markRead', { itemId })).status).toBe(404);
  expect((await server.call(null, 'notices/markRead', { itemId })).status).toBe(401);
  expect((await server.call('member', 'notices/markRead', { itemId: idOf(99) })).status).toBe(404);
});

test('marking all read does so twice as once, and only one’s own', async () => {
  expect(await server.ask('entrant-new', 'notices/markAllRead')).toEqual({ unread: 0 });
  expect(await unreadOf('member')).toBe(22);
  expect(await server.ask('member', 'notices/markAllRead')).toEqual({ unread: 0 });
  expect(await server.ask('member', 'notices/markAllRead')).toEqual({ unread: 0 });
  expect([await unreadOf('member'), (await inbox('member')).unread]).toEqual([0, 0]);
});

test('a place of another’s inbox is refused', async () => {
  const { next } = await inbox('member');
  expect(await server.call('entrant-new', 'notices/inbox', { cursor: next })).toMatchObject({
    status: 422,
    body: { error: { code: 'CURSOR_OUTDATED' } },
  });
  expect((await server.call(null, 'notices/inbox')).status).toBe(401);
});
