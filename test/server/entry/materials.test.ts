import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { checkWaitingUploads } from '../../../cloudfunctions/core/files/check-waiting-uploads';
import {
  fileOwners,
  filledDraft,
  freshPerson,
  sendBytes,
  submittedEntry,
  uploadFile,
} from '../../support/entry-factory';
import { makeExe, makeExeWithPdfInside } from '../../support/sample-files/hostile';
import { makePptx } from '../../support/sample-files/office';
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

const pdf = makePdf();

type Draft = { entryId: string; leader: string };
const mb = 1024 * 1024;

const begin = (draft: Draft, file: { slot: string; name: string; size: number }) =>
  server.call(draft.leader, 'entry/beginUpload', { entryId: draft.entryId, ...file });

const begun = async (draft: Draft, file: { slot: string; name: string; size: number }) => {
  const { body } = await begin(draft, file);
  return (body as unknown as { data: { uploadId: string } }).data.uploadId;
};

const materialsOf = (draft: Draft) =>
  server
    .ask<{ materials: Array<Record<string, unknown>> }>(draft.leader, 'entry/get', { entryId: draft.entryId })
    .then(({ materials }) => materials);

test('a real file is accepted with its SHA-256, and a newer one takes its place', async () => {
  const draft = await filledDraft(server);
  const second = await uploadFile(server, draft.leader, draft.entryId, 'business_plan', {
    name: '../计划/第二版.pdf',
    bytes: makePdf({ title: '第二版' }),
  });
  expect(second).toMatchObject({ name: '第二版.pdf', kind: 'pdf', state: 'accepted', version: 2, current: true });
  expect(second.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect((await materialsOf(draft)).map((m) => [m.version, m.current])).toEqual([
    [2, true],
    [1, false],
  ]);
});

test('name and size are refused before a byte is sent', async () => {
  const draft = await filledDraft(server);
  const code = async (file: { slot: string; name: string; size: number }) => {
    const { status, body } = await begin(draft, file);
    return [status, body.ok ? 'ok' : body.error.code];
  };
  expect(await code({ slot: 'pitch_deck', name: '路演.pptx', size: 60 * mb })).toEqual([422, 'FILE_TOO_LARGE']);
  expect(await code({ slot: 'pitch_deck', name: '路演.pptx', size: 50 * mb })).toEqual([200, 'ok']);
  expect(await code({ slot: 'pitch_deck', name: '路演.pptx', size: 0 })).toEqual([422, 'FILE_EMPTY']);
  expect(await code({ slot: 'pitch_deck', name: '路演.exe', size: 10 })).toEqual([422, 'FILE_KIND_NOT_ALLOWED']);
  expect(await code({ slot: 'id_card', name: '身份证.jpg', size: 10 })).toEqual([422, 'FILE_NO_SUCH_SLOT']);
});

test('a renamed program is refused in words, and its bytes are forgotten', async () => {
  const draft = await filledDraft(server);
  const refused = await uploadFile(server, draft.leader, draft.entryId, 'pitch_deck', {
    name: '路演.pdf',
    bytes: makeExe(),
  });
  expect(refused).toMatchObject({ state: 'refused', sha256: null, current: false });
  expect(refused.refusal).toMatch(/^这个文件名是 .*里面/);
  const hidden = await uploadFile(server, draft.leader, draft.entryId, 'pitch_deck', {
    name: '路演.pdf',
    bytes: makeExeWithPdfInside(makePdf()),
  });
  expect(hidden.state).toBe('refused');
  const open = await server.call(draft.leader, 'entry/openMaterial', { uploadId: refused.uploadId });
  expect(open.body).toMatchObject({ ok: false, error: { code: 'FILE_NOT_READY' } });
  // Only the newest refusal is still shown; the slot stays empty and holds nothing back.
  expect((await materialsOf(draft)).filter((m) => m.slot === 'pitch_deck').map((m) => m.version)).toEqual([2]);
});

test('a sound file of a kind that the slot takes is kept under its true kind, whatever its name', async () => {
  const draft = await filledDraft(server);
  const deck = (name: string) =>
    uploadFile(server, draft.leader, draft.entryId, 'pitch_deck', { name, bytes: makePptx() });
  expect(await deck('路演.pdf')).toMatchObject({ state: 'accepted', kind: 'pptx', name: '路演.pptx' });
  expect(await deck('路演')).toMatchObject({ state: 'accepted', kind: 'pptx', name: '路演.pptx' });
});

test('what staff should know of a file stands in the review, and never in the form', async () => {
  const draft = await filledDraft(server);
  const script = makePdf().toString('latin1').replace('/Producer (Xinghuo)', '/S /JavaScript /JS (x)');
  const bytes = Buffer.from(script, 'latin1');
  await uploadFile(server, draft.leader, draft.entryId, 'pitch_deck', { name: '路演.pdf', bytes });
  await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
  expect((await materialsOf(draft)).every((material) => !('marks' in material))).toBe(true);
  const { materials } = await server.ask<{ materials: Array<{ slot: string; marks?: string[] }> }>(
    'clerk-puxian-1',
    'screening/review',
    { entryId: draft.entryId },
  );
  expect(materials.map(({ slot, marks }) => [slot, marks])).toEqual(
    expect.arrayContaining([
      ['pitch_deck', ['pdf-script']],
      ['business_plan', undefined],
    ]),
  );
});

test('bytes are taken only from the one who began, while the upload is open', async () => {
  const draft = await filledDraft(server);
  const uploadId = await begun(draft, { slot: 'pitch_deck', name: '路演.pdf', size: pdf.length });
  const stranger = await freshPerson(server);
  expect((await sendBytes(server, stranger, uploadId, [makePdf()])).status).toBe(404);
  const early = await server.call(draft.leader, 'entry/finishUpload', { uploadId });
  expect(early.body).toMatchObject({ ok: false, error: { code: 'FILE_NOT_ARRIVED' } });
  await server.ask(draft.leader, 'entry/cancelUpload', { uploadId });
  expect(await sendBytes(server, draft.leader, uploadId, [makePdf()])).toMatchObject({
    status: 409,
    body: { error: { code: 'FILE_OVER' } },
  });
});

test('a new transfer of a slot gives up the one before it that never ended', async () => {
  const draft = await filledDraft(server);
  await begun(draft, { slot: 'video', name: '一.mp4', size: 1000 });
  const second = await begun(draft, { slot: 'video', name: '二.mp4', size: 1000 });
  const videos = (await materialsOf(draft)).filter((m) => m.slot === 'video');
  expect(videos.map((m) => [m.uploadId, m.state, m.version])).toEqual([[second, 'sending', 2]]);
});

test('a file in the cloud waits as `checking`, holds submitting back, and the worker finishes it', async () => {
  const draft = await filledDraft(server);
  const uploadId = await begun(draft, { slot: 'pitch_deck', name: '路演.pdf', size: pdf.length });
  await sendBytes(server, draft.leader, uploadId, [makePdf()]);
  const { storage_key } = await server.db
    .selectFrom('upload')
    .select('storage_key')
    .where('id', '=', uploadId)
    .executeTakeFirstOrThrow();
  const finish = (fileId: string) => server.call(draft.leader, 'entry/finishUpload', { uploadId, fileId });
  expect((await finish('cloud://env.bucket/uploads/of-someone-else')).body).toMatchObject({
    ok: false,
    error: { code: 'FILE_NOT_ARRIVED' },
  });
  expect((await finish(`cloud://env.bucket/uploads/${storage_key}`)).body).toMatchObject({
    ok: true,
    data: { state: 'checking' },
  });
  const submit = () => server.call(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
  expect((await submit()).body).toMatchObject({ ok: false, error: { code: 'ENTRY_CHECKING_FILES' } });
  expect(await checkWaitingUploads(server.home, fileOwners)).toBe(1);
  expect(await checkWaitingUploads(server.home, fileOwners)).toBe(0);
  expect((await submit()).status).toBe(200);
  const audited = await server.db
    .selectFrom('audit')
    .select(['actor', 'data'])
    .where('subject', '=', `entry:${draft.entryId}`)
    .where('act', '=', 'entry/checkUpload')
    .where(({ ref }) => sql<boolean>`${ref('data')} ->> 'uploadId' = ${uploadId}`)
    .execute();
  expect(audited).toEqual([
    {
      actor: 'system',
      data: { uploadId, state: 'accepted', sha256: createHash('sha256').update(makePdf()).digest('hex') },
    },
  ]);
});

test('a file that the storage cannot give holds up no other, is tried again, and is refused in words after half an hour', async () => {
  const draft = await filledDraft(server);
  const waiting = async (slot: string) => {
    const uploadId = await begun(draft, { slot, name: '文件.pdf', size: pdf.length });
    await sendBytes(server, draft.leader, uploadId, [makePdf()]);
    const row = await server.db.selectFrom('upload').selectAll().where('id', '=', uploadId).executeTakeFirstOrThrow();
    await server.ask(draft.leader, 'entry/finishUpload', {
      uploadId,
      fileId: `cloud://e.b/uploads/${row.storage_key}`,
    });
    return row;
  };
  const [stuck, other] = [await waiting('pitch_deck'), await waiting('ip_proof')];
  const { storage } = server.home;
  const failing: typeof server.home = {
    ...server.home,
    storage: {
      ...storage,
      take: async (key, limit) => {
        if (key === stuck.storage_key) throw new Error('the storage does not answer');
        return storage.take(key, limit);
      },
    },
  };
  const stateOf = async ({ id }: { id: string }) => {
    const { state, refusal } = await server.db
      .selectFrom('upload')
      .select(['state', 'refusal'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return [state, refusal];
  };
  expect(await checkWaitingUploads(failing, fileOwners)).toBe(1);
  expect([await stateOf(stuck), await stateOf(other)]).toEqual([
    ['checking', null],
    ['accepted', null],
  ]);
  server.clock.pass(30 * 60_000 - 1);
  expect(await checkWaitingUploads(failing, fileOwners)).toBe(0);
  server.clock.pass(1);
  expect(await checkWaitingUploads(failing, fileOwners)).toBe(1);
  expect(await stateOf(stuck)).toEqual(['refused', '文件没有检查成，请重新上传。']);
  expect(server.faults.splice(0)).toHaveLength(3);
  server.clock.pass(-30 * 60_000);
});

test('a file that stands in the form is needed again once it is removed', async () => {
  const draft = await filledDraft(server);
  const [plan] = await materialsOf(draft);
  const view = await server.ask<{ obstacles: unknown[]; materials: unknown[] }>(draft.leader, 'entry/removeMaterial', {
    uploadId: plan?.uploadId,
  });
  expect(view.materials).toEqual([]);
  expect(view.obstacles).toEqual([{ section: 'materials', text: '请上传商业计划书' }]);
});

test('a submission freezes its files: a later version leaves the snapshot and the old file as they were', async () => {
  const entry = await submittedEntry(server);
  const files = () =>
    server
      .ask<{ files: Array<{ version: number; sha256: string }> }>(entry.leader, 'entry/receipt', {
        entryId: entry.entryId,
        n: 1,
      })
      .then((receipt) => receipt.files);
  const before = await files();
  await server.ask(entry.leader, 'entry/recall', { entryId: entry.entryId, version: 2 });
  const [plan] = await materialsOf(entry);
  await server.ask(entry.leader, 'entry/removeMaterial', { uploadId: plan?.uploadId });
  await uploadFile(server, entry.leader, entry.entryId, 'business_plan', {
    name: '新.pdf',
    bytes: makePdf({ title: '新' }),
  });
  await server.ask(entry.leader, 'entry/submit', { entryId: entry.entryId, version: 3 });
  expect(await files()).toEqual(before);
  expect((await materialsOf(entry)).map((m) => [m.version, m.frozenIn, m.current])).toEqual([
    [2, 2, true],
    [1, 1, false],
  ]);
  expect((await server.call(entry.leader, 'entry/openMaterial', { uploadId: plan?.uploadId })).status).toBe(200);
});

test('every opening is logged, the address lives five minutes, and who may not look is told nothing', async () => {
  const draft = await filledDraft(server, { region: '141033' });
  const [plan] = await materialsOf(draft);
  const open = (as: string) => server.call(as, 'entry/openMaterial', { uploadId: plan?.uploadId });
  // Before submission it is nobody's business but the team's.
  expect((await open('clerk-puxian-1')).status).toBe(404);
  await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
  expect((await open('clerk-puxian-1')).body).toEqual({
    ok: true,
    data: {
      url: `/files/${plan?.uploadId}?until=${server.clock.now() + 300_000}`,
      expiresAt: '2026-11-24T09:05:00+08:00',
      name: '商业计划书.pdf',
      kind: 'pdf',
      inline: true,
    },
  });
  expect((await open(draft.leader)).status).toBe(200);
  expect((await open('auditor')).status).toBe(200);
  expect((await open('clerk-yaodu')).status).toBe(404);
  expect((await open('clerk-lfedz')).status).toBe(404);
  expect((await open(await freshPerson(server))).status).toBe(404);
  const rows = await server.db
    .selectFrom('audit')
    .select(['actor', 'data'])
    .where('subject', '=', `entry:${draft.entryId}`)
    .where('act', '=', 'entry/openMaterial')
    .orderBy('n')
    .execute();
  expect(rows.length).toBe(3);
  expect(rows[1]).toEqual({ actor: draft.leader, data: { uploadId: plan?.uploadId, sha256: plan?.sha256 } });
});

test('after submitting, materials are closed', async () => {
  const entry = await submittedEntry(server);
  const [plan] = await materialsOf(entry);
  const closed = { ok: false, error: { code: 'FORM_SECTION_CLOSED' } };
  expect((await begin(entry, { slot: 'video', name: '一.mp4', size: 10 })).body).toMatchObject(closed);
  const removed = await server.call(entry.leader, 'entry/removeMaterial', { uploadId: plan?.uploadId });
  expect(removed.body).toMatchObject(closed);
});
