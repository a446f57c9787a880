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
  body: { ok: false, error: { code: 'RATE_LIMITED', message: '操作太频繁，请稍候再试' } },
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

test('a visitor is counted by address, also where nobody is signed in yet', async () => {
  server.clock.pass(60_000);
  const signIn = () => server.call(null, 'people/signInAs', { persona: 'nobody-of-that-name' });
  const statuses: number[] = [];
  for (let n = 1; n <= 121; n += 1) statuses.push((await signIn()).status);
  expect([statuses.filter((status) => status === 404).length, statuses.at(-1)]).toEqual([120, 429]);
});

test('of reads 900 a minute are answered', async () => {
  server.clock.pass(60_000);
  const statuses: number[] = [];
  for (let n = 1; n <= 901; n += 1) statuses.push((await server.call('auditor', 'people/me')).status);
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([900, 429]);
});
