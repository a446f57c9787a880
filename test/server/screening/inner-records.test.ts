import { filledDraft, freshIdNumber, freshPerson, submittedEntry } from '../../support/entry-factory';
import { claimAs, decideAs, readAll, returnAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';
const check = { codes: ['dishonestDebtor'], clear: true, checkedOn: '2026-11-24', note: '执行信息公开网查询截图' };

test('notes stand with who and when', async () => {
  const { entryId } = await submittedEntry(server);
  await server.ask('clerk-puxian-2', 'screening/addNote', { entryId, body: '电话核实过地址' });
  const view = await server.ask<{ notes: object[] }>(clerk, 'screening/review', { entryId });
  expect(view.notes).toEqual([
    { id: expect.any(String), byZh: '蒲县审核人员二', at: '2026-11-24T09:00:00+08:00', body: '电话核实过地址' },
  ]);
});

test('no answer of an entrant’s procedures holds a note, a check, a mark or a reviewer’s name', async () => {
  const { entryId, leader } = await submittedEntry(server);
  await server.ask(clerk, 'screening/addNote', { entryId, body: '内部备注甲' });
  await server.ask(clerk, 'screening/recordChecks', { entryId, ...check, clear: false, note: '内部依据乙' });
  await claimAs(server, clerk, entryId);
  await readAll(server, clerk, entryId, { jobs: { comment: '审核意见丙' } });
  const ask = async () => {
    const answers = [
      await server.call(leader, 'entry/mine'),
      await server.call(leader, 'entry/get', { entryId }),
      await server.call(leader, 'entry/status', { entryId }),
      await server.call(leader, 'entry/receipt', { entryId }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    return JSON.stringify(answers);
  };
  for (const inner of ['内部备注甲', '内部依据乙', '审核意见丙', '失信', '蒲县审核人员一', 'verdict'])
    expect((await ask()).replace('本人及经营主体信用良好，不在失信被执行人、严重违法失信、经营异常', '')).not.toContain(
      inner,
    );
  const { version } = await server.ask<{ version: number }>(clerk, 'screening/review', { entryId });
  await decideAs(server, clerk, 'return', { entryId, version, message: '' });
  const after = await ask();
  expect(after).toContain('审核意见丙');
  for (const inner of ['内部备注甲', '内部依据乙', '蒲县审核人员一']) expect(after).not.toContain(inner);
  expect((await server.call(leader, 'screening/review', { entryId })).status).toBe(404);
});

test('a masked value is opened to who holds the entry alone, and the audit names the field and never the value', async () => {
  const idNumber = freshIdNumber();
  const { entryId, leader } = await submittedEntry(server, { idNumber });
  const reveal = (as: string, field: string) => server.call(as, 'screening/reveal', { entryId, field });
  // The claim says what it is needed for.
  expect((await reveal(clerk, 'leader.idNumber')).status).toBe(403);
  await claimAs(server, clerk, entryId);
  expect((await reveal('lead-puxian', 'leader.idNumber')).status).toBe(403);
  expect((await reveal(clerk, 'leader.idNumber')).body).toEqual({ ok: true, data: { value: idNumber } });
  expect((await reveal(clerk, 'leader.phone')).body).toEqual({ ok: true, data: { value: '19900008000' } });
  expect((await reveal(clerk, 'leader.name')).status).toBe(404);
  expect((await reveal(clerk, 'member.01990000-0000-7000-8000-000000000001.phone')).status).toBe(404);
  expect([(await reveal('city', 'leader.phone')).status, (await reveal('auditor', 'leader.phone')).status]).toEqual([
    404, 404,
  ]);
  expect((await reveal(leader, 'leader.phone')).status).toBe(404);
  const rows = await server.db
    .selectFrom('audit')
    .select(['act', 'data'])
    .where('subject', '=', `entry:${entryId}`)
    .where('act', '=', 'screening/reveal')
    .orderBy('n')
    .execute();
  expect(rows.map(({ data }) => data)).toEqual([{ field: 'leader.idNumber' }, { field: 'leader.phone' }]);
  const kept = await server.db.selectFrom('done_once').select('answer').execute();
  expect(JSON.stringify([rows, kept, server.faults])).not.toContain(idNumber);
});

test('staff know nothing of a draft, and of a returned entry only what was submitted', async () => {
  const draft = await filledDraft(server);
  expect((await server.call(clerk, 'screening/review', { entryId: draft.entryId })).status).toBe(404);
  const stranger = await freshPerson(server);
  expect((await server.call(stranger, 'screening/queue', { filter: noFilter })).status).toBe(403);
  const { entryId, leader } = await submittedEntry(server);
  await returnAs(server, clerk, entryId, { jobs: { codes: ['JOBS_NO_BASIS'] } });
  server.clock.pass(60_000);
  const { sections } = await server.ask<{ sections: Array<{ section: string; version: number; data: object }> }>(
    leader,
    'entry/get',
    { entryId },
  );
  const jobs = sections.find(({ section }) => section === 'jobs');
  await server.ask(leader, 'entry/saveSection', {
    entryId,
    section: 'jobs',
    version: jobs?.version,
    data: { ...jobs?.data, directBasis: '还在写的依据' },
  });
  expect(JSON.stringify(await server.ask(clerk, 'screening/review', { entryId }))).not.toContain('还在写的依据');
});

const noFilter = { contestId: null, state: 'waiting', trackCode: null, claimed: 'any', overdue: false, q: '' };
