import { ofTransaction, record } from '../../bench/record';
import { filledDraft, freshIdNumber, freshPerson, save, submittedEntry } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});
afterEach(() => server.clock.set(Date.UTC(2026, 10, 24, 1, 0, 0)));

/** Sign-up closes as 2026-12-14 begins in Shanghai. */
const closes = Date.UTC(2026, 11, 13, 16, 0, 0);

const entity = (registrationDate: string) => ({
  name: '蒲县山货农产品有限公司',
  uscc: '91141033MA0H1T7Q8A',
  registrationDate,
  address: '临汾市蒲县蒲城镇西关街 8 号',
  regionId: '141033',
});

test('a filled draft is submitted and gets the next number of its region', async () => {
  const first = await submittedEntry(server);
  const second = await submittedEntry(server, { group: 'start_up' });
  const elsewhere = await submittedEntry(server, { region: 'LFEDZ', track: 'micro_audiovisual' });
  expect([first.reference, second.reference, elsewhere.reference, first.version]).toEqual([
    'XH2026-141033-0001',
    'XH2026-141033-0002',
    'XH2026-LFEDZ-0001',
    2,
  ]);
});

test('at 23:59:59 of the last day a submission is in', async () => {
  const { entryId, leader } = await filledDraft(server);
  server.clock.set(closes - 1000);
  const { status, body } = await server.call(leader, 'entry/submit', { entryId, version: 1 });
  expect({ status, body }).toEqual({
    status: 200,
    body: { ok: true, data: { entryId, state: 'submitted', stateZh: '已提交，等待审核', version: 2 } },
  });
});

test('at 00:00:00 it is out, and nothing was changed', async () => {
  const { entryId, leader } = await filledDraft(server);
  server.clock.set(closes);
  expect(await server.call(leader, 'entry/submit', { entryId, version: 1 })).toEqual({
    status: 422,
    body: {
      ok: false,
      error: { code: 'ENTRY_SIGN_UP_CLOSED', message: '报名已于12月13日（周日）24:00 截止，不能再提交' },
    },
  });
  const { body } = await server.call(leader, 'entry/start', {
    contestId: 'LF-XH-2026-141033',
    trackCode: 'rural_revitalisation',
    groupCode: 'idea_team',
  });
  expect(body).toMatchObject({ ok: false, error: { code: 'ENTRY_SIGN_UP_CLOSED' } });
  const kept = await server.db.selectFrom('entry').select(['state', 'reference']).where('id', '=', entryId).execute();
  expect(kept).toEqual([{ state: 'draft', reference: null }]);
});

test('submitting twice with one key gives one answer and one reference', async () => {
  const { entryId, leader } = await filledDraft(server);
  const ask = () => server.call(leader, 'entry/submit', { entryId, version: 1 }, 'double-tap-1');
  const [first, second] = await Promise.all([ask(), ask()]);
  const third = await ask();
  expect(first.status).toBe(200);
  expect([second, third]).toEqual([first, first]);
  const snapshots = await server.db.selectFrom('snapshot').select('n').where('subject_id', '=', entryId).execute();
  expect(snapshots).toEqual([{ n: 1 }]);
});

test('of two submissions at once under two keys one wins and the other is told', async () => {
  const { entryId, leader } = await filledDraft(server);
  const replies = await Promise.all([
    server.call(leader, 'entry/submit', { entryId, version: 1 }, 'first-phone'),
    server.call(leader, 'entry/submit', { entryId, version: 1 }, 'second-phone'),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(replies.find(({ status }) => status === 409)?.body).toEqual({
    ok: false,
    error: {
      code: 'CASE_STALE',
      message: '这个项目已于 2026-11-24 09:00 办理“提交报名”，请刷新后再看',
      current: { state: 'submitted', stateZh: '已提交，等待审核', version: 2 },
    },
  });
});

test('a second live entry of the same ID number in the edition is refused in words, in any region and by any account', async () => {
  const idNumber = freshIdNumber();
  const first = await submittedEntry(server, { idNumber });
  const second = await filledDraft(server, { idNumber, region: '141002' });
  const ask = () => server.call(second.leader, 'entry/submit', { entryId: second.entryId, version: 1 });
  expect(await ask()).toEqual({
    status: 422,
    body: {
      ok: false,
      error: {
        code: 'ENTRY_LEADER_HAS_ANOTHER',
        message: '这个身份证号的负责人本届已报了另一个项目，每人只能报一个',
      },
    },
  });
  await server.ask(first.leader, 'entry/withdraw', { entryId: first.entryId, version: 2, reason: '' });
  expect((await ask()).status).toBe(200);
});

test('a leader is told by name which other entry is in the way', async () => {
  const idNumber = freshIdNumber();
  const { leader } = await submittedEntry(server, { idNumber });
  const { entryId } = await filledDraft(server, { idNumber, region: '141002', leader });
  expect(await server.call(leader, 'entry/submit', { entryId, version: 1 })).toMatchObject({
    status: 422,
    body: { error: { code: 'ENTRY_LEADER_HAS_ANOTHER', message: '您本届已报了“蒲县山货直供”，每人只能报一个' } },
  });
});

test('someone under 16 at the cut-off is refused, with the reason beside the ID number', async () => {
  // The cut-off is 2026-11-01: sixteen on the day itself is old enough, a day later is not.
  const young = await filledDraft(server, { idNumber: freshIdNumber('20101102') });
  const reason = '负责人到基准日2026年11月1日满 15 周岁，须年满 16 周岁';
  expect(await server.call(young.leader, 'entry/submit', { entryId: young.entryId, version: 1 })).toEqual({
    status: 422,
    body: {
      ok: false,
      error: {
        code: 'ENTRY_NOT_ELIGIBLE',
        message: `不符合参赛条件：${reason}`,
        fields: { 'leader.idNumber': reason },
      },
    },
  });
  const view = await server.ask<{ sections: Array<{ section: string; problems: object }> }>(young.leader, 'entry/get', {
    entryId: young.entryId,
  });
  expect(view.sections.find(({ section }) => section === 'leader')?.problems).toEqual({ idNumber: reason });
  expect(await submittedEntry(server, { idNumber: freshIdNumber('20101101') })).toMatchObject({ version: 2 });
});

test('an entity registered exactly five years before the cut-off is refused; a day later it is in', async () => {
  const draft = await filledDraft(server, { group: 'growth' });
  const { uscc } = await kept(draft.entryId);
  await save(server, draft, 'entity', 1, { ...entity('2021-11-01'), uscc });
  const refused = await server.call(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
  expect(refused.body).toMatchObject({
    ok: false,
    error: {
      code: 'ENTRY_NOT_ELIGIBLE',
      fields: {
        'entity.registrationDate':
          '营业执照成立日期2021年11月1日，计算到基准日2026年11月1日，注册已满 5 年，不符合“未满 5 年”的要求',
      },
    },
  });
  await save(server, draft, 'entity', 2, { ...entity('2021-11-02'), uscc });
  expect((await server.call(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 })).status).toBe(200);
});

async function kept(entryId: string): Promise<Record<string, unknown>> {
  const row = await server.db
    .selectFrom('section')
    .select('data')
    .where('subject_id', '=', entryId)
    .where('section', '=', 'entity')
    .executeTakeFirstOrThrow();
  return row.data;
}

test('an empty draft is refused with the first obstacle, and each part says its own', async () => {
  const leader = await freshPerson(server);
  const { entryId } = await server.ask<{ entryId: string }>(leader, 'entry/start', {
    contestId: 'LF-XH-2026-141033',
    trackCode: 'rural_revitalisation',
    groupCode: 'start_up',
  });
  const { body } = await server.call(leader, 'entry/submit', { entryId, version: 1 });
  expect(body).toMatchObject({ ok: false, error: { code: 'ENTRY_INCOMPLETE' } });
  const error = body.ok ? null : body.error;
  expect(Object.keys(error?.fields ?? {}).sort()).toEqual([
    'declaration',
    'entity',
    'jobs',
    'leader',
    'materials',
    'project',
  ]);
  expect(error?.fields?.materials).toBe('请上传商业计划书');
});

test('submitting waits for a file that is on its way', async () => {
  const { entryId, leader } = await filledDraft(server);
  await server.ask(leader, 'entry/beginUpload', { entryId, slot: 'video', name: '路演.mp4', size: 1000 });
  const ask = () => server.call(leader, 'entry/submit', { entryId, version: 1 });
  expect((await ask()).body).toMatchObject({ ok: false, error: { code: 'ENTRY_CHECKING_FILES' } });
  // A phone that died an hour ago does not hold anything back for ever.
  server.clock.pass(3_600_000);
  expect((await ask()).status).toBe(200);
});

test('a recall keeps the reference, and the snapshot of before stays as it was', async () => {
  const entry = await submittedEntry(server, { title: '第一个名字' });
  const read = () =>
    server.ask<{ sha256: string; parts: Array<{ lines: Array<{ label: string; value: string }> }> }>(
      entry.leader,
      'entry/receipt',
      { entryId: entry.entryId, n: 1 },
    );
  const before = await read();
  expect(await server.ask(entry.leader, 'entry/recall', { entryId: entry.entryId, version: 2 })).toEqual({
    entryId: entry.entryId,
    state: 'draft',
    stateZh: '填写中',
    version: 3,
  });
  const { data } = await server.db
    .selectFrom('section')
    .select('data')
    .where('subject_id', '=', entry.entryId)
    .where('section', '=', 'project')
    .executeTakeFirstOrThrow();
  await save(server, entry, 'project', 2, { ...data, title: '第二个名字' });
  await server.ask(entry.leader, 'entry/submit', { entryId: entry.entryId, version: 3 });
  const after = await server.ask<{ n: number; reference: string; parts: typeof before.parts }>(
    entry.leader,
    'entry/receipt',
    { entryId: entry.entryId },
  );
  expect(await read()).toEqual(before);
  expect(before.parts[0]?.lines[0]).toEqual({ label: '项目名称', value: '第一个名字' });
  expect([after.n, after.reference, after.parts[0]?.lines[0]?.value]).toEqual([2, entry.reference, '第二个名字']);
});

test('the counts say where entries stand, as the sum of deltas', async () => {
  const { entryId, leader } = await filledDraft(server, { region: '141021', track: 'rural_revitalisation' });
  const counted = async () => {
    const { rows } = await server.db.executeQuery<{ state: string; n: number }>(
      server.db
        .selectFrom('entry_count')
        .select(({ fn }) => ['state', 'track_code', fn.sum<number>('delta').as('n')])
        .where('contest_id', '=', 'LF-XH-2026-141021')
        .groupBy(['state', 'track_code'])
        .orderBy('state')
        .compile(),
    );
    return rows.map((row) => ({ ...row, n: Number(row.n) }));
  };
  expect(await counted()).toEqual([{ state: 'draft', track_code: 'rural_revitalisation', n: 1 }]);
  await server.ask(leader, 'entry/submit', { entryId, version: 1 });
  expect(await counted()).toEqual([
    { state: 'draft', track_code: 'rural_revitalisation', n: 0 },
    { state: 'submitted', track_code: 'rural_revitalisation', n: 1 },
  ]);
});

test('a submission asks the database seventeen times in its transaction, no more', async () => {
  const { entryId, leader } = await filledDraft(server);
  const statements = await record(() => server.ask(leader, 'entry/submit', { entryId, version: 1 }));
  expect(ofTransaction(statements).length).toBeLessThanOrEqual(17);
});
