import { sql } from 'kysely';
import { audit } from '../../../cloudfunctions/core/platform/audit/audit';
import { verifyAudit } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import type { Db } from '../../../cloudfunctions/core/platform/db';
import { later, together } from '../../../cloudfunctions/core/platform/pipeline';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { inTransaction } from '../../../cloudfunctions/core/rpc/transact';
import { record } from '../../bench/record';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.close());

const callIn = (tx: Db) => makeCall(server.home, tx, null, server.clock.now());
const put = (name: string, value: number) => sql`insert into counter (name, value) values (${name}, ${value})`;
const asked = (name: string) => sql<{ value: number }>`select value from counter where name = ${name}`;
const kept = async (name: string) => (await asked(name).execute(server.db)).rows[0]?.value;

test('statements sent together run in their order, each seeing those before it', async () => {
  const [first, none, second] = await server.db
    .transaction()
    .execute((tx) => together(tx, sql<{ n: number }>`select ${1}::int as n`, put('together', 7), asked('together')));
  expect([first, none, second]).toEqual([[{ n: 1 }], [], [{ value: 7 }]]);
});

test('of statements sent together the first that fails is told, and its transaction changes nothing', async () => {
  const run = server.db
    .transaction()
    .execute((tx) => together(tx, put('undone', 1), sql`select ${1}::int / 0`, put('undone too', 1)));
  await expect(run).rejects.toMatchObject({ code: '22012' });
  expect(await kept('undone')).toBeUndefined();
  // The connection serves on.
  expect(await kept('together')).toBe(7);
});

test('what is sent without waiting stands once the transaction has ended', async () => {
  const sent = await record(() =>
    inTransaction(
      server.home,
      callIn,
      async ({ db }) => {
        await later(db, put('later', 1));
        const { rows } = await asked('later').execute(db);
        await later(db, sql`update counter set value = ${(rows[0]?.value ?? 0) + 1} where name = 'later'`);
      },
      true,
    ),
  );
  expect(await kept('later')).toBe(2);
  expect(sent.map(({ text }) => text.split(' ')[0])).toEqual(['begin', 'insert', 'select', 'update', 'commit']);
});

test.each(['the last of all', 'followed by another'])(
  'one that fails undoes its transaction and is told as itself: %s',
  async (which) => {
    let runs = 0;
    const run = inTransaction(
      server.home,
      callIn,
      async ({ db }) => {
        runs += 1;
        await later(db, put('spoilt', 1));
        await later(db, put('together', 1));
        if (which !== 'the last of all') await asked('together').execute(db);
        return 'answer';
      },
      true,
    );
    await expect(run).rejects.toMatchObject({ code: '23505', constraint: 'counter_pkey' });
    expect([runs, await kept('spoilt')]).toEqual([1, undefined]);
  },
);

test('where nobody would look at its outcome it is waited for', async () => {
  await expect(server.db.transaction().execute((tx) => later(tx, put('together', 1)))).rejects.toMatchObject({
    code: '23505',
  });
});

test('writers who meet in one audit chain without a lock write behind one another, and the chain holds', async () => {
  const act = (call: ReturnType<typeof callIn>, n: number) =>
    audit(call, 'person:two hands', 'people/updateSettings', { n, 'with “quotes” and \\': ['', null, 1.5] });
  let runs = 0;
  const second = async (call: ReturnType<typeof callIn>) => {
    runs += 1;
    await act(call, 2);
  };
  const isWaitedFor = async (db: Db) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_locks where not granted
      and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(db);
    return (rows[0]?.n ?? 0) > 0;
  };
  let other: Promise<unknown> = Promise.resolve();
  await inTransaction(
    server.home,
    callIn,
    async (call) => {
      await act(call, 1);
      await sql`select 1`.execute(call.db);
      other = inTransaction(server.home, callIn, second, true);
      while (!(await isWaitedFor(call.db)));
    },
    true,
  );
  await other;
  const { rows } = await sql<{ n: number }>`select n from audit where subject = 'person:two hands' order by n`.execute(
    server.db,
  );
  expect([runs, rows.map(({ n }) => n)]).toEqual([2, [1, 2]]);
  expect(await verifyAudit(server.db, server.home.auditKeys)).toMatchObject({ ok: true, rows: 2 });
});
