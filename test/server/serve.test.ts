import { areas } from '../../cloudfunctions/core/areas';
import type { Home } from '../../cloudfunctions/core/rpc/home';
import { makeServe } from '../../cloudfunctions/core/rpc/serve';
import { freshServer, type TestServer } from '../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.close());

test('an unknown path is answered 404 and nothing more', async () => {
  expect(await server.call(null, 'entry/constructor')).toEqual({
    status: 404,
    body: { ok: false, error: { code: 'NOT_FOUND', message: '没有找到，可能已被删除' } },
  });
});

const code = (reply: Awaited<ReturnType<TestServer['call']>>) => (reply.body.ok ? 'OK' : reply.body.error.code);
const none = { kind: 'none' } as const;

test('a visitor who must sign in is refused before the input is asked for', async () => {
  let read = 0;
  const reply = await server.serve({
    path: 'entry/saveSection',
    read: async () => {
      read += 1;
      return {};
    },
    key: 'some-key-1',
    credential: none,
    caller: 'test',
  });
  expect([code(reply), read]).toEqual(['UNAUTHENTICATED', 0]);
});

test('ten thousand wrong names, one long text or a deep nest are refused in no time, before any schema looks at them', async () => {
  const names = Object.fromEntries(Array.from({ length: 10_314 }, (_, n) => [`name-${n}`, n]));
  let deep: unknown = 1;
  for (let n = 0; n < 40_000; n += 1) deep = [deep];
  const began = process.hrtime.bigint();
  for (const input of [names, { entryId: names }, { entryId: 'x'.repeat(80_000) }, deep, Array(50_000).fill(1)]) {
    expect(code(await server.call('member', 'entry/get', input))).toBe('TOO_LARGE');
  }
  expect(Number(process.hrtime.bigint() - began) / 1e6).toBeLessThan(200);
});

test('of a malformed input no more than twenty faults are told', async () => {
  const data = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`n${n}`, {}]));
  const { body } = await server.call('member', 'entry/saveSection', {
    entryId: '01930000-0000-7000-8000-000000000001',
    section: 'project',
    version: 1,
    data,
  });
  expect(body.ok ? 0 : Object.keys(body.error.fields ?? {}).length).toBe(20);
});

test('each call leaves one line: what was called and how it ended, and nothing that was typed', async () => {
  const lines: Array<Record<string, unknown>> = [];
  const home: Home = { ...server.home, log: { info: (fields) => lines.push({ ...fields }), error: () => undefined } };
  const serve = makeServe(home, areas);
  const ask = (path: string, input: unknown) => serve({ path, input, key: null, credential: none, caller: '1.2.3.4' });
  await ask('competition/home', {});
  await ask('people/signInAs', { persona: 'my-secret' });
  await ask('my-secret/path', {});
  expect(lines.map(({ path, outcome, address }) => [path, outcome, address])).toEqual([
    ['competition/home', 'OK', '1.2.3.4'],
    ['people/signInAs', 'PEOPLE_NO_SUCH_PERSONA', '1.2.3.4'],
    ['unknown', 'NOT_FOUND', '1.2.3.4'],
  ]);
  expect(JSON.stringify(lines)).not.toContain('my-secret');
});

test('it serves the areas that it is handed and no others, and what has no rule stays shut', async () => {
  const people = areas.filter(({ name }) => name === 'people');
  const answer = async (handed: typeof areas, path: string) =>
    code(
      await makeServe(
        server.home,
        handed,
      )({ path, input: {}, key: 'key-1-key', credential: none, caller: 'a visitor' }),
    );
  expect(await answer(people, 'people/personas')).toBe('OK');
  expect(await answer(people, 'competition/home')).toBe('NOT_FOUND');
  const shut = people.map((area) => ({ ...area, access: {} }));
  expect(await answer(shut, 'people/personas')).toBe('NOT_FOUND');
});
