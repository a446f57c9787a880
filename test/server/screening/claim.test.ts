import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { submittedEntry } from '../../support/entry-factory';
import { claimAs, readAll, reviewOf } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

test('of two clerks who claim at once one wins, and the other is told who it was', async () => {
  const { entryId, version } = await submittedEntry(server);
  const clerks = ['clerk-puxian-1', 'clerk-puxian-2'];
  const replies = await Promise.all(clerks.map((as) => server.call(as, 'screening/claim', { entryId, version })));
  const won = replies.findIndex(({ body }) => body.ok);
  expect(replies[won]).toEqual({
    status: 200,
    body: { ok: true, data: { entryId, state: 'under_review', stateZh: '审核中', version: version + 1 } },
  });
  const winner = won === 0 ? '蒲县审核人员一' : '蒲县审核人员二';
  expect(replies[1 - won]).toEqual({
    status: 409,
    body: {
      ok: false,
      error: {
        code: 'CASE_HELD_BY_OTHER',
        message: `这个项目已由${winner}于 2026-11-24 09:00 受理`,
        current: { version: version + 1 },
      },
    },
  });
  const moves = await server.db
    .selectFrom('move')
    .select(['move', 'by_person'])
    .where('subject_id', '=', entryId)
    .orderBy('n')
    .execute();
  expect(moves.map(({ move }) => move)).toEqual(['submit', 'claim']);
  expect(moves[1]?.by_person).toBe(personaId(clerks[won] ?? ''));
});

test('what a colleague holds is closed to others in every way but reading, and nothing of theirs is lost', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, 'clerk-puxian-1', entryId);
  await readAll(server, 'clerk-puxian-1', entryId);
  const mark = {
    entryId,
    section: 'project',
    markVersion: 1,
    verdict: 'fault',
    codes: ['PROJECT_UNCLEAR'],
    comment: '',
  };
  const target = { toContestId: 'LF-XH-2026-141002', trackCode: 'modern_services', reason: '注册在尧都区' };
  const replies = [
    await server.call('clerk-puxian-2', 'screening/markSection', mark),
    await server.call('clerk-puxian-2', 'screening/return', { entryId, version, message: '' }),
    await server.call('clerk-puxian-2', 'screening/approve', { entryId, version }),
    await server.call('clerk-puxian-2', 'screening/reject', { entryId, version, reason: '不符合' }),
    await server.call('clerk-puxian-2', 'screening/release', { entryId, version }),
    await server.call('lead-puxian', 'screening/transfer', { entryId, version, ...target }),
  ];
  for (const { status, body } of replies)
    expect([status, !body.ok && body.error.code, !body.ok && body.error.message]).toEqual([
      409,
      'CASE_HELD_BY_OTHER',
      '这个项目已由蒲县审核人员一于 2026-11-24 09:00 受理',
    ]);
  const seen = await reviewOf(server, 'clerk-puxian-2', entryId);
  expect([seen.claimedByZh, seen.state, seen.moves]).toEqual(['蒲县审核人员一', 'under_review', []]);
  expect(seen.sections.every(({ verdict }) => verdict === 'ok')).toBe(true);
});

test('what nobody holds must be claimed before it is decided', async () => {
  const { entryId, version } = await submittedEntry(server);
  const { body } = await server.call('clerk-puxian-1', 'screening/approve', { entryId, version });
  expect(body).toEqual({ ok: false, error: { code: 'CASE_NOT_HELD', message: '请先受理再审核' } });
  const mark = { entryId, section: 'project', markVersion: 0, verdict: 'ok', codes: [], comment: '' };
  const marked = await server.call('clerk-puxian-1', 'screening/markSection', mark);
  expect(marked.body).toMatchObject({ ok: false, error: { code: 'CASE_NOT_HELD' } });
});

test('a released entry waits again with its clock running on and its marks kept', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, 'clerk-puxian-1', entryId);
  await readAll(server, 'clerk-puxian-1', entryId);
  const released = await server.ask('clerk-puxian-1', 'screening/release', { entryId, version });
  expect(released).toEqual({ entryId, state: 'submitted', stateZh: '待受理', version: version + 1 });
  await claimAs(server, 'clerk-puxian-2', entryId);
  const { dueDate, sections } = await reviewOf(server, 'clerk-puxian-2', entryId);
  expect(dueDate).toBe('2026-12-01');
  expect(sections.map(({ verdict }) => verdict)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
});

test('a decision on an older version changes nothing and tells who did what meanwhile', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, 'clerk-puxian-1', entryId);
  await readAll(server, 'clerk-puxian-1', entryId);
  const stale = await server.call('clerk-puxian-1', 'screening/approve', { entryId, version: version - 1 });
  expect(stale).toEqual({
    status: 409,
    body: {
      ok: false,
      error: {
        code: 'CASE_STALE',
        message: '这个项目已由蒲县审核人员一于 2026-11-24 09:00 办理“受理”，请刷新后再看',
        current: { state: 'under_review', stateZh: '审核中', version },
      },
    },
  });
});

test('who belongs to a team reviews none of its entries, lead or clerk', async () => {
  const { entryId } = await submittedEntry(server, { leader: personaId('clerk-puxian-2') });
  for (const path of ['screening/claim', 'screening/review', 'screening/addNote']) {
    const input = path === 'screening/claim' ? { entryId, version: 2 } : { entryId, body: '记录' };
    expect(await server.call('clerk-puxian-2', path, input)).toEqual({
      status: 403,
      body: {
        ok: false,
        error: { code: 'FORBIDDEN', message: '您是本项目团队成员，应当回避，请交其他审核人员办理' },
      },
    });
  }
});

test('the zone’s entries are unknown to 尧都 and to 蒲县, and theirs to the zone, though their codes begin alike', async () => {
  const zone = await submittedEntry(server, { region: 'LFEDZ', track: 'modern_services' });
  const puxian = await submittedEntry(server);
  const yaodu = await submittedEntry(server, { region: '141002', track: 'modern_services' });
  const attempts: Array<[string, { entryId: string; version: number }]> = [
    ['clerk-yaodu', zone],
    ['clerk-yaodu', puxian],
    ['clerk-puxian-1', zone],
    ['clerk-puxian-1', yaodu],
    ['clerk-lfedz', yaodu],
    ['clerk-lfedz', puxian],
    ['lead-puxian', yaodu],
  ];
  for (const [as, { entryId, version }] of attempts) {
    const seen = await server.call(as, 'screening/review', { entryId });
    const claimed = await server.call(as, 'screening/claim', { entryId, version });
    expect([seen.status, claimed.status]).toEqual([404, 404]);
  }
  const asCity = await server.call('city', 'screening/claim', { entryId: zone.entryId, version: zone.version });
  expect(asCity.status).toBe(404);
  expect((await reviewOf(server, 'auditor', zone.entryId)).moves).toEqual([]);
});
