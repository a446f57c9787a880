import { openSession } from '../../../cloudfunctions/core/platform/identity';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { freshServer, type TestServer } from '../../support/server';
import { fingerprint } from './fingerprint';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const tooMany = {
  status: 429,
  body: { ok: false, error: { code: 'RATE_LIMITED', message: '操作太频繁，请在 60 秒后再试' } },
  retryAfter: 60,
};
const rename = (as: string, n: number) => server.call(as, 'people/updateSettings', { displayName: `第${n}次` });

test('the 121st change within a minute is refused and changes nothing; the next minute goes on', async () => {
  const statuses = new Set<number>();
  for (let n = 1; n <= 120; n += 1) statuses.add((await rename('member', n)).status);
  expect([...statuses]).toEqual([200]);
  const before = await fingerprint(server.db);
  expect(await rename('member', 121)).toEqual(tooMany);
  expect(await fingerprint(server.db)).toEqual(before);

  // Another person has a minute of their own.
  expect((await rename('entrant-new', 1)).status).toBe(200);
  server.clock.pass(60_000);
  expect((await rename('member', 122)).status).toBe(200);
});

test('refused attempts count too, so that guessing is slow', async () => {
  const guess = (n: number) =>
    server.call('city', 'people/revealContact', {
      feedbackId: `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    });
  const statuses: number[] = [];
  for (let n = 1; n <= 121; n += 1) statuses.push((await guess(n)).status);
  expect([statuses.filter((status) => status === 404).length, statuses.at(-1)]).toEqual([120, 429]);
});

const visit = (path: string, input: unknown = {}, caller = 'a-campus', token: string | null = null) =>
  server.serve({
    path,
    input,
    key: null,
    credential: token === null ? { kind: 'none' } : { kind: 'session', token },
    caller,
  });

test('visitors who share an address have a pool for all of them, and who is signed in there goes on when it is spent', async () => {
  server.clock.pass(60_000);
  const signIn = () => visit('people/signInAs', { persona: 'nobody-of-that-name' });
  const statuses: number[] = [];
  for (let n = 1; n <= 601; n += 1) statuses.push((await signIn()).status);
  expect([statuses.filter((status) => status === 404).length, statuses.at(-1)]).toEqual([600, 429]);
  const token = await openSession(server.db, personaId('member'), server.clock.now(), server.home.random);
  expect((await visit('people/me', {}, 'a-campus', token)).status).toBe(200);

  let last = await visit('entry/nothing');
  for (let n = 0; n < 6000 && last.status !== 429; n += 1) last = await visit('entry/nothing');
  expect(last).toEqual({
    status: 429,
    body: {
      ok: false,
      error: { code: 'RATE_LIMITED', message: '当前网络下访问的人太多，请在 60 秒后再试。已登录的不受影响' },
    },
    retryAfter: 60,
  });
  expect((await visit('competition/home')).status).toBe(429);
  expect((await visit('competition/home', {}, 'elsewhere')).status).toBe(200);
  expect((await visit('people/me', {}, 'a-campus', token)).status).toBe(200);
});

test('sessions made up one after the other are not looked up for ever', async () => {
  server.clock.pass(60_000);
  const statuses: number[] = [];
  for (let n = 1; n <= 620; n += 1) statuses.push((await visit('people/me', {}, 'a-guesser', `made-up-${n}`)).status);
  expect([statuses[0], statuses[599], statuses[600], statuses[619]]).toEqual([401, 401, 429, 429]);
});

test('what cannot be read counts, and more than a plain call', async () => {
  server.clock.pass(60_000);
  const statuses: number[] = [];
  const malformed = () => server.call('clerk-yaodu', 'entry/get', { entryId: 'none' });
  for (let n = 1; n <= 151; n += 1) statuses.push((await malformed()).status);
  expect([statuses[0], statuses.at(-1)]).toEqual([400, 429]);
});

test('of reads 900 a minute are answered', async () => {
  server.clock.pass(60_000);
  const statuses: number[] = [];
  for (let n = 1; n <= 901; n += 1) statuses.push((await server.call('auditor', 'people/me')).status);
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([900, 429]);
});
