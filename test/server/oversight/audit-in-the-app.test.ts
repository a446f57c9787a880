import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { checkAskedAudit } from '../../../cloudfunctions/core/oversight/audit-checks';
import { sealAudit } from '../../../cloudfunctions/core/platform/audit/seal-audit';
import { submittedEntry } from '../../support/entry-factory';
import { claimAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  await server.close();
});

type Chain = {
  reference: string;
  rows: number;
  brokenZh: string | null;
  items: Array<{ n: number; whoZh: string; actZh: string; hash: string }>;
  before: number | null;
};
type Checks = { checks: Array<{ intact: boolean | null; rows: number; brokenZh: string | null }> };

async function claimed() {
  const { entryId } = await submittedEntry(server);
  await claimAs(server, 'clerk-puxian-1', entryId);
  const { reference } = await server.db
    .selectFrom('entry')
    .select('reference')
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  return { entryId, reference: reference ?? '' };
}
const chainOf = (reference: string, before?: number) =>
  server.ask<Chain>('auditor', 'oversight/chain', { reference, before });
const checks = async () => (await server.ask<Checks>('auditor', 'oversight/auditChecks')).checks;

test('an entry’s chain is read by its reference, the newest first, however it is typed; a changed row is named', async () => {
  const { entryId, reference } = await claimed();
  const whole = await chainOf(` ${reference.toLowerCase().replace('-', '－')}\u200b `);
  expect([whole.reference, whole.brokenZh, whole.before]).toEqual([reference, null, null]);
  expect(whole.items.map(({ n }) => n)).toEqual(Array.from({ length: whole.rows }, (_, i) => whole.rows - i));
  expect(whole.items[0]?.actZh).toBe('受理');
  expect(whole.items.at(-1)?.actZh).toBe('开始填写');
  expect(whole.items.filter(({ actZh }) => actZh === '其他')).toEqual([]);
  expect((await chainOf(reference, 3)).items.map(({ n }) => n)).toEqual([2, 1]);

  await sql`update audit set act = 'entry/withdraw' where subject = ${`entry:${entryId}`} and n = 2`.execute(server.db);
  const forged = await chainOf(reference);
  expect([forged.brokenZh, forged.rows]).toEqual(['第 2 行：内容被改动过', 1]);
});

test('a reference that is none is refused in words', async () => {
  const answer = await server.call('auditor', 'oversight/chain', { reference: 'XH2026-000000-9999' });
  expect(answer.body).toMatchObject({
    error: { code: 'OVERSIGHT_NO_SUCH_ENTRY', message: '没有找到这个报名编号，请核对后再查' },
  });
});

test('the whole audit is checked by the worker, once however often it is asked for, and says what is broken', async () => {
  await claimed();
  await sealAudit(server.home);
  expect(await checks()).toEqual([]);
  await server.ask('auditor', 'oversight/checkAudit');
  await server.ask('auditor', 'oversight/checkAudit');
  expect((await checks()).map(({ intact }) => intact)).toEqual([null]);
  expect(await checkAskedAudit(server.home)).toBe(1);
  expect(await checkAskedAudit(server.home)).toBe(0);
  const { rows } = await sql<{ rows: number }>`select count(*)::int as rows from audit`.execute(server.db);
  expect(await checks()).toMatchObject([{ intact: true, rows: rows[0]?.rows, brokenZh: null }]);

  await sql`update audit_seal set hash = 'x' where n = 1`.execute(server.db);
  server.clock.pass(1000);
  await server.ask('auditor', 'oversight/checkAudit');
  await checkAskedAudit(server.home);
  expect((await checks())[0]).toMatchObject({ intact: false, brokenZh: '封存 第 1 行：封存的内容被改动过' });
});

test('it is the worker that does it', () => {
  expect(areas.flatMap(({ jobs = [] }) => jobs.map(({ name }) => name))).toContain('checkAskedAudit');
});
