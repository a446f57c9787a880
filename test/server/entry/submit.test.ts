import { submittedEntry } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.close());

test('a filled draft is submitted and gets its reference', async () => {
  const { reference, version } = await submittedEntry(server);
  expect({ reference, version }).toEqual({ reference: 'XH2026-141033-0001', version: 2 });
  expect(await submittedEntry(server, { group: 'start_up' })).toMatchObject({ reference: 'XH2026-141033-0002' });
  expect(server.faults).toEqual([]);
});
