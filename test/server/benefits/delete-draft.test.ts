import { codeOf } from '@shared/benefits/application/kind';
import { kinds } from '@shared/benefits/kinds';
import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { eraseLeaving } from '../../../cloudfunctions/core/files/leaving/erase-leaving';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { verifyAudit } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import { begin, filled, keepLoanPolicy, moveOn } from '../../support/applications';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await keepLoanPolicy(server);
});
afterAll(async () => {
  await makeTick(server.home, areas)();
  expect(server.faults).toEqual([]);
  expect(await verifyAudit(server.db, server.home.auditKeys)).toMatchObject({ ok: true, unsealed: 0 });
  await server.close();
});

type View = { version: number; moves: Array<{ move: string }> };
const view = (as: string, applicationId: string) => server.ask<View>(as, 'benefits/application', { applicationId });
const movesOf = async (as: string, applicationId: string) =>
  (await view(as, applicationId)).moves.map(({ move }) => move);
const listed = async (as: string) =>
  (
    await server.ask<{ applications: Array<{ applicationId: string }> }>(as, 'benefits/applications', {})
  ).applications.map(({ applicationId }) => applicationId);

/** Every table with rows about an application, and how many. */
async function rowsOf(id: string): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string; column: string }>`select table_name as name, column_name as column
    from information_schema.columns where column_name in ('application_id', 'subject_id') and table_schema = 'public'`.execute(
    server.db,
  );
  const found: Record<string, number> = {};
  for (const { name, column } of [
    ...tables,
    { name: 'application', column: 'id' },
    { name: 'subject', column: 'id' },
  ]) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}
      where ${sql.ref(column)} = ${id}`.execute(server.db);
    if (rows[0]?.n) found[name] = rows[0].n;
  }
  return found;
}

test('a draft goes by its applicant alone, with answers, numbers, consents and files, and another may be begun elsewhere', async () => {
  const as = 'entrant-new';
  const { applicationId, uploadId } = await filled(server, as);
  const file = await server.db
    .selectFrom('upload')
    .select('sha256')
    .where('id', '=', uploadId)
    .executeTakeFirstOrThrow();
  expect(await rowsOf(applicationId)).toMatchObject({
    application: 1,
    consent: 3,
    sealed_value: 2,
    upload: 1,
    subject: 1,
  });
  expect(await movesOf(as, applicationId)).toContain('deleteDraft');
  const { version } = await view(as, applicationId);
  const act = { applicationId, version };
  for (const other of ['member', 'loan-puxian', 'loan-city'])
    expect((await server.call(other, 'benefits/deleteDraft', act)).status).toBe(404);
  expect((await server.call(as, 'benefits/deleteDraft', { ...act, version: version + 1 })).status).toBe(409);
  const first = await server.call(as, 'benefits/deleteDraft', act, 'delete-draft-1');
  expect(first).toEqual({ status: 200, body: { ok: true, data: { ok: true } } });
  expect((await server.call(as, 'benefits/deleteDraft', act, 'delete-draft-1')).body).toEqual({ ok: true });
  expect(await rowsOf(applicationId)).toEqual({});
  expect(await listed(as)).not.toContain(applicationId);
  const acts = await server.db
    .selectFrom('audit')
    .select('act')
    .where('subject', '=', `guaranteed-loan:${applicationId}`)
    .orderBy('n')
    .execute();
  expect(acts.at(-1)?.act).toBe('guaranteed-loan/deleteDraft');
  await eraseLeaving(server.home);
  await eraseLeaving(server.home);
  await expect(server.home.storage.open(file.sha256 ?? '')).rejects.toThrow();
  const anew = await begin(server, as, '141002');
  expect(anew).not.toBe(applicationId);
  await server.ask(as, 'benefits/deleteDraft', { applicationId: anew, version: (await view(as, anew)).version });
});

/** Those whose policy takes applications on the day of the tests. */
const open = kinds.map(codeOf).filter((kind) => kind !== 'subsidy-graduate');

test.each(open)('a draft of %s that nobody wrote in goes whole', async (kind) => {
  const as = 'entrant-returned';
  const { applicationId } = await server.ask<{ applicationId: string }>(as, 'benefits/beginApplication', {
    kind,
    regionId: '141033',
  });
  expect(await movesOf(as, applicationId)).toEqual(expect.arrayContaining(['deleteDraft']));
  const { version } = await view(as, applicationId);
  await server.ask(as, 'benefits/deleteDraft', { applicationId, version });
  expect(await rowsOf(applicationId)).toEqual({});
});

test('what was handed in once is not deleted: it is withdrawn and stays, but for its numbers, which nobody needs any more', async () => {
  const as = 'entrant-new';
  const { applicationId } = await filled(server, as);
  expect(await moveOn(server, as, applicationId, 'submit')).toBe(200);
  expect(await movesOf(as, applicationId)).toEqual(['withdraw']);
  const { version } = await view(as, applicationId);
  const refused = await server.call(as, 'benefits/deleteDraft', { applicationId, version });
  expect(refused.body).toMatchObject({ error: { code: 'BENEFITS_ONCE_HANDED_IN' } });
  expect(await rowsOf(applicationId)).toMatchObject({ snapshot: 1, sealed_value: 2, snapshot_sealed: 2 });
  expect(await moveOn(server, as, applicationId, 'withdraw')).toBe(200);
  const left = Object.keys(await rowsOf(applicationId));
  expect(left).toContain('snapshot');
  expect(left.filter((table) => table.includes('sealed'))).toEqual([]);
  const ended = await view(as, applicationId);
  expect(ended.moves).toEqual([]);
  const again = await server.call(as, 'benefits/deleteDraft', { applicationId, version: ended.version });
  expect(again.body).toMatchObject({ error: { code: 'BENEFITS_ONCE_HANDED_IN' } });
});
