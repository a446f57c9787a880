import { freshPerson } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.close());

const start = { contestId: 'LF-XH-2026-141033', trackCode: 'modern_services', groupCode: 'idea_team' };

test('of one person five drafts stand in an edition, also when eight are begun at once', async () => {
  const person = await freshPerson(server);
  const replies = await Promise.all(Array.from({ length: 8 }, () => server.call(person, 'entry/start', start)));
  const codes = replies.map(({ body }) => (body.ok ? 'OK' : body.error.code)).sort();
  expect(codes).toEqual([...Array(3).fill('ENTRY_TOO_MANY_DRAFTS'), ...Array(5).fill('OK')]);
  expect((await server.call(await freshPerson(server), 'entry/start', start)).status).toBe(200);
});

test('how many take part in the running edition is told to nobody', async () => {
  const { id } = await server.db
    .selectFrom('edition')
    .select('id')
    .where('status', '=', 'current')
    .executeTakeFirstOrThrow();
  const answer = await server.ask(null, 'awards/results', { editionId: id, regionId: null, cursor: null });
  expect(answer).toMatchObject({ items: [], regions: [], total: 0 });
});
