import { filledDraft, save, sendBytes, submittedEntry, uploadFile } from '../../support/entry-factory';
import { makePdf } from '../../support/sample-files/pdf';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Draft = { entryId: string; leader: string };
type Material = { uploadId: string; slot: string; name: string; fileNo: number; version: number; current: boolean };

const materialsOf = async ({ entryId, leader }: Draft) =>
  (await server.ask<{ materials: Material[] }>(leader, 'entry/get', { entryId })).materials.filter(
    ({ slot }) => slot === 'ip_proof',
  );
const standing = async (draft: Draft) =>
  (await materialsOf(draft)).filter(({ current }) => current).map(({ name, version }) => `${name} ${version}`);
const add = (draft: Draft, name: string) =>
  uploadFile(server, draft.leader, draft.entryId, 'ip_proof', { name, bytes: makePdf({ title: name }) });
const begin = (draft: Draft, more: object = {}, as = draft.leader) =>
  server.call(as, 'entry/beginUpload', {
    entryId: draft.entryId,
    slot: 'ip_proof',
    name: '专利.pdf',
    size: makePdf().length,
    ...more,
  });
const begun = async (draft: Draft, more: object = {}, as = draft.leader) => {
  const { body } = await begin(draft, more, as);
  if (!body.ok) throw new Error(body.error.code);
  return (body.data as { uploadId: string }).uploadId;
};

test('three patents stand side by side; a fourth is refused in words, one is replaced, one is deleted', async () => {
  const draft = await filledDraft(server);
  const one = await add(draft, '一.pdf');
  const two = await add(draft, '二.pdf');
  await add(draft, '三.pdf');
  expect(await standing(draft)).toEqual(['一.pdf 1', '二.pdf 1', '三.pdf 1']);
  expect((await begin(draft)).body).toMatchObject({
    ok: false,
    error: { code: 'FILE_SLOT_FULL', message: '最多 3 个文件，已满。要换的，点文件旁的“换一个”' },
  });

  const bytes = makePdf({ title: '新二' });
  const uploadId = await begun(draft, { name: '新二.pdf', size: bytes.length, replaces: two.uploadId });
  await sendBytes(server, draft.leader, uploadId, [bytes]);
  await server.ask(draft.leader, 'entry/finishUpload', { uploadId });
  expect(await standing(draft)).toEqual(['一.pdf 1', '新二.pdf 2', '三.pdf 1']);
  // The version that was replaced is still there to read.
  expect((await materialsOf(draft)).map(({ name }) => name)).toEqual(['一.pdf', '新二.pdf', '二.pdf', '三.pdf']);

  await server.ask(draft.leader, 'entry/removeMaterial', { uploadId: one.uploadId });
  expect(await standing(draft)).toEqual(['新二.pdf 2', '三.pdf 1']);
  await add(draft, '四.pdf');
  expect(await standing(draft)).toEqual(['新二.pdf 2', '三.pdf 1', '四.pdf 1']);
});

test('a slot of one file goes on taking the place of what is there', async () => {
  const draft = await filledDraft(server);
  const again = await uploadFile(server, draft.leader, draft.entryId, 'business_plan', {
    name: '二.pdf',
    bytes: makePdf({ title: '二' }),
  });
  expect(again).toMatchObject({ version: 2, fileNo: 1, current: true });
});

test("a further transfer gives up the same person's unfinished one, never a colleague's, which counts", async () => {
  const draft = await filledDraft(server);
  const { token } = await server.ask<{ token: string }>(draft.leader, 'entry/inviteMember', {
    entryId: draft.entryId,
    access: 'edit',
  });
  const member = 'member';
  await server.ask(member, 'entry/joinTeam', {
    token,
    name: '李小红',
    roleZh: '技术',
    phone: '19900008001',
    sensitive: true,
  });
  await add(draft, '一.pdf');
  const theirs = await begun(draft, { name: '同事.pdf' }, member);
  const mine = await begun(draft, { name: '没传完.pdf' });
  const next = await begun(draft, { name: '再传.pdf' });
  const states = async () =>
    Object.fromEntries(
      (await server.db.selectFrom('upload').select(['id', 'state']).where('slot', '=', 'ip_proof').execute()).map(
        ({ id, state }) => [id, state],
      ),
    );
  expect(await states()).toMatchObject({ [theirs]: 'sending', [mine]: 'cancelled', [next]: 'sending' });
  await sendBytes(server, draft.leader, next, [makePdf()]);
  await server.ask(draft.leader, 'entry/finishUpload', { uploadId: next });
  expect((await begin(draft)).body).toMatchObject({ ok: false, error: { code: 'FILE_SLOT_FULL' } });
  server.clock.pass(60 * 60_000);
  expect((await begin(draft)).status).toBe(200);
  server.clock.pass(-60 * 60_000);
});

test('all files of a slot are frozen, on the receipt, before the reviewer, and in what a correction changed', async () => {
  const entry = await submittedEntry(server);
  await server.ask(entry.leader, 'entry/recall', { entryId: entry.entryId, version: 2 });
  await add(entry, '一.pdf');
  const two = await add(entry, '二.pdf');
  await server.ask(entry.leader, 'entry/submit', { entryId: entry.entryId, version: 3 });
  const { files, parts } = await server.ask<{
    files: Array<{ slotZh: string; name: string }>;
    parts: Array<{ section: string; lines: Array<{ label: string; value: string }> }>;
  }>(entry.leader, 'entry/receipt', { entryId: entry.entryId });
  expect(files.filter(({ slotZh }) => slotZh === '专利证书、商标证或授权书').map(({ name }) => name)).toEqual([
    '一.pdf',
    '二.pdf',
  ]);
  const lines = parts.find(({ section }) => section === 'materials')?.lines ?? [];
  expect(lines.find(({ label }) => label === '专利证书、商标证或授权书')?.value).toBe(
    '一.pdf（第 1 版）、二.pdf（第 1 版）',
  );

  const clerk = 'clerk-puxian-1';
  await server.ask(clerk, 'screening/claim', { entryId: entry.entryId, version: 4 });
  const review = await server.ask<{ materials: Material[] }>(clerk, 'screening/review', { entryId: entry.entryId });
  expect(review.materials.filter(({ slot }) => slot === 'ip_proof').map(({ name }) => name)).toEqual([
    '一.pdf',
    '二.pdf',
  ]);
  expect((await server.call(clerk, 'entry/openMaterial', { uploadId: two.uploadId })).status).toBe(200);
});

test('a needed slot of several is filled by one file', async () => {
  const draft = await filledDraft(server);
  const project = (claimsIp: boolean, version: number) =>
    save(server, draft, 'project', version, {
      title: '蒲县山货直供',
      trackCode: 'rural_revitalisation',
      groupCode: 'idea_team',
      summary: '把山里的核桃和蜂蜜直接送到城里人的餐桌上',
      description: '和十二户农家签了收购约定，统一分拣包装，通过社区团购和网店销售，已有回头客三百多户。',
      claimsIp,
    });
  await project(true, 2);
  const obstacles = async () =>
    (await server.ask<{ obstacles: Array<{ text: string }> }>(draft.leader, 'entry/get', { entryId: draft.entryId }))
      .obstacles;
  expect(await obstacles()).toEqual([{ section: 'materials', text: '请上传专利证书、商标证或授权书' }]);
  await add(draft, '一.pdf');
  expect(await obstacles()).toEqual([]);
});
