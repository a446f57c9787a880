import { freshServer, type TestServer } from '../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.close());

test('an unknown path is answered 404 and nothing more', async () => {
  expect(await server.call(null, 'entry/constructor')).toEqual({
    status: 404,
    body: { ok: false, error: { code: 'NOT_FOUND', message: '没有找到，可能已被移走' } },
  });
});
