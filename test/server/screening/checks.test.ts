import { sql } from 'kysely';
import { forgetPictures } from '../../../cloudfunctions/core/screening/checks/forget-pictures';
import { sendBytes, submittedEntry } from '../../support/entry-factory';
import { claimAs, readAll } from '../../support/review-acts';
import { makeJpg } from '../../support/sample-files/picture';
import { freshServer, type TestServer } from '../../support/server';

type Look = { id: string; clear: boolean; resultZh: string; checkedOn: string; note: string; picture: object | null };
type Check = { code: string; zh: string; url: string | null; required: boolean; looks: Look[] };
type View = { checks: Check[]; version: number };

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';
const four = ['dishonestDebtor', 'seriousViolation', 'abnormalOperation', 'wageArrears'];
const record = (entryId: string, given: object = {}) =>
  server.call(clerk, 'screening/recordChecks', {
    entryId,
    codes: four,
    clear: true,
    checkedOn: '2026-11-24',
    note: '',
    ...given,
  });
const view = (entryId: string, as = clerk) => server.ask<View>(as, 'screening/review', { entryId });
const wants = (checks: object) =>
  sql`update blueprint_version set blueprint = blueprint || jsonb_build_object('checks', ${JSON.stringify(checks)}::jsonb)`.execute(
    server.db,
  );

test('all lists are recorded clear in one act, each with its day, and one may be looked at again', async () => {
  const { entryId } = await submittedEntry(server);
  expect((await view(entryId)).checks.map(({ code, looks }) => [code, looks.length])).toEqual(
    four.map((code) => [code, 0]),
  );
  expect((await record(entryId)).status).toBe(200);
  server.clock.pass(60_000);
  await record(entryId, { codes: ['abnormalOperation'], clear: false, note: '公示系统查询，未年报' });
  const { checks } = await view(entryId);
  expect(checks.map(({ code, looks }) => [code, looks.map(({ resultZh }) => resultZh)])).toEqual([
    ['dishonestDebtor', ['未列入']],
    ['seriousViolation', ['未列入']],
    ['abnormalOperation', ['未列入', '已列入']],
    ['wageArrears', ['未列入']],
  ]);
  expect(checks[2]?.looks[1]).toEqual({
    id: expect.any(String),
    clear: false,
    resultZh: '已列入',
    checkedOn: '2026-11-24',
    note: '公示系统查询，未年报',
    byZh: '蒲县审核人员一',
    picture: null,
  });
  const acts = await server.db.selectFrom('audit').select('data').where('act', '=', 'screening/recordChecks').execute();
  expect(acts).toHaveLength(2);
  expect(JSON.stringify(acts)).not.toContain('未年报');
});

test('approval waits for what the edition requires, and for nobody who is listed there; so does a batch', async () => {
  await wants([
    {
      code: 'debtor',
      zh: '失信被执行人名单',
      linkZh: '中国执行信息公开网',
      url: 'https://zxgk.court.gov.cn',
      required: true,
    },
    { code: 'tax', zh: '重大税收违法失信主体', required: true },
    { code: 'other', zh: '其他', required: false },
  ]);
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  const approve = () => server.call(clerk, 'screening/approve', { entryId, version });
  // What the marks lack is said first.
  expect((await approve()).body).toMatchObject({ error: { code: 'SCREENING_SECTIONS_UNREAD' } });
  await readAll(server, clerk, entryId);
  const refused = (code: string, message: string) => ({ status: 422, body: { ok: false, error: { code, message } } });
  expect(await approve()).toEqual(
    refused('SCREENING_UNCHECKED', '请先登记核查结果：“失信被执行人名单”、“重大税收违法失信主体”'),
  );
  const preview = await server.ask<{ rows: Array<{ reason: string }> }>(clerk, 'screening/batchPreview', {
    move: 'approve',
    entryIds: [entryId],
  });
  expect(preview.rows[0]?.reason).toContain('请先登记核查结果');
  await record(entryId, { codes: ['debtor'] });
  await record(entryId, { codes: ['tax'], clear: false, note: '税务局网站' });
  expect(await approve()).toEqual(
    refused('SCREENING_LISTED', '“重大税收违法失信主体”登记为“已列入”，不能通过。已移出名单的，请重新核查登记'),
  );
  server.clock.pass(60_000);
  await record(entryId, { codes: ['tax'] });
  expect((await approve()).status).toBe(200);
});

test('a look is of a list of the edition, dated today or before, and says its evidence where somebody is listed', async () => {
  const { entryId, leader } = await submittedEntry(server);
  const code = async (given: object) => {
    const { body } = await record(entryId, given);
    return body.ok ? 'OK' : body.error.code;
  };
  expect(await code({ codes: ['gossip'] })).toBe('SCREENING_NO_SUCH_CHECK');
  expect(await code({ codes: [] })).toBe('MALFORMED');
  for (const [checkedOn, sentence] of [
    ['2026-11-25', '核查日期不能晚于今天'],
    ['1999-01-01', '核查日期不能早于报名开始的日子（2026-11-04）'],
  ] as const)
    expect((await record(entryId, { checkedOn })).body).toMatchObject({
      error: { code: 'SCREENING_DATE_WRONG', fields: { checkedOn: sentence } },
    });
  expect(await record(entryId, { clear: false, note: ' ' })).toMatchObject({
    status: 422,
    body: { error: { code: 'SCREENING_CHECK_NOTE', fields: { note: '请写明在哪里查的、查到什么' } } },
  });
  expect((await view(entryId)).checks.flatMap(({ looks }) => looks)).toEqual([]);
  expect((await server.call(leader, 'screening/recordChecks', { entryId })).status).toBe(400);
});

test('a look has a picture that staff open and the team never does; a later one takes its place', async () => {
  const { entryId, leader } = await submittedEntry(server);
  await record(entryId, { codes: ['wageArrears'] });
  const lookOf = async () => (await view(entryId)).checks[3]?.looks[0];
  const checkId = (await lookOf())?.id ?? '';
  const bytes = makeJpg();
  const file = { checkId, slot: 'picture', name: '查询截图.jpg', size: bytes.length };
  const send = async () => {
    const { uploadId } = await server.ask<{ uploadId: string }>(clerk, 'screening/beginCheckPicture', file);
    await sendBytes(server, clerk, uploadId, [bytes]);
    await server.ask(clerk, 'screening/finishCheckPicture', { uploadId });
    return uploadId;
  };
  const uploadId = await send();
  expect((await lookOf())?.picture).toEqual({ uploadId, name: '查询截图.jpg', state: 'accepted' });
  const open = (as: string) => server.call(as, 'screening/openCheckPicture', { uploadId });
  expect((await open(clerk)).status).toBe(200);
  expect((await open('auditor')).status).toBe(200);
  expect([(await open(leader)).status, (await open('clerk-yaodu')).status]).toEqual([404, 404]);
  expect((await server.call(leader, 'screening/beginCheckPicture', file)).status).toBe(404);
  expect((await server.call(leader, 'entry/openMaterial', { uploadId })).status).toBe(404);
  const later = await send();
  expect(later).not.toBe(uploadId);
  expect((await lookOf())?.picture).not.toMatchObject({ uploadId });

  // It goes with the sealed values of whom it shows, and not before; what was found stays.
  expect(await forgetPictures(server.home)).toBe(0);
  const { version } = await server.ask<{ version: number }>(leader, 'entry/get', { entryId });
  await server.ask(leader, 'entry/withdraw', { entryId, version, reason: '' });
  expect([await forgetPictures(server.home), await forgetPictures(server.home)]).toEqual([1, 0]);
  expect(await lookOf()).toMatchObject({ resultZh: '未列入', picture: null });
  expect((await server.call(clerk, 'screening/openCheckPicture', { uploadId: later })).status).toBe(404);
  const left = await server.db.selectFrom('file_leaving').select('kind').where('kind', '=', 'jpg').execute();
  expect(left).not.toEqual([]);
});
