import { sql } from 'kysely';
import { appendAudit } from '../../../cloudfunctions/core/platform/audit';
import { sealAudit } from '../../../cloudfunctions/core/platform/seal-audit';
import { verifyAudit } from '../../../cloudfunctions/core/platform/verify-audit';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(() => server.close());

async function write(subject: string, ...acts: string[]): Promise<void> {
  for (const act of acts) {
    await server.db
      .transaction()
      .execute((tx) =>
        appendAudit(tx, { subject, act, data: { field: 'title', n: 1 }, actor: 'p', now: server.clock.now() }),
      );
  }
}

/** Two chains, three rows and two, sealed; then one more row in each seal of its own. */
async function chains(): Promise<void> {
  await write('entry:a', 'entry/start', 'entry/submit', 'entry/claim');
  await write('entry:b', 'entry/start', 'entry/submit');
  expect(await sealAudit(server.home)).toBe(2);
  server.clock.pass(60_000);
  await write('entry:b', 'entry/claim');
  expect(await sealAudit(server.home)).toBe(1);
}

const verdict = () => verifyAudit(server.db);

test('whole chains and seals are counted', async () => {
  await chains();
  await write('entry:c', 'entry/start');
  expect(await verdict()).toEqual({ ok: true, subjects: 3, rows: 7, seals: 2 });
  expect(await sealAudit(server.home)).toBe(1);
  expect(await sealAudit(server.home)).toBe(0);
  expect(await verdict()).toEqual({ ok: true, subjects: 3, rows: 7, seals: 3 });
});

test.each([
  ['act', sql`update audit set act = 'entry/approve' where subject = 'entry:a' and n = 2`],
  ['data', sql`update audit set data = '{"field":"title","n":2}' where subject = 'entry:a' and n = 2`],
  ['actor', sql`update audit set actor = 'q' where subject = 'entry:a' and n = 2`],
  ['time', sql`update audit set at = at + interval '1 ms' where subject = 'entry:a' and n = 2`],
])('a changed row is named: %s', async (_what, change) => {
  await chains();
  await change.execute(server.db);
  expect(await verdict()).toEqual({ ok: false, subject: 'entry:a', n: 2, why: '内容被改动过' });
});

test('a row whose own hash was made anew breaks the row after it', async () => {
  await chains();
  await sql`update audit set hash = repeat('0', 64) where subject = 'entry:a' and n = 2`.execute(server.db);
  expect(await verdict()).toEqual({ ok: false, subject: 'entry:a', n: 2, why: '内容被改动过' });
  await sql`update audit set prev_hash = repeat('0', 64) where subject = 'entry:b' and n = 2`.execute(server.db);
  await sql`delete from audit where subject = 'entry:a'`.execute(server.db);
  expect(await verdict()).toEqual({ ok: false, subject: 'entry:b', n: 2, why: '与上一行接不上' });
});

test('a row removed from the middle is named', async () => {
  await chains();
  await sql`delete from audit where subject = 'entry:a' and n = 2`.execute(server.db);
  expect(await verdict()).toEqual({ ok: false, subject: 'entry:a', n: 2, why: '这一行被删除了' });
});

test('a removed last row is named by the seals', async () => {
  await chains();
  await sql`delete from audit where subject = 'entry:a' and n = 3`.execute(server.db);
  expect(await verdict()).toEqual({ ok: false, subject: 'entry:a', n: 3, why: '末尾的记录被删除了' });
});

test('a removed chain is named by the seals', async () => {
  await chains();
  await sql`delete from audit where subject = 'entry:a'`.execute(server.db);
  expect(await verdict()).toEqual({ ok: false, subject: 'entry:a', n: 1, why: '整条记录被删除了' });
});

test('a chain written anew, hashes and all, is named by the seals', async () => {
  await chains();
  await sql`delete from audit where subject = 'entry:a'`.execute(server.db);
  await write('entry:a', 'entry/start', 'entry/submit', 'entry/claim');
  expect(await verdict()).toEqual({ ok: false, subject: 'entry:a', n: 3, why: '与封存时不一致，整条记录被重写过' });
});

test('a changed or removed seal is named', async () => {
  await chains();
  await sql`update audit_seal set heads = '[]' where n = 1`.execute(server.db);
  expect(await verdict()).toEqual({ ok: false, subject: 'seal', n: 1, why: '封存的内容被改动过' });
  await sql`delete from audit_seal where n = 1`.execute(server.db);
  expect(await verdict()).toEqual({ ok: false, subject: 'seal', n: 1, why: '这一次封存被删除了' });
  await sql`delete from audit_seal`.execute(server.db);
  expect(await verdict()).toEqual({ ok: false, subject: 'seal', n: 1, why: '这一次封存被删除了' });
});

test('removing the newest seal with its chain still shows by the other rows that it sealed', async () => {
  await chains();
  await sql`delete from audit_seal where n = 2`.execute(server.db);
  expect(await verdict()).toEqual({ ok: false, subject: 'seal', n: 2, why: '这一次封存被删除了' });
});

test('two sealings at once seal every chain once', async () => {
  await write('entry:a', 'entry/start');
  await write('entry:b', 'entry/start');
  const sealed = await Promise.all([sealAudit(server.home), sealAudit(server.home)]);
  expect(sealed.sort()).toEqual([0, 2]);
  expect(await verdict()).toEqual({ ok: true, subjects: 2, rows: 2, seals: 1 });
});
