import { freshIdNumber, submittedEntry } from '../../support/entry-factory';
import { claimAs, decideAs, readAll, returnAs, reviewOf } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});
beforeEach(() => server.clock.set(Date.UTC(2026, 10, 24, 1, 0, 0)));

const clerk = 'clerk-puxian-1';
const toZone = { toContestId: 'LF-XH-2026-LFEDZ', trackCode: 'modern_services', reason: '注册地在开发区' };

test('a transfer keeps the number and the history, and starts the clock and the reading anew', async () => {
  const { entryId, reference, leader } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  await readAll(server, clerk, entryId);
  const { transferTargets } = await reviewOf(server, clerk, entryId);
  expect(transferTargets.length).toBe(17);
  expect(transferTargets.at(-1)).toEqual({
    contestId: 'LF-XH-2026-LFEDZ',
    regionZh: '临汾经济开发区',
    tracks: [
      { code: 'advanced_manufacturing', zh: '先进制造' },
      { code: 'modern_services', zh: '现代服务' },
      { code: 'micro_audiovisual', zh: '微视听创意' },
    ],
  });
  server.clock.set(Date.UTC(2026, 10, 26, 1));
  const moved = await decideAs(server, clerk, 'transfer', { entryId, version, ...toZone });
  expect(moved).toEqual({ entryId, state: 'transferred', stateZh: '转入待受理', version: version + 1 });
  expect((await server.call(clerk, 'screening/review', { entryId })).status).toBe(404);
  const there = await reviewOf(server, 'clerk-lfedz', entryId);
  expect(there).toMatchObject({ reference, regionId: 'LFEDZ', trackZh: '现代服务', dueDate: '2026-12-03', round: 1 });
  expect(there.sections.every(({ verdict }) => verdict === 'unread')).toBe(true);
  expect(there.timeline.map(({ zh, byZh, reason }) => [zh, byZh, reason]).slice(-2)).toEqual([
    ['受理', '蒲县审核人员一', null],
    ['转办', '蒲县审核人员一', '注册地在开发区'],
  ]);
  const laidAside = await server.db
    .selectFrom('review_mark')
    .select('section')
    .where('entry_id', '=', entryId)
    .where('cleared_at', 'is not', null)
    .execute();
  expect(laidAside.length).toBe(6);
  // What the zone returns can be put right there: the form has followed into the zone's track.
  await returnAs(server, 'clerk-lfedz', entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  const { version: now } = await server.ask<{ version: number }>(leader, 'entry/get', { entryId });
  expect(await server.ask(leader, 'entry/resubmit', { entryId, version: now })).toMatchObject({ state: 'resubmitted' });
});

test('a transfer leads to another contest that runs the track and still reviews', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  const attempt = async (to: object) => {
    const { status, body } = await server.call(clerk, 'screening/transfer', { entryId, version, ...toZone, ...to });
    return body.ok ? status : [status, body.error.code, body.error.message];
  };
  expect(await attempt({ trackCode: 'rural_revitalisation' })).toEqual([
    422,
    'ENTRY_TRACK_NOT_HERE',
    '临汾经济开发区没有设这个赛道',
  ]);
  expect(await attempt({ toContestId: 'LF-XH-2026-141033' })).toEqual([
    422,
    'SCREENING_SAME_CONTEST',
    '请选择其他县（市、区）',
  ]);
  expect(await attempt({ toContestId: 'LF-XH-2025-LFEDZ' })).toEqual([
    404,
    'NOT_FOUND',
    '请重新选择接收的县（市、区）',
  ]);
  expect(await attempt({ reason: ' ' })).toEqual([400, 'MALFORMED', '有 1 处填写有误，已在下方标红说明']);
});

test('the lead alone takes a decided entry up again, with a reason, and holds it then', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  const rejected = await decideAs(server, clerk, 'reject', {
    entryId,
    version,
    reason: '不在本地落地',
  });
  expect(rejected.state).toBe('rejected');
  const again = { entryId, version: rejected.version, reason: '补交了落地协议' };
  expect((await server.call(clerk, 'screening/reopen', again)).status).toBe(403);
  expect(await server.ask('lead-puxian', 'screening/reopen', again)).toMatchObject({ state: 'under_review' });
  const seen = await reviewOf(server, 'lead-puxian', entryId);
  expect([seen.claimedByZh, seen.timeline.at(-1)?.reason]).toEqual(['蒲县审核负责人', '补交了落地协议']);
});

test('a reopening tells the team its reason, and keeps its note among staff', async () => {
  const { entryId, leader } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  const { version: rejected } = await decideAs(server, clerk, 'reject', {
    entryId,
    version,
    reason: '不符合',
  });
  const again = { entryId, version: rejected, reason: '申诉属实', note: ' 先找经办人谈话 ' };
  await server.ask('lead-puxian', 'screening/reopen', again, 'reopen-key-1');
  await server.ask('lead-puxian', 'screening/reopen', again, 'reopen-key-1');
  const seen = await server.ask<{ notes: object[] }>('lead-puxian', 'screening/review', { entryId });
  expect(seen.notes).toEqual([expect.objectContaining({ byZh: '蒲县审核负责人', body: '重新审核：先找经办人谈话' })]);
  const status = await server.ask<{ timeline: object[] }>(leader, 'entry/status', { entryId });
  expect(status.timeline.at(-1)).toEqual({
    zh: '重新审核',
    at: '2026-11-24T09:00:00+08:00',
    byZh: '蒲县审核人员',
    reason: '申诉属实',
  });
  const answers = [
    status,
    await server.call(leader, 'entry/get', { entryId }),
    await server.call(leader, 'entry/receipt', { entryId }),
    await server.call(leader, 'entry/mine'),
    await server.db.selectFrom('outbox').select('payload').execute(),
  ];
  expect(JSON.stringify(answers)).not.toContain('谈话');
});

test('a rejected entry stays so when its leader has another one by then', async () => {
  const idNumber = freshIdNumber();
  const { leader, ...first } = await submittedEntry(server, { idNumber });
  const version = await claimAs(server, clerk, first.entryId);
  const { version: rejected } = await decideAs(server, clerk, 'reject', {
    entryId: first.entryId,
    version,
    reason: '不符合',
  });
  await submittedEntry(server, { idNumber, leader });
  const again = { entryId: first.entryId, version: rejected, reason: '重新核对' };
  expect(await server.call('lead-puxian', 'screening/reopen', again)).toEqual({
    status: 422,
    body: {
      ok: false,
      error: { code: 'ENTRY_LEADER_HAS_ANOTHER', message: '该负责人在本届已有另一个在审或通过的项目' },
    },
  });
  expect((await reviewOf(server, 'lead-puxian', first.entryId)).state).toBe('rejected');
});
