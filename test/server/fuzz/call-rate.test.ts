import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { type CallCounter, makeCallCounter, minuteOf } from '../../../cloudfunctions/core/platform/call-rate';
import { openSession } from '../../../cloudfunctions/core/platform/identity';
import { makeServe, type Serve } from '../../../cloudfunctions/core/rpc/serve';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { freshServer, type TestServer } from '../../support/server';
import { fingerprint } from './fingerprint';

/** What counts in memory is counted here, what counts over all processes in the database: either is told of calls that nobody need make. */
let server: TestServer;
let counter: CallCounter;
let serve: Serve;
beforeAll(async () => {
  server = await freshServer();
  counter = makeCallCounter();
  serve = makeServe(server.home, areas, counter);
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

/** How many changes the database has counted in this minute. */
async function changesOf(caller: string): Promise<number> {
  const minute = minuteOf(server.clock.now());
  const { rows } = await sql<{ calls: number }>`select calls from call_rate where caller = ${caller}
    and minute = ${minute}`.execute(server.db);
  return rows[0]?.calls ?? 0;
}

/** Lets so many have been made that this many more are as many as may. */
async function leave(caller: string, left: number, of: number): Promise<void> {
  await sql`update call_rate set calls = ${of - left} where caller = ${caller}
    and minute = ${minuteOf(server.clock.now())}`.execute(server.db);
}

test('the 121st change within a minute is refused and changes nothing; the next minute goes on', async () => {
  const member = personaId('member');
  expect([(await rename('member', 1)).status, (await rename('member', 2)).status]).toEqual([200, 200]);
  expect(await changesOf(member)).toBe(2);
  await leave(member, 2, 120);
  expect([(await rename('member', 119)).status, (await rename('member', 120)).status]).toEqual([200, 200]);
  const before = await fingerprint(server.db);
  expect(await rename('member', 121)).toEqual(tooMany);
  expect(await fingerprint(server.db)).toEqual(before);

  // Another person has a minute of their own.
  expect((await rename('entrant-new', 1)).status).toBe(200);
  server.clock.pass(60_000);
  expect((await rename('member', 122)).status).toBe(200);
});

test('refused attempts count too, so that guessing is slow', async () => {
  const guess = async (n: number) =>
    (
      await server.call('city', 'people/revealContact', {
        feedbackId: `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`,
      })
    ).status;
  expect([await guess(1), await guess(2), await changesOf(personaId('city'))]).toEqual([404, 404, 2]);
  await leave(personaId('city'), 1, 120);
  expect([await guess(120), await guess(121)]).toEqual([404, 429]);
});

const visit = (path: string, input: unknown = {}, caller = 'a-campus', token: string | null = null) =>
  serve({ path, input, key: null, credential: token === null ? { kind: 'none' } : { kind: 'session', token }, caller });
const sessionOf = (persona: string) =>
  openSession(server.db, personaId(persona), server.clock.now(), server.home.random);

test('visitors who share an address have a pool for all of them, and who is signed in there goes on when it is spent', async () => {
  server.clock.pass(60_000);
  const signIn = async () => (await visit('people/signInAs', { persona: 'nobody-of-that-name' })).status;
  expect([await signIn(), await signIn(), await changesOf('a-campus')]).toEqual([404, 404, 2]);
  await leave('a-campus', 1, 600);
  expect([await signIn(), await signIn()]).toEqual([404, 429]);
  const token = await sessionOf('member');
  expect((await visit('people/me', {}, 'a-campus', token)).status).toBe(200);

  // Four calls of a visitor so far.
  counter.spend({ kind: 'address', id: 'a-campus' }, 6000 - 4 - 2, server.clock.now());
  const nothing = async () => (await visit('entry/nothing')).status;
  expect([await nothing(), await nothing()]).toEqual([404, 404]);
  expect(await visit('entry/nothing')).toEqual({
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
  const madeUp = async (n: number) => (await visit('people/me', {}, 'a-guesser', `made-up-${n}`)).status;
  for (let n = 1; n <= 10; n += 1) expect(await madeUp(n)).toBe(401);
  // Each costs ten.
  counter.spend({ kind: 'address', id: 'a-guesser' }, 10 * 589, server.clock.now());
  expect([await madeUp(600), await madeUp(601), await madeUp(602)]).toEqual([401, 429, 429]);
});

test('what cannot be read counts, and more than a plain call', async () => {
  server.clock.pass(60_000);
  const token = await sessionOf('clerk-yaodu');
  const malformed = async () => (await visit('entry/get', { entryId: 'none' }, 'test', token)).status;
  for (let n = 1; n <= 6; n += 1) expect(await malformed()).toBe(400);
  // Each costs six.
  counter.spend({ kind: 'person', id: personaId('clerk-yaodu') }, 6 * 143, server.clock.now());
  expect([await malformed(), await malformed()]).toEqual([400, 429]);
});

test('of reads 900 a minute are answered', async () => {
  server.clock.pass(60_000);
  const token = await sessionOf('auditor');
  const read = async () => (await visit('people/me', {}, 'test', token)).status;
  expect(await read()).toBe(200);
  counter.spend({ kind: 'person', id: personaId('auditor') }, 898, server.clock.now());
  expect([await read(), await read()]).toEqual([200, 429]);
});
