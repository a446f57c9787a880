import { sql } from 'kysely';
import { appendAudit, auditHash } from '../../../cloudfunctions/core/platform/audit/audit';
import { type Head, sealHash } from '../../../cloudfunctions/core/platform/audit/audit-seal';
import type { ExportedSeal } from '../../../cloudfunctions/core/platform/audit/exported-seal';
import { sealAudit } from '../../../cloudfunctions/core/platform/audit/seal-audit';
import { verifyAudit } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import type { DataKey } from '../../../cloudfunctions/core/platform/crypto/data-key';
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

const verdict = (exported: ExportedSeal[] = []) => verifyAudit(server.db, server.home.auditKeys, exported);

test('whole chains and seals are counted', async () => {
  await chains();
  await write('entry:c', 'entry/start');
  expect(await verdict()).toEqual({ ok: true, subjects: 3, rows: 7, seals: 2, plain: 0, unsealed: 1 });
  expect(await sealAudit(server.home)).toBe(1);
  expect(await sealAudit(server.home)).toBe(0);
  expect(await verdict()).toEqual({ ok: true, subjects: 3, rows: 7, seals: 3, plain: 0, unsealed: 0 });
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
  expect(await verdict()).toEqual({ ok: true, subjects: 2, rows: 2, seals: 1, plain: 0, unsealed: 0 });
});

/** What a thief of the whole database can do: one row changed, and every hash and seal made anew so that all fits together. */
async function rewriteAll(sealedBy: DataKey | null, keyId: string | null): Promise<void> {
  const rows = await server.db.selectFrom('audit').selectAll().orderBy('subject').orderBy('n').execute();
  const heads = new Map<string, string>();
  for (const row of rows) {
    const forged = { ...row, act: row.act === 'entry/submit' ? 'entry/approve' : row.act };
    const prevHash = row.n === 1 ? '' : (heads.get(`${row.subject} ${row.n - 1}`) ?? '');
    const hash = auditHash({ ...forged, prevHash });
    heads.set(`${row.subject} ${row.n}`, hash);
    await server.db
      .updateTable('audit')
      .set({ act: forged.act, prev_hash: prevHash, hash })
      .where('subject', '=', row.subject)
      .where('n', '=', row.n)
      .execute();
  }
  let prevHash = '';
  for (const seal of await server.db.selectFrom('audit_seal').selectAll().orderBy('n').execute()) {
    const forged = seal.heads.map(([subject, n]): Head => [subject, n, heads.get(`${subject} ${n}`) ?? '']);
    const hash = sealHash({ n: seal.n, prevHash, at: seal.at, heads: forged }, sealedBy);
    await server.db
      .updateTable('audit_seal')
      .set({ heads: JSON.stringify(forged), prev_hash: prevHash, hash, key_id: keyId })
      .where('n', '=', seal.n)
      .execute();
    prevHash = hash;
  }
}

const told = async (): Promise<ExportedSeal[]> => {
  const rows = await server.db.selectFrom('audit_seal').select(['n', 'hash']).orderBy('n').execute();
  return rows.map(({ n, hash }) => ({ n, hash, key: 'derived', at: '2026-11-24T09:00:00+08:00' }));
};

test('a whole database written anew, all hashes and seals with it, is found, since nobody makes a seal without the key', async () => {
  await chains();
  const guessed = { id: 'derived', bytes: Buffer.alloc(32, 9) };
  await rewriteAll(guessed, 'derived');
  expect(await verdict()).toEqual({ ok: false, subject: 'seal', n: 1, why: '封存的内容被改动过' });
  await rewriteAll(null, 'derived');
  expect(await verdict()).toEqual({ ok: false, subject: 'seal', n: 1, why: '封存的内容被改动过' });
  await rewriteAll(null, 'k9');
  expect(await verdict()).toMatchObject({ subject: 'seal', n: 1, why: '封存所用的密钥 k9 没有提供，无法核对' });
});

test('nor does it pass as sealed before there was a key', async () => {
  await chains();
  await rewriteAll(null, null);
  expect(await verdict()).toMatchObject({
    ok: false,
    subject: 'seal',
    n: 2,
    why: expect.stringContaining('没有用密钥'),
  });
  const [key] = server.home.auditKeys;
  await rewriteAll(key, key.id);
  await sql`update audit_seal set key_id = null where n = 2`.execute(server.db);
  expect(await verdict()).toMatchObject({ ok: false, subject: 'seal', n: 2, why: '这一次封存没有用密钥，是伪造的' });
});

test('one who holds the key too, or has our worker seal a forged history, is found by what was told outside', async () => {
  await chains();
  const exported = await told();
  expect(await verdict(exported)).toMatchObject({ ok: true });
  const [key] = server.home.auditKeys;
  await rewriteAll(key, key.id);
  expect(await verdict()).toMatchObject({ ok: true });
  expect(await verdict(exported)).toMatchObject({
    ok: false,
    subject: 'seal',
    n: 1,
    why: expect.stringContaining('重新封存'),
  });

  await sql`delete from audit_seal`.execute(server.db);
  await sql`update audit set sealed_in = null`.execute(server.db);
  expect(await sealAudit(server.home)).toBe(2);
  expect(await verdict()).toMatchObject({ ok: true, seals: 1 });
  expect(await verdict(exported.slice(0, 1))).toMatchObject({ ok: false, subject: 'seal', n: 1 });
  expect(await verdict(exported.slice(1))).toMatchObject({
    ok: false,
    subject: 'seal',
    n: 2,
    why: expect.stringContaining('删除'),
  });
});

test('the newest rows, removed together with the seals that hold them, are missed by what was told outside', async () => {
  await chains();
  const exported = await told();
  await sql`delete from audit where sealed_in = 2`.execute(server.db);
  await sql`delete from audit_seal where n = 2`.execute(server.db);
  expect(await verdict()).toMatchObject({ ok: true });
  expect(await verdict(exported)).toEqual({
    ok: false,
    subject: 'seal',
    n: 2,
    why: '这一次封存被删除了：2026-11-24T09:00:00+08:00 的第 2 次已导出过',
  });
});

test('seals from before there was a key stand as they were, and the next under one takes them in though nothing grew', async () => {
  await chains();
  let prevHash = '';
  for (const { n, at, heads } of await server.db.selectFrom('audit_seal').selectAll().orderBy('n').execute()) {
    const hash = sealHash({ n, prevHash, at, heads }, null);
    await sql`update audit_seal set key_id = null, prev_hash = ${prevHash}, hash = ${hash} where n = ${n}`.execute(
      server.db,
    );
    prevHash = hash;
  }
  expect(await verdict()).toMatchObject({ ok: false, subject: 'seal', n: 2 });
  await sealAudit(server.home);
  await sealAudit(server.home);
  expect(await verdict()).toMatchObject({ ok: true, seals: 3, plain: 2 });
  await rewriteAll(null, null);
  await sql`update audit_seal set key_id = 'derived' where n = 3`.execute(server.db);
  expect(await verdict()).toMatchObject({ ok: false, subject: 'seal', n: 3 });
});

test('after a change of the audit’s key the older seals verify under the older one, and not without it', async () => {
  await chains();
  const before = server.home.auditKeys;
  const newer = { id: 'k2', bytes: Buffer.alloc(32, 2) };
  Object.assign(server.home, { auditKeys: [newer, ...before] });
  await write('entry:a', 'entry/approve');
  await sealAudit(server.home);
  expect(await verdict()).toMatchObject({ ok: true, seals: 3 });
  expect(await verifyAudit(server.db, [newer])).toMatchObject({ ok: false, subject: 'seal', n: 1 });
});
