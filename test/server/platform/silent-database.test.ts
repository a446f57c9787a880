import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { type Db, openDatabase } from '../../../cloudfunctions/core/platform/db';
import { openSession } from '../../../cloudfunctions/core/platform/identity';
import { makeServe, type Serve } from '../../../cloudfunctions/core/rpc/serve';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { freshDatabase } from '../../support/postgres';
import { serverOn, type TestServer } from '../../support/server';
import { settles } from '../../support/settles';
import { openSpoilableLine, type SpoilableLine } from '../../support/spoilable-line';

/** As calls have it, ten times shorter, so that the test need not wait. */
const impatient = { connect: 400, statement: 800, answer: 900, lock: 500, idle: 3000 };

let drop: () => Promise<void>;
let server: TestServer;
let line: SpoilableLine;
let db: Db;
let serve: Serve;
let token: string;
let keys = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  server = await serverOn(database.url);
  line = await openSpoilableLine(database.url);
  db = openDatabase(line.url, 3, impatient);
  serve = makeServe({ ...server.home, db }, areas);
  token = await openSession(server.db, personaId('member'), server.clock.now(), server.home.random);
});
afterAll(async () => {
  await db.destroy();
  await line.close();
  await server.close();
  await drop();
});
beforeEach(() => server.clock.pass(60_000));

const me = personaId('member');
function ask(path: string, input: unknown = {}) {
  keys += 1;
  return serve({ path, input, key: `line-key-${keys}`, credential: { kind: 'session', token }, caller: 'line' });
}
async function timed<T>(run: () => Promise<T>): Promise<[T, number]> {
  const began = process.hrtime.bigint();
  const answer = await run();
  return [answer, Number(process.hrtime.bigint() - began) / 1e6];
}
const audits = async () =>
  (await server.db.selectFrom('audit').select('n').where('subject', '=', `person:${me}`).execute()).length;

const unavailable = {
  status: 503,
  body: { ok: false, error: { code: 'UNAVAILABLE', message: '系统暂时没有响应，请稍后再试' } },
  retryAfter: 5,
};
const busy = {
  status: 503,
  body: { ok: false, error: { code: 'BUSY', message: '现在使用的人太多，请稍后再试' } },
  retryAfter: 5,
};

test('connections that were ended between two calls are not noticed by who calls', async () => {
  expect((await ask('people/me')).status).toBe(200);
  for (let n = 0; n < 3; n += 1) {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(server.db);
    const replies = await Promise.all([ask('people/me'), ask('people/updateSettings', { displayName: `第${n}次` })]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  }
});

test.each(['before', 'after'] as const)(
  'a change whose connection breaks %s any of its messages is done once all the same',
  async (when) => {
    await ask('people/updateSettings', { displayName: '开始' });
    line.breakAt(Number.POSITIVE_INFINITY, when);
    await ask('people/updateSettings', { displayName: '数一数' });
    const messages = line.sent();
    expect(messages).toBeGreaterThan(3);
    for (let n = 1; n <= messages; n += 1) {
      // Breaking a connection ends it: the next one is opened before the messages are counted.
      await ask('people/me');
      const before = await audits();
      line.breakAt(n, when);
      const name = `第${n}句`;
      const reply = await ask('people/updateSettings', { displayName: name });
      line.heal();
      expect([n, reply.status]).toEqual([n, 200]);
      const row = await server.db.selectFrom('person').select('display_name').where('id', '=', me).executeTakeFirst();
      expect([n, row?.display_name, (await audits()) - before]).toEqual([n, name, 1]);
      server.clock.pass(60_000);
    }
  },
);

test('a database that has frozen is answered for in seconds, and all is well once it lives again', async () => {
  await ask('people/me');
  line.freeze();
  const [replies, ms] = await timed(() =>
    Promise.all(Array.from({ length: 12 }, (_, n) => ask(n % 2 ? 'people/me' : 'people/updateSettings'))),
  );
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([503]));
  expect(replies[0]?.retryAfter).toBe(5);
  expect(ms).toBeLessThan(3000);
  line.heal();
  // On a busy machine the first new connection may come too late for the first who asks.
  expect(
    (
      await settles(
        () => ask('people/me'),
        ({ status }) => status === 200,
      )
    ).status,
  ).toBe(200);
});

test('a database that is gone is answered for at once', async () => {
  line.cut();
  const [reply, ms] = await timed(() => ask('people/me'));
  expect(reply).toEqual(unavailable);
  expect(ms).toBeLessThan(1000);
  line.heal();
  expect((await ask('people/me')).status).toBe(200);
});

test('who waits too long for a connection or a lock is told that there are too many', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holders = Array.from({ length: 3 }, () => db.connection().execute(() => held));
  expect(await ask('people/me')).toEqual(busy);
  release();
  await Promise.all(holders);

  let unlock: () => void = () => undefined;
  const locked = new Promise<void>((resolve) => {
    unlock = resolve;
  });
  const holding = server.db.transaction().execute(async (tx) => {
    await sql`select 1 from person where id = ${me} for update`.execute(tx);
    await locked;
  });
  await new Promise((later) => setTimeout(later, 50));
  expect(await ask('people/updateSettings', { displayName: '等锁' })).toEqual(busy);
  unlock();
  await holding;
});

test('what was logged names no value that somebody typed', async () => {
  await sql`alter table person add constraint short check (display_name not like '绝密%')`.execute(server.db);
  server.faults.length = 0;
  expect((await ask('people/updateSettings', { displayName: '绝密的一个很长很长的名字' })).status).toBe(500);
  expect(JSON.stringify(server.faults)).toContain('short');
  expect(JSON.stringify(server.faults)).not.toContain('绝密');
});
