import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { submittedEntry } from '../../support/entry-factory';
import { insertEntryRows } from '../../support/entry-rows';
import { claimAs, readAll } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

type Preview = { rows: Array<{ entryId: string; possible: boolean; reason: string | null }>; possible: number };
type Run = {
  rows: Array<{ entryId: string; title: string; ok: boolean; message: string }>;
  succeeded: number;
  failed: number;
};

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';
const puxian = { regionId: '141033', state: 'submitted' } as const;
const first = (ids: readonly string[]): string => ids[0] ?? '';
const asRows = (ids: readonly string[], version = 1) => ids.map((entryId) => ({ entryId, version }));

test('the decisions of a batch are taken back together before anybody knows, or sent together', async () => {
  const read = async () => {
    const { entryId } = await submittedEntry(server);
    const version = await claimAs(server, 'clerk-puxian-1', entryId);
    await readAll(server, 'clerk-puxian-1', entryId);
    return { entryId, version };
  };
  const rows = [await read(), await read()];
  type Done = { succeeded: number; failed: number; batchId: string };
  const run = () => server.ask<Done>('clerk-puxian-1', 'screening/batchRun', { move: 'approve', rows });
  const settle = (as: string, batchId: string, move: string) =>
    server.ask<Omit<Done, 'batchId'>>(as, 'screening/settleBatch', { batchId, move });
  const first = await run();
  expect(first).toMatchObject({ succeeded: 2, failed: 0 });
  expect(await settle('clerk-puxian-2', first.batchId, 'takeBack')).toMatchObject({ succeeded: 0, failed: 0 });
  expect(await settle('clerk-puxian-1', first.batchId, 'takeBack')).toMatchObject({ succeeded: 2, failed: 0 });
  const states = async () =>
    (
      await server.db
        .selectFrom('entry')
        .select('state')
        .where(
          'id',
          'in',
          rows.map(({ entryId }) => entryId),
        )
        .execute()
    ).map(({ state }) => state);
  expect(await states()).toEqual(['under_review', 'under_review']);
  const second = await run();
  expect(await settle('clerk-puxian-1', second.batchId, 'make')).toMatchObject({ succeeded: 2, failed: 0 });
  expect(await states()).toEqual(['qualified', 'qualified']);
  expect(await settle('clerk-puxian-1', second.batchId, 'make')).toMatchObject({ succeeded: 0, failed: 0 });
});

test('of thirty rows three cannot be claimed: the preview says why, the run says the same and claims the rest', async () => {
  const free = await insertEntryRows(server.db, { ...puxian, count: 27 });
  const held = await insertEntryRows(server.db, {
    ...puxian,
    count: 1,
    state: 'under_review',
    claimedBy: 'clerk-puxian-2',
  });
  const own = await insertEntryRows(server.db, { ...puxian, count: 1, leader: personaId(clerk) });
  const away = await insertEntryRows(server.db, { ...puxian, count: 1, regionId: 'LFEDZ' });
  const ids = [...held, ...free, ...own, ...away];
  const reasons = new Map([
    [first(held), '这个项目已由蒲县审核人员二于 2026-11-24 09:00 受理'],
    [first(own), '您是本项目团队成员，应当回避，请交其他审核人员办理'],
    [first(away), '没有找到这个项目，可能已转到其他县（市、区）'],
  ]);
  const preview = await server.ask<Preview>(clerk, 'screening/batchPreview', { move: 'claim', entryIds: ids });
  expect([preview.possible, preview.rows.map(({ entryId }) => entryId)]).toEqual([27, ids]);
  for (const { entryId, possible, reason } of preview.rows)
    expect([possible, reason]).toEqual([!reasons.has(entryId), reasons.get(entryId) ?? null]);
  for (const row of preview.rows.slice(-2)) expect(row).toMatchObject({ title: '', reference: null, stateZh: '' });

  const run = await server.ask<Run>(clerk, 'screening/batchRun', { move: 'claim', rows: asRows(ids) });
  expect([run.succeeded, run.failed, run.rows.map(({ entryId }) => entryId)]).toEqual([27, 3, ids]);
  for (const { entryId, ok, message } of run.rows)
    expect([ok, message]).toEqual([!reasons.has(entryId), reasons.get(entryId) ?? '已受理，现为“审核中”']);
  expect(run.rows.at(-1)?.title).toBe('');
  const claimed = await server.db
    .selectFrom('entry')
    .select(['id', 'claimed_by', 'version'])
    .where('claimed_by', '=', personaId(clerk))
    .execute();
  expect(claimed.map(({ id, version }) => [id, version]).sort()).toEqual(free.map((id) => [id, 2]).sort());
  const moves = await server.db.selectFrom('move').select('subject_id').execute();
  expect(moves.length).toBe(27);
});

test('two clerks who batch the same rows in opposite order never wait in a ring, and each row has one holder', async () => {
  const ids = await insertEntryRows(server.db, { ...puxian, count: 30 });
  const [one, two] = await Promise.all([
    server.ask<Run>(clerk, 'screening/batchRun', { move: 'claim', rows: asRows(ids) }),
    server.ask<Run>('clerk-puxian-2', 'screening/batchRun', { move: 'claim', rows: asRows([...ids].reverse()) }),
  ]);
  expect([one.succeeded + two.succeeded, one.failed + two.failed]).toEqual([30, 30]);
  const moves = await server.db.selectFrom('move').select('subject_id').execute();
  expect(new Set(moves.map((move) => move.subject_id)).size).toBe(30);
});

test('a row seen in an older version is left alone and says what happened; the same row twice counts once', async () => {
  const [a = '', b = ''] = await insertEntryRows(server.db, { ...puxian, count: 2 });
  const version = await claimAs(server, clerk, a);
  const run = await server.ask<Run>(clerk, 'screening/batchRun', {
    move: 'release',
    rows: [...asRows([a]), ...asRows([b]), ...asRows([b])],
  });
  expect(run.rows.map(({ ok, message }) => [ok, message])).toEqual([
    [false, '这个项目已由蒲县审核人员一于 2026-11-24 09:00 办理“受理”，请刷新后再看'],
    [false, '请先受理再审核'],
  ]);
  const again = await server.ask<Run>(clerk, 'screening/batchRun', { move: 'release', rows: asRows([a], version) });
  expect(again.rows).toEqual([{ entryId: a, title: '测试项目 1', ok: true, message: '已交回待办，现为“待受理”' }]);
});

test('only what was read and found in order is approved in a batch', async () => {
  const ids = await insertEntryRows(server.db, { ...puxian, count: 3 });
  const [ready = '', faulty = '', unread = ''] = ids;
  for (const id of ids) await claimAs(server, clerk, id);
  await readAll(server, clerk, ready);
  await readAll(server, clerk, faulty, { jobs: { codes: ['JOBS_NO_BASIS'] } });
  const preview = await server.ask<Preview>(clerk, 'screening/batchPreview', { move: 'approve', entryIds: ids });
  expect(preview.rows.map(({ reason }) => reason)).toEqual([
    null,
    '“带动就业”标为“需要补正”，不能通过',
    '请先审完每一部分，还有“项目情况”、“项目负责人”、“团队成员”、“带动就业”、“参赛材料”、“承诺与授权”未审',
  ]);
  const run = await server.ask<Run>(clerk, 'screening/batchRun', { move: 'approve', rows: asRows(ids, 2) });
  expect(run.rows.map(({ entryId, ok }) => [entryId, ok])).toEqual([
    [ready, true],
    [faulty, false],
    [unread, false],
  ]);
});

test('a batch is fifty rows at most, and the city’s staff run none', async () => {
  const ids = await insertEntryRows(server.db, { ...puxian, count: 51 });
  const many = await server.call(clerk, 'screening/batchRun', { move: 'claim', rows: asRows(ids) });
  expect(many.status).toBe(400);
  const city = await server.call('city', 'screening/batchRun', { move: 'claim', rows: asRows(ids.slice(0, 1)) });
  expect(city.status).toBe(403);
});
