import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { appendAudit } from '../../../cloudfunctions/core/platform/audit/audit';
import { exportSeal, parseExported } from '../../../cloudfunctions/core/platform/audit/exported-seal';
import { sealAudit } from '../../../cloudfunctions/core/platform/audit/seal-audit';
import { verifyAudit } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import { openCloudSealBook, openDiskSealBook } from '../../../cloudfunctions/core/platform/storage/seal-book';
import type { CloudFiles } from '../../../cloudfunctions/core/platform/wechat/cloud-files';
import { freshServer, type TestServer } from '../../support/server';

const day = 86_400_000;
let server: TestServer;
let folder: string;
let logged: object[];

beforeEach(async () => {
  server = await freshServer();
  await sql`delete from audit`.execute(server.db);
  folder = mkdtempSync(join(tmpdir(), 'xinghuo-seals-'));
  logged = [];
  Object.assign(server.home, {
    sealBook: openDiskSealBook(join(folder, 'audit-seals')),
    log: { ...server.home.log, info: (fields: object) => logged.push(fields) },
  });
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

const append = () =>
  server.db
    .transaction()
    .execute((tx) =>
      appendAudit(tx, { subject: 'entry:a', act: 'entry/save', data: {}, actor: 'p', now: server.clock.now() }),
    );
const book = () => readdirSync(join(folder, 'audit-seals')).sort();
const pageOf = (name: string) => readFileSync(join(folder, 'audit-seals', name), 'utf8');

test('the worker tells the newest seal once a day, in the log and in a file for its owner, which is never written over', async () => {
  const tick = makeTick(server.home, areas);
  expect([await exportSeal(server.home, server.clock.now()), logged]).toEqual([false, []]);
  await append();
  await tick();
  await append();
  await tick();
  await makeTick(server.home, areas)();
  const { hash } = await server.db.selectFrom('audit_seal').select('hash').where('n', '=', 1).executeTakeFirstOrThrow();
  const [name = ''] = book();
  expect([book().length, name]).toEqual([1, expect.stringMatching(/^2026-\d\d-\d\d\.json$/)]);
  expect(parseExported(pageOf(name))).toEqual([{ n: 1, hash, key: 'derived', at: expect.stringContaining('+08:00') }]);
  expect(logged).toEqual([{ auditSeal: parseExported(pageOf(name))[0] }]);
  expect(statSync(join(folder, 'audit-seals', name)).mode & 0o777).toBe(0o600);
  server.clock.pass(day);
  await tick();
  const newest = await server.db.selectFrom('audit_seal').selectAll().orderBy('n', 'desc').executeTakeFirst();
  expect(newest?.n).toBeGreaterThan(1);
  expect(parseExported(pageOf(book()[1] ?? ''))).toEqual([
    { n: newest?.n, hash: newest?.hash, key: 'derived', at: expect.any(String) },
  ]);
  expect(server.faults).toEqual([]);
});

test('a seal that was told and no longer stands is an error in the log at the next telling', async () => {
  await append();
  await sealAudit(server.home);
  await exportSeal(server.home, server.clock.now());
  await sql`delete from audit_seal`.execute(server.db);
  await sql`update audit set sealed_in = null`.execute(server.db);
  server.clock.pass(2 * day);
  await sealAudit(server.home);
  expect(await exportSeal(server.home, server.clock.now())).toBe(true);
  expect(server.faults.splice(0)).toEqual([{ auditSeal: expect.objectContaining({ n: 1 }) }]);
});

test('with the demo’s clock moved back seals are told under the days of then, and what was told later must stand', async () => {
  const tick = makeTick(server.home, areas);
  await append();
  await tick();
  const told = book();
  server.clock.pass(-30 * day);
  await append();
  await tick();
  expect([book().length, book()[1]]).toEqual([2, told[0]]);
  // Back again on a day that was told already: it stays as it was told.
  const page = pageOf(told[0] ?? '');
  server.clock.pass(30 * day);
  await append();
  await tick();
  expect([book().length, pageOf(told[0] ?? '')]).toEqual([2, page]);
  const exported = book().flatMap((name) => parseExported(pageOf(name)));
  expect(await verifyAudit(server.db, server.home.auditKeys, exported)).toMatchObject({ ok: true, unsealed: 0 });
  expect(server.faults).toEqual([]);

  await sql`delete from audit_seal`.execute(server.db);
  await sql`update audit set sealed_in = null`.execute(server.db);
  server.clock.pass(-2 * day);
  await tick();
  expect(server.faults.splice(0)).toEqual([{ auditSeal: exported[1] }]);
});

test('of two that tell at once one stands', async () => {
  const { read, keep } = server.home.sealBook;
  await Promise.all(['a', 'b', 'c'].map((text) => keep('2026-11-24', text)));
  expect(['a', 'b', 'c']).toContain(await read('2026-11-24'));
  expect(book()).toEqual(['2026-11-24.json']);
  expect(await read('2026-11-25')).toBeNull();
});

test('in the cloud it lies in the storage, where no client reads or writes', async () => {
  const files = new Map<string, Buffer>();
  const cloud = {
    read: async (path: string) => files.get(path) ?? null,
    write: async (path: string, bytes: Buffer) => void files.set(path, bytes),
  } as Partial<CloudFiles> as CloudFiles;
  const { read, keep } = openCloudSealBook(cloud);
  expect(await read('2026-11-24')).toBeNull();
  await keep('2026-11-24', 'text');
  expect([await read('2026-11-24'), [...files.keys()]]).toEqual(['text', ['audit-seals/2026-11-24.json']]);
});

test('seals are read from the book’s files and from lines of a log, whatever else stands there', () => {
  const seal = { n: 1, hash: 'a', key: 'k1', at: '2026-11-24T09:00:00+08:00' };
  const log = ['not json', '{"path":"entry/mine"}', JSON.stringify({ level: 30, auditSeal: seal }), ''].join('\n');
  expect(parseExported(log)).toEqual([seal]);
  expect(parseExported(`${JSON.stringify(seal)}\n`)).toEqual([seal]);
  expect(parseExported('null')).toEqual([]);
});
