import { sweepLeftovers } from '../../../cloudfunctions/core/files/leaving/sweep-leftovers';
import { StorageError } from '../../../cloudfunctions/core/platform/storage/storage';
import { filledDraft, sendBytes } from '../../support/entry-factory';
import { makePdf } from '../../support/sample-files/pdf';
import { freshServer, type TestServer } from '../../support/server';

const day = 24 * 3_600_000;
let server: TestServer;
let draft: { entryId: string; leader: string };

beforeEach(async () => {
  server = await freshServer();
  draft = await filledDraft(server);
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Upload = { id: string; storage_key: string };

/** A file that was begun and sent, and nothing more. */
async function sent(slot: string): Promise<Upload> {
  const file = { entryId: draft.entryId, slot, name: '文件.pdf', size: makePdf().length };
  const { uploadId } = await server.ask<{ uploadId: string }>(draft.leader, 'entry/beginUpload', file);
  await sendBytes(server, draft.leader, uploadId, [makePdf()]);
  return server.db
    .selectFrom('upload')
    .select(['id', 'storage_key'])
    .where('id', '=', uploadId)
    .executeTakeFirstOrThrow();
}

async function lies({ storage_key }: Upload): Promise<boolean> {
  try {
    await server.home.storage.take(storage_key, { maxBytes: 10_000 });
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(StorageError);
    return false;
  }
}

/** A phone sends once more to where it was told to, as nobody can forbid in WeChat's cloud. */
async function sendAgain({ storage_key }: Upload): Promise<void> {
  async function* bytes() {
    yield makePdf();
  }
  await server.home.storage.receive(storage_key, bytes(), { maxBytes: 10_000 });
}

const swept = async () =>
  (await server.db.selectFrom('upload').select('id').where('swept_at', 'is not', null).execute()).map(({ id }) => id);

test('what was sent and never settled goes after a day: broken off, given up, sent again after its check', async () => {
  const broken = await sent('pitch_deck');
  const given = await sent('ip_proof');
  await server.ask(draft.leader, 'entry/cancelUpload', { uploadId: given.id });
  await sendAgain(given);
  const settled = await sent('business_plan');
  await server.ask(draft.leader, 'entry/finishUpload', { uploadId: settled.id });
  await sendAgain(settled);
  const leftovers = [broken, given, settled];

  server.clock.pass(day - 3_600_000);
  const young = await sent('social_proof');
  expect(await sweepLeftovers(server.home)).toBe(0);
  expect(await Promise.all(leftovers.map(lies))).toEqual([true, true, true]);
  server.clock.pass(3_600_000);
  // The draft's own plan is looked at too; nothing of it lay there.
  expect(await sweepLeftovers(server.home)).toBe(4);
  expect(await Promise.all([...leftovers, young].map(lies))).toEqual([false, false, false, true]);
  expect(await sweepLeftovers(server.home)).toBe(0);
  const { sha256 } = await server.db
    .selectFrom('upload')
    .select('sha256')
    .where('id', '=', settled.id)
    .executeTakeFirstOrThrow();
  const { bytes } = await server.home.storage.open(sha256 ?? '');
  expect(Buffer.concat(await bytes.toArray())).toEqual(makePdf());
});

test('what waits for its check is left alone, however old', async () => {
  const waiting = await sent('pitch_deck');
  const fileId = `cloud://env.bucket/uploads/${waiting.storage_key}`;
  await server.ask(draft.leader, 'entry/finishUpload', { uploadId: waiting.id, fileId });
  server.clock.pass(3 * day);
  await sweepLeftovers(server.home);
  expect([await lies(waiting), (await swept()).includes(waiting.id)]).toEqual([true, false]);
});

test('one that the storage does not take away holds up no other, and is tried again', async () => {
  const [stuck, other] = [await sent('pitch_deck'), await sent('ip_proof')];
  const { storage } = server.home;
  const failing: typeof server.home = {
    ...server.home,
    storage: {
      ...storage,
      discard: async (key) => key !== stuck.storage_key && storage.discard(key),
    },
  };
  server.clock.pass(day);
  await sweepLeftovers(failing);
  expect([await lies(stuck), await lies(other)]).toEqual([true, false]);
  expect((await swept()).includes(stuck.id)).toBe(false);
  expect(await sweepLeftovers(server.home)).toBe(1);
  expect(await lies(stuck)).toBe(false);
});
