import { insertEntryRows } from '../../support/entry-rows';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.close());

test('the lead frees what an absent clerk holds; another clerk is told who holds it', async () => {
  const [entryId] = await insertEntryRows(server.db, { count: 1, state: 'submitted', regionId: '141033' });
  const claimed = await server.ask<{ version: number }>('clerk-puxian-1', 'screening/claim', { entryId, version: 1 });
  const refused = await server.call('clerk-puxian-2', 'screening/release', { entryId, version: claimed.version });
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'CASE_HELD_BY_OTHER' } } });
  const freed = await server.ask('lead-puxian', 'screening/release', { entryId, version: claimed.version });
  expect(freed).toEqual({ entryId, state: 'submitted', stateZh: '待受理', version: claimed.version + 1 });
  await expect(
    server.db.selectFrom('entry').select(['claimed_by', 'claimed_at', 'claimed_from']).executeTakeFirstOrThrow(),
  ).resolves.toEqual({ claimed_by: null, claimed_at: null, claimed_from: null });
});
