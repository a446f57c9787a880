import { save, submittedEntry } from '../../support/entry-factory';
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
const minute = 60_000;

/** The project's summary put right and the entry submitted again, a minute later each. */
async function correct(entryId: string, leader: string, summary: string): Promise<void> {
  server.clock.pass(minute);
  const { sections, version } = await server.ask<{
    version: number;
    sections: Array<{ section: string; version: number; data: Record<string, unknown> }>;
  }>(leader, 'entry/get', { entryId });
  const project = sections.find(({ section }) => section === 'project');
  await save(server, { entryId, leader }, 'project', project?.version ?? 0, { ...project?.data, summary });
  server.clock.pass(minute);
  await server.ask(leader, 'entry/resubmit', { entryId, version });
}

test('every fault goes out in one notice, with the last day for putting it right', async () => {
  const { entryId, leader } = await submittedEntry(server);
  await returnAs(server, clerk, entryId, {
    project: { codes: ['PROJECT_UNCLEAR', 'TRACK_MISMATCH'], comment: '请写明主要客户' },
    jobs: { fields: ['indirect', 'direct'], comment: '请说明依据' },
    materials: { codes: ['FILE_UNREADABLE'] },
  });
  const { notices, state, dueDate, workdaysLeft, provisional } = await reviewOf(server, clerk, entryId);
  expect([state, dueDate, workdaysLeft, provisional]).toEqual(['returned', '2026-12-01', 5, false]);
  const faults = [
    { sectionZh: '项目情况', text: '项目简介不完整，请说明产品或服务、客户和现状' },
    { sectionZh: '项目情况', text: '所选赛道与项目内容不符，请重新选择' },
    { sectionZh: '项目情况', text: '请写明主要客户' },
    {
      sectionZh: '带动就业',
      text: '预计直接带动就业（人）、预计间接带动就业（人）：请说明依据',
    },
    { sectionZh: '参赛材料', text: '文件无法打开或有密码，请重新上传' },
  ];
  expect(notices).toEqual([
    {
      n: 1,
      sentAt: '2026-11-24T09:00:00+08:00',
      byZh: '蒲县审核人员一',
      dueDate: '2026-12-01',
      message: '',
      recalled: false,
      faults,
    },
  ]);
  const { notice, sections } = await server.ask<{
    notice: { dueDate: string; faults: Array<{ sectionZh: string; text: string; field: string | null }> };
    sections: Array<{ section: string; editable: boolean }>;
  }>(leader, 'entry/get', { entryId });
  expect([notice.dueDate, notice.faults.map(({ text }) => text)]).toEqual(['2026-12-01', faults.map((f) => f.text)]);
  expect(notice.faults.map(({ field }) => field)).toEqual([null, null, null, 'direct', null]);
  expect(sections.filter(({ editable }) => editable).map(({ section }) => section)).toEqual([
    'project',
    'jobs',
    'materials',
  ]);
});

test('nothing is returned without a fault, without its words, or before all was read', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  const attempt = async () => {
    const { status, body } = await server.call(clerk, 'screening/return', { entryId, version, message: '' });
    return body.ok ? status : [status, body.error.code, body.error.message];
  };
  expect(await attempt()).toEqual([422, 'SCREENING_NO_FAULT_MARKED', '请先标出需要补正的内容']);
  const ofAnother = {
    entryId,
    section: 'jobs',
    markVersion: 0,
    verdict: 'fault',
    codes: [],
    fields: ['title'],
    comment: '',
  };
  expect((await server.call(clerk, 'screening/markSection', ofAnother)).body).toMatchObject({
    error: { code: 'SCREENING_NO_SUCH_FIELD' },
  });
  const mark = (section: string, markVersion: number, comment: string) =>
    server.ask(clerk, 'screening/markSection', { entryId, section, markVersion, verdict: 'fault', codes: [], comment });
  await mark('jobs', 0, '');
  expect(await attempt()).toEqual([422, 'SCREENING_NO_FAULT_MARKED', '“带动就业”标为“需要补正”，请选择理由或写明问题']);
  await mark('jobs', 1, '请说明十二户农家的依据');
  expect(await attempt()).toEqual([
    422,
    'SCREENING_SECTIONS_UNREAD',
    '退回前请审完每一部分，还有“项目情况”、“项目负责人”、“团队成员”、“参赛材料”、“承诺与授权”未审',
  ]);
  await readAll(server, clerk, entryId, { jobs: { comment: '请说明十二户农家的依据' } });
  expect(await attempt()).toBe(200);
});

test('the resubmission shows exactly the changed lines, and what was in order stays so', async () => {
  const { entryId, leader } = await submittedEntry(server);
  await returnAs(server, clerk, entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  await correct(entryId, leader, '把核桃和蜂蜜送到临汾市区的社区团购点');
  const { sections, round, state, dueDate } = await reviewOf(server, clerk, entryId);
  expect([state, round, dueDate]).toEqual(['resubmitted', 2, '2026-11-27']);
  const changed = sections.flatMap(({ section, lines }) =>
    lines.filter(({ before }) => before !== null).map((line) => ({ section, ...line })),
  );
  expect(changed).toEqual([
    {
      section: 'project',
      field: 'summary',
      label: '一句话简介',
      value: '把核桃和蜂蜜送到临汾市区的社区团购点',
      before: '把山里的核桃和蜂蜜直接送到城里人的餐桌上',
      sealed: false,
    },
  ]);
  expect(sections.map(({ section, verdict, changed: is }) => [section, verdict, is])).toEqual([
    ['project', 'unread', true],
    ['leader', 'ok', false],
    ['team', 'ok', false],
    ['jobs', 'ok', false],
    ['materials', 'ok', false],
    ['declaration', 'ok', false],
  ]);
  await claimAs(server, clerk, entryId);
  await readAll(server, clerk, entryId);
  const { version } = await reviewOf(server, clerk, entryId);
  const approved = await decideAs(server, clerk, 'approve', { entryId, version });
  expect(approved).toEqual({ entryId, state: 'qualified', stateZh: '审核通过', version: version + 1 });
});

test('a second return may concern what was changed; anything else is the lead’s to return', async () => {
  const { entryId, leader } = await submittedEntry(server);
  await returnAs(server, clerk, entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  await correct(entryId, leader, '卖山货');
  const version = await claimAs(server, clerk, entryId);
  await readAll(server, clerk, entryId, { jobs: { codes: ['JOBS_NO_BASIS'] }, project: { comment: '还是不清楚' } });
  const refused = await server.call(clerk, 'screening/return', { entryId, version, message: '' });
  expect(refused).toEqual({
    status: 422,
    body: {
      ok: false,
      error: {
        code: 'SCREENING_SECOND_RETURN',
        message: '第二次退回只能退改动过的部分。“带动就业”没有改动，确需退回请找审核负责人',
      },
    },
  });
  const released = await server.ask<{ version: number }>(clerk, 'screening/release', { entryId, version });
  const held = await server.ask<{ version: number }>('lead-puxian', 'screening/claim', { entryId, ...released });
  const returned = await decideAs(server, 'lead-puxian', 'return', {
    entryId,
    version: held.version,
    message: '请一并说明',
  });
  expect(returned).toMatchObject({ state: 'returned' });
  const { notices, round } = await reviewOf(server, clerk, entryId);
  expect([round, notices.map(({ n, faults }) => [n, faults.map(({ text }) => text)])]).toEqual([
    3,
    [
      [1, ['项目简介不完整，请说明产品或服务、客户和现状']],
      [2, ['还是不清楚', '请说明直接、间接带动就业人数的依据']],
    ],
  ]);
});

test('a clerk returns a second time what was changed and is still wrong', async () => {
  const { entryId, leader } = await submittedEntry(server);
  await returnAs(server, clerk, entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  await correct(entryId, leader, '卖山货');
  await returnAs(server, clerk, entryId, { project: { comment: '请写明卖给谁' } });
  expect((await reviewOf(server, clerk, entryId)).state).toBe('returned');
});

test('a mark is kept once: who writes on an older one is shown the newer', async () => {
  const { entryId } = await submittedEntry(server);
  await claimAs(server, clerk, entryId);
  const mark = {
    entryId,
    section: 'jobs',
    markVersion: 0,
    verdict: 'fault',
    codes: ['JOBS_NO_BASIS'],
    comment: ' 请补充 ',
  };
  const kept = await server.ask(clerk, 'screening/markSection', mark);
  expect(kept).toMatchObject({ verdict: 'fault', codes: ['JOBS_NO_BASIS'], comment: '请补充', markVersion: 1 });
  const late = await server.call(clerk, 'screening/markSection', { ...mark, verdict: 'ok' });
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({
    ok: false,
    error: { code: 'SCREENING_MARK_STALE', current: { verdict: 'fault', markVersion: 1 } },
  });
  const wrong = await server.call(clerk, 'screening/markSection', { ...mark, markVersion: 1, codes: ['ID_MISMATCH'] });
  expect(wrong.body).toMatchObject({ ok: false, error: { code: 'SCREENING_NO_SUCH_REASON' } });
  // Row by row: what was found in order is kept while another row is wrong; what is no row of the part is refused.
  const rows = { ...mark, markVersion: 1, fields: ['directBasis'] };
  const strange = await server.call(clerk, 'screening/markSection', { ...rows, seen: ['title'] });
  expect(strange.body).toMatchObject({ ok: false, error: { code: 'SCREENING_NO_SUCH_FIELD' } });
  await server.ask(clerk, 'screening/markSection', { ...rows, seen: ['direct', 'directBasis'] });
  const { sections } = await reviewOf(server, clerk, entryId);
  expect(sections.find(({ section }) => section === 'jobs')).toMatchObject({
    fields: ['directBasis'],
    seen: ['direct'],
  });
  const none = await server.call(clerk, 'screening/markSection', { ...mark, section: 'entity', codes: [] });
  expect(none.status).toBe(404);
});

test('an approval waits until all was read and no fault stands', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  const approve = () => server.call(clerk, 'screening/approve', { entryId, version });
  expect((await approve()).body).toMatchObject({ ok: false, error: { code: 'SCREENING_SECTIONS_UNREAD' } });
  await readAll(server, clerk, entryId, { jobs: { codes: ['JOBS_NO_BASIS'] } });
  expect((await approve()).body).toEqual({
    ok: false,
    error: { code: 'SCREENING_FAULT_STANDS', message: '“带动就业”标为“需要补正”，不能通过' },
  });
});
