import { eraseLeaving } from '../../../cloudfunctions/core/files/leaving/erase-leaving';
import { deleteUploads } from '../../../cloudfunctions/core/files/leaving/leave-files';
import { nameContent } from '../../../cloudfunctions/core/files/leaving/name-content';
import { filledDraft, sendBytes, uploadFile } from '../../support/entry-factory';
import { makePdf } from '../../support/sample-files/pdf';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Draft = { entryId: string; leader: string };
const deck = makePdf({ title: '路演' });
const upload = (draft: Draft, slot = 'pitch_deck', bytes = deck) =>
  uploadFile(server, draft.leader, draft.entryId, slot, { name: '路演.pdf', bytes });
const remove = (draft: Draft, uploadId: string) => server.ask(draft.leader, 'entry/removeMaterial', { uploadId });
const lies = (sha256: string | null) =>
  server.home.storage.open(sha256 ?? '').then(
    async ({ bytes }) => (await bytes.toArray()).length > 0,
    () => false,
  );

test('a file deleted from a draft that was never submitted is erased, and its address opens nothing more', async () => {
  const draft = await filledDraft(server);
  const { uploadId, sha256 } = await upload(draft);
  await remove(draft, uploadId);
  expect(await lies(sha256)).toBe(true);
  expect(await eraseLeaving(server.home)).toBe(2);
  expect(await lies(sha256)).toBe(false);
  expect(await eraseLeaving(server.home)).toBe(0);
  // The same file may be sent again.
  expect(await lies((await upload(draft)).sha256)).toBe(true);
});

test('bytes that another slot, another team or an earlier submission names stay', async () => {
  const draft = await filledDraft(server);
  const other = await filledDraft(server);
  const { uploadId, sha256 } = await upload(draft);
  const twin = await upload(other);
  await remove(draft, uploadId);
  await eraseLeaving(server.home);
  expect(await lies(sha256)).toBe(true);

  await server.ask(other.leader, 'entry/submit', { entryId: other.entryId, version: 1 });
  await server.ask(other.leader, 'entry/recall', { entryId: other.entryId, version: 2 });
  await remove(other, twin.uploadId);
  await eraseLeaving(server.home);
  expect(await lies(sha256)).toBe(true);
  expect(await server.db.selectFrom('file_leaving').selectAll().execute()).toEqual([]);
});

test('an earlier version goes with the file, not before', async () => {
  const draft = await filledDraft(server);
  const first = await upload(draft);
  const second = await upload(draft, 'pitch_deck', makePdf({ title: '第二版' }));
  await eraseLeaving(server.home);
  expect([await lies(first.sha256), await lies(second.sha256)]).toEqual([true, true]);
  await remove(draft, second.uploadId);
  await eraseLeaving(server.home);
  expect([await lies(first.sha256), await lies(second.sha256)]).toEqual([false, false]);
});

test('the same content sent again while it is being erased waits, and is not lost', async () => {
  const draft = await filledDraft(server);
  const { uploadId, sha256 } = await upload(draft);
  await remove(draft, uploadId);
  const { storage } = server.home;
  let sent = '';
  const during: typeof server.home = {
    ...server.home,
    storage: {
      ...storage,
      erase: async (content) => {
        const begun = await server.ask<{ uploadId: string }>(draft.leader, 'entry/beginUpload', {
          entryId: draft.entryId,
          slot: 'pitch_deck',
          name: '路演.pdf',
          size: deck.length,
        });
        sent = begun.uploadId;
        await sendBytes(server, draft.leader, sent, [deck]);
        const view = await server.ask<{ state: string }>(draft.leader, 'entry/finishUpload', { uploadId: sent });
        expect(view.state).toBe('checking');
        return storage.erase(content);
      },
    },
  };
  await eraseLeaving(during);
  expect(await lies(sha256)).toBe(false);
  expect(await server.ask(draft.leader, 'entry/finishUpload', { uploadId: sent })).toMatchObject({ state: 'accepted' });
  expect(await lies(sha256)).toBe(true);
});

test('bytes that are about to be settled are named already, and are not erased', async () => {
  const draft = await filledDraft(server);
  const { uploadId, sha256 } = await upload(draft);
  await remove(draft, uploadId);
  await server.db.updateTable('upload').set({ state: 'checking' }).where('id', '=', uploadId).execute();
  expect(await nameContent(server.db, uploadId, { sha256: sha256 ?? '', kind: 'pdf' })).toBe(true);
  await eraseLeaving(server.home);
  expect(await lies(sha256)).toBe(true);
});

test('what the storage does not take away is tried again', async () => {
  const draft = await filledDraft(server);
  const { uploadId, sha256 } = await upload(draft);
  await remove(draft, uploadId);
  const { storage } = server.home;
  await eraseLeaving({ ...server.home, storage: { ...storage, erase: async () => false } });
  expect(await lies(sha256)).toBe(true);
  await eraseLeaving(server.home);
  expect(await lies(sha256)).toBe(false);
});

test('the files of an entry whose rows are deleted are erased all the same', async () => {
  const draft = await filledDraft(server);
  const { sha256 } = await upload(draft);
  await server.db.transaction().execute((tx) => deleteUploads(tx, draft.entryId, server.clock.now()));
  await eraseLeaving(server.home);
  expect(await lies(sha256)).toBe(false);
});
