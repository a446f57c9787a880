import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { areas } from '../../../cloudfunctions/core/areas';
import { checkUpload } from '../../../cloudfunctions/core/files/check-upload';
import { checkWaitingUploads } from '../../../cloudfunctions/core/files/check-waiting-uploads';
import { receiveUpload } from '../../../cloudfunctions/core/files/receive-upload';
import { takeBack } from '../../../cloudfunctions/core/line/tick';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { locationSpans } from '../../../cloudfunctions/core/platform/storage/location/location-spans';
import { makeUploadToken } from '../../../cloudfunctions/core/platform/storage/upload-token';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { fileOwners, filledDraft, freshPerson, sendBytes, uploadFile } from '../../support/entry-factory';
import { makeExe } from '../../support/sample-files/hostile';
import { makeLocatedJpg } from '../../support/sample-files/located';
import { makePdf } from '../../support/sample-files/pdf';
import { makeJpg } from '../../support/sample-files/picture';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
let storage: TestServer['home']['storage'];
beforeAll(async () => {
  server = await freshServer();
  storage = server.home.storage;
});
afterEach(() => {
  server.home.storage = storage;
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Draft = { entryId: string; leader: string };
const pdf = makePdf();
const ask = (draft: Draft, more: object = {}, as = draft.leader) =>
  server.call(as, 'entry/beginUpload', {
    entryId: draft.entryId,
    slot: 'pitch_deck',
    name: '路演.pdf',
    size: pdf.length,
    ...more,
  });
const begun = async (draft: Draft, more: object = {}, as = draft.leader) => {
  const { body } = await ask(draft, more, as);
  if (!body.ok) throw new Error(body.error.code);
  return (body.data as { uploadId: string }).uploadId;
};
const finish = (draft: Draft, uploadId: string) =>
  server.ask<{ state: string; sha256: string | null }>(draft.leader, 'entry/finishUpload', { uploadId });
const rowOf = (uploadId: string) =>
  server.db.selectFrom('upload').selectAll().where('id', '=', uploadId).executeTakeFirstOrThrow();
const code = ({ body }: Awaited<ReturnType<typeof sendBytes>>) => (body.ok ? 'OK' : body.error.code);

describe('one transfer a token', () => {
  test('a second one while the first runs is refused, and so is one after it ended', async () => {
    const draft = await filledDraft(server);
    const uploadId = await begun(draft);
    const token = makeUploadToken({ uploadId, personId: draft.leader, now: server.clock.now() }, server.home.keys);
    const slow = new PassThrough();
    const first = receiveUpload(server.home, fileOwners, { uploadId, token, source: slow });
    slow.write(pdf.subarray(0, 100));
    while ((await rowOf(uploadId)).transfer_at === null) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(code(await sendBytes(server, draft.leader, uploadId, [makeExe()]))).toBe('FILE_OVER');
    slow.end(pdf.subarray(100));
    expect(code(await first)).toBe('OK');
    expect(code(await sendBytes(server, draft.leader, uploadId, [makeExe()]))).toBe('FILE_OVER');
    expect(await finish(draft, uploadId)).toMatchObject({ state: 'accepted' });
  });

  test('of two at the same moment one is received', async () => {
    const draft = await filledDraft(server);
    const uploadId = await begun(draft);
    const answers = await Promise.all([1, 2, 3].map(() => sendBytes(server, draft.leader, uploadId, [pdf])));
    expect(answers.map(code).sort()).toEqual(['FILE_OVER', 'FILE_OVER', 'OK']);
  });
});

describe('what was announced is what is received', () => {
  test('one byte more cuts the transfer off, whatever the slot would take', async () => {
    const draft = await filledDraft(server);
    const uploadId = await begun(draft);
    expect(await sendBytes(server, draft.leader, uploadId, [pdf, Buffer.from('x')])).toEqual({
      status: 413,
      body: {
        ok: false,
        error: { code: 'UPLOAD_LARGER', message: '收到的文件比选择时大，上传已停止。请重新选择文件。' },
      },
    });
    expect(await finish(draft, uploadId)).toMatchObject({ state: 'refused', sha256: null });
  });

  test('fewer bytes are an incomplete file', async () => {
    const draft = await filledDraft(server);
    const uploadId = await begun(draft);
    expect(await sendBytes(server, draft.leader, uploadId, [pdf.subarray(0, -1)])).toEqual({
      status: 422,
      body: { ok: false, error: { code: 'UPLOAD_INCOMPLETE', message: '文件没有传完整，请重新上传。' } },
    });
    expect(await rowOf(uploadId)).toMatchObject({ state: 'refused', refusal_code: 'UPLOAD_INCOMPLETE' });
  });

  test('in the cloud, where nobody counts on the way in, the check says the same', async () => {
    const draft = await filledDraft(server);
    for (const [bytes, refusal] of [
      [pdf.subarray(0, -1), 'UPLOAD_INCOMPLETE'],
      [Buffer.concat([pdf, Buffer.from('\n')]), 'UPLOAD_LARGER'],
    ] as const) {
      const uploadId = await begun(draft);
      const { storage_key } = await rowOf(uploadId);
      await server.home.storage.receive(storage_key, one(bytes), { maxBytes: 1e6 });
      await server.ask(draft.leader, 'entry/finishUpload', { uploadId, fileId: `cloud://e.b/uploads/${storage_key}` });
      expect(await checkWaitingUploads(server.home, fileOwners)).toBe(1);
      expect(await rowOf(uploadId)).toMatchObject({ state: 'refused', refusal_code: refusal });
    }
  });
});

test('a member who was removed sends nothing more, and what they had sent is not finished', async () => {
  const draft = await filledDraft(server);
  const { token } = await server.ask<{ token: string }>(draft.leader, 'entry/inviteMember', {
    entryId: draft.entryId,
    access: 'edit',
  });
  await server.ask('member', 'entry/joinTeam', {
    token,
    name: '李小红',
    roleZh: '技术',
    phone: '19900008001',
    sensitive: true,
  });
  const uploadId = await begun(draft, {}, 'member');
  const view = await server.ask<{ members: Array<{ memberId: string }> }>(draft.leader, 'entry/get', {
    entryId: draft.entryId,
  });
  await server.ask(draft.leader, 'entry/removeMember', {
    entryId: draft.entryId,
    memberId: view.members[0]?.memberId,
  });
  expect(await sendBytes(server, 'member', uploadId, [pdf])).toMatchObject({
    status: 404,
    body: { error: { code: 'NOT_FOUND' } },
  });
  expect(await rowOf(uploadId)).toMatchObject({
    state: 'sending',
    received_sha256: null,
    begun_by: personaId('member'),
  });
  expect((await server.call('member', 'entry/finishUpload', { uploadId })).status).toBe(404);
});

test('once the entry is submitted, neither bytes nor their end are taken', async () => {
  const draft = await filledDraft(server);
  // What one pitches with may be renewed after that, no other file.
  const uploadId = await begun(draft, { slot: 'business_plan', name: '计划书.pdf' });
  // As if it had begun long ago, so that it holds submitting back no more.
  await server.db
    .updateTable('upload')
    .set({ begun_at: at(server.clock.now() - 2 * 3_600_000) })
    .where('id', '=', uploadId)
    .execute();
  await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
  expect(code(await sendBytes(server, draft.leader, uploadId, [pdf]))).toBe('FILE_CLOSED');
  const { body } = await server.call(draft.leader, 'entry/finishUpload', { uploadId });
  expect(body).toMatchObject({ ok: false, error: { code: 'FILE_NOT_ARRIVED' } });
});

describe('how much one may send', () => {
  test('sixty begun in an hour by a person, over all their entries', async () => {
    const draft = await filledDraft(server);
    const other = await filledDraft(server, { leader: draft.leader });
    for (let n = 2; n < 60; n += 1) await begun(n % 2 ? draft : other);
    expect((await ask(draft)).body).toMatchObject({
      ok: false,
      error: { code: 'FILE_QUOTA', message: '上传次数太多，请 1 小时后再试' },
    });
    server.clock.pass(3_600_000);
    expect((await ask(draft)).status).toBe(200);
    server.clock.pass(-3_600_000);
  });

  test('a gigabyte announced in a day by a person, two for an entry', async () => {
    const draft = await filledDraft(server);
    const size = 50 * 1024 * 1024;
    for (let n = 0; n < 20; n += 1) await begun(draft, { size });
    expect((await ask(draft, { size })).body).toMatchObject({
      ok: false,
      error: { code: 'FILE_QUOTA', message: '您 24 小时内上传的文件总量已到上限（1 GB），请过后再传' },
    });
    await server.db
      .updateTable('upload')
      .set({ declared_size: 2 * 1024 ** 3, begun_by: await freshPerson(server) })
      .where('subject_id', '=', draft.entryId)
      .execute();
    expect((await ask(draft)).body).toMatchObject({
      ok: false,
      error: { message: '这个项目 24 小时内上传的文件总量已到上限（2 GB），请过后再传' },
    });
  });
});

test('a disk that is nearly full takes no new upload and no begun one, and says so', async () => {
  const draft = await filledDraft(server);
  const uploadId = await begun(draft);
  let free = 1024 ** 3 + pdf.length - 1;
  server.home.storage = { ...storage, freeBytes: async () => free };
  const message = '系统的存储空间不够，暂时不能上传。已上传的文件不受影响，请稍后再试';
  expect(await ask(draft)).toMatchObject({ status: 422, body: { error: { code: 'FILE_NO_ROOM', message } } });
  expect(await sendBytes(server, draft.leader, uploadId, [pdf])).toMatchObject({ status: 422 });
  free += 1;
  expect(code(await sendBytes(server, draft.leader, uploadId, [pdf]))).toBe('OK');
  expect(await storage.freeBytes()).toBeGreaterThan(0);
});

describe('what was judged is what is kept', () => {
  test('another file sent to the same place while the first is judged changes nothing', async () => {
    const draft = await filledDraft(server);
    const uploadId = await begun(draft);
    await sendBytes(server, draft.leader, uploadId, [pdf]);
    const { storage_key } = await rowOf(uploadId);
    // The storage's own door, past the token: the moment that a race would have to find.
    server.home.storage = {
      ...storage,
      take: async (key, limit) => {
        const file = await storage.take(key, limit);
        await storage.receive(storage_key, one(Buffer.from('evil')), { maxBytes: 100 });
        return file;
      },
    };
    const { state, sha256 } = await finish(draft, uploadId);
    expect(state).toBe('accepted');
    const { bytes } = await storage.open(sha256 ?? '');
    expect(Buffer.concat(await bytes.toArray()).equals(pdf)).toBe(true);
    // And it is not left lying there.
    await expect(storage.take(storage_key, { maxBytes: 100 })).rejects.toMatchObject({ code: 'UPLOAD_MISSING' });
  });

  test('no lock of the entry is held while a file is read, and finishing again meanwhile does nothing twice', async () => {
    const draft = await filledDraft(server);
    const uploadId = await begun(draft);
    await sendBytes(server, draft.leader, uploadId, [pdf]);
    let reading: () => void = () => undefined;
    const isRead = new Promise<void>((resolve) => {
      reading = resolve;
    });
    let go: () => void = () => undefined;
    const mayGo = new Promise<void>((resolve) => {
      go = resolve;
    });
    let taken = 0;
    server.home.storage = {
      ...storage,
      take: async (key, limit) => {
        taken += 1;
        reading();
        await mayGo;
        return storage.take(key, limit);
      },
    };
    const first = finish(draft, uploadId);
    await isRead;
    const again = await finish(draft, uploadId);
    const { name } = await server
      .ask<{ name: string }>(draft.leader, 'entry/saveSection', {
        entryId: draft.entryId,
        section: 'jobs',
        version: 1,
        data: { direct: 7 },
      })
      .then(() => ({ name: 'saved' }));
    expect([again.state, name, await checkWaitingUploads(server.home, fileOwners)]).toEqual(['checking', 'saved', 0]);
    go();
    expect([(await first).state, taken]).toEqual(['accepted', 1]);
    const checks = await server.db.selectFrom('audit').select('data').where('act', '=', 'entry/checkUpload').execute();
    expect(checks.filter(({ data }) => (data as { uploadId: string }).uploadId === uploadId)).toHaveLength(1);
  });

  test.each(['a minute later', 'the next host at once'])(
    'a check that crashed after settling is made again by %s',
    async (by) => {
      const draft = await filledDraft(server);
      const uploadId = await begun(draft);
      await sendBytes(server, draft.leader, uploadId, [pdf]);
      await server.db
        .updateTable('upload')
        .set({ state: 'checking', finished_at: at(server.clock.now()) })
        .where('id', '=', uploadId)
        .execute();
      // Dies between the settled bytes and the row: nothing after that point happens, not even the lease's end.
      const dying = {
        db: server.db,
        storage: {
          ...storage,
          take: async (key: string, limit: { maxBytes: number }) => {
            const file = await storage.take(key, limit);
            return {
              ...file,
              settle: async (content: Parameters<typeof file.settle>[0]) => {
                await file.settle(content);
                return new Promise<void>(() => undefined);
              },
            };
          },
        },
      };
      void checkUpload(dying, fileOwners, uploadId, server.clock.now());
      const path = async () => (await rowOf(uploadId)).sha256;
      while ((await path()) === null) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await checkWaitingUploads(server.home, fileOwners)).toBe(0);
      if (by === 'a minute later') server.clock.pass(60_000);
      else await takeBack(server.home, areas, 'the same host');
      expect(await checkWaitingUploads(server.home, fileOwners)).toBe(1);
      if (by === 'a minute later') server.clock.pass(-60_000);
      expect(await rowOf(uploadId)).toMatchObject({ state: 'accepted', version: 1 });
    },
  );

  describe('of two workers', () => {
    /** A file in the cloud's storage that waits for its check. */
    const waiting = async () => {
      const uploadId = await begun(await filledDraft(server));
      const { storage_key } = await rowOf(uploadId);
      await storage.receive(storage_key, one(pdf), { maxBytes: 1e6 });
      const change = { state: 'checking', finished_at: at(server.clock.now()) } as const;
      await server.db.updateTable('upload').set(change).where('id', '=', uploadId).execute();
      return uploadId;
    };
    /** Lets something happen once while a file is being taken. */
    const meanwhile = (act: () => Promise<unknown>) => {
      let begun = false;
      server.home.storage = {
        ...storage,
        take: async (key, limit) => {
          if (begun) return storage.take(key, limit);
          begun = true;
          await act();
          return storage.take(key, limit);
        },
      };
    };

    test.each([
      ['a moment behind', -50],
      ['half a minute behind', -30_000],
      ['half a minute ahead', 30_000],
    ])('one whose clock is %s leaves to the other what that one checks', async (_, apart) => {
      await waiting();
      let other: number | undefined;
      meanwhile(async () => {
        server.clock.pass(apart);
        other = await checkWaitingUploads(server.home, fileOwners);
        server.clock.pass(-apart);
      });
      expect([await checkWaitingUploads(server.home, fileOwners), other]).toEqual([1, 0]);
    });

    test('one that comes back after its lease, when the other has settled the file and taken it away, finds no fault', async () => {
      const uploadId = await waiting();
      meanwhile(async () => {
        server.clock.pass(60_000);
        expect(await checkWaitingUploads(server.home, fileOwners)).toBe(1);
        // As the cloud answers for an address that was asked for while the file was there.
        throw new Error('reading a file failed with 403');
      });
      expect(await checkWaitingUploads(server.home, fileOwners)).toBe(0);
      server.clock.pass(-60_000);
      expect([server.faults, (await rowOf(uploadId)).state]).toEqual([[], 'accepted']);
    });

    test('one that fails when the other has taken over does not end its lease', async () => {
      const uploadId = await waiting();
      meanwhile(async () => {
        server.clock.pass(60_000);
        const change = { checking_until: at(server.clock.now() + 60_000) };
        await server.db.updateTable('upload').set(change).where('id', '=', uploadId).execute();
        throw new Error('the storage does not answer');
      });
      expect(await checkWaitingUploads(server.home, fileOwners)).toBe(0);
      expect([(await rowOf(uploadId)).checking_until, server.faults]).toEqual([server.clock.now() + 60_000, []]);
      server.clock.pass(60_000);
      server.home.storage = storage;
      expect(await checkWaitingUploads(server.home, fileOwners)).toBe(1);
      server.clock.pass(-120_000);
    });
  });

  test('a transfer given up while it is judged stays given up', async () => {
    const draft = await filledDraft(server);
    const uploadId = await begun(draft);
    await sendBytes(server, draft.leader, uploadId, [pdf]);
    server.home.storage = {
      ...storage,
      take: async (key, limit) => {
        await server.ask(draft.leader, 'entry/cancelUpload', { uploadId });
        return storage.take(key, limit);
      },
    };
    await finish(draft, uploadId);
    expect((await rowOf(uploadId)).state).toBe('cancelled');
    // Its bytes go with the next round: the row no longer names them.
    const { storage_key } = await rowOf(uploadId);
    const sha256 = hashOf(pdf);
    const leaving = await server.db.selectFrom('file_leaving').select(['name', 'kind']).execute();
    expect(leaving).toEqual(
      expect.arrayContaining([
        { name: sha256, kind: 'pdf' },
        { name: storage_key, kind: null },
      ]),
    );
  });
});

test('a photo is kept without the place where it was taken; both hashes are known, and the sender is told', async () => {
  const draft = await filledDraft(server);
  const photo = makeLocatedJpg();
  const located = await uploadFile(server, draft.leader, draft.entryId, 'ip_proof', { name: '证书.jpg', bytes: photo });
  const { sha256, received_sha256 } = await rowOf(located.uploadId);
  expect([received_sha256, located]).toMatchObject([hashOf(photo), { sha256, locationRemoved: true }]);
  const { bytes } = await storage.open(sha256 ?? '');
  const kept = Buffer.concat(await bytes.toArray());
  expect([kept.length, hashOf(kept) === sha256, kept.equals(photo)]).toEqual([photo.length, true, false]);
  expect(await locationSpans({ size: kept.length, read: async (at, n) => kept.subarray(at, at + n) }, 'jpg')).toEqual(
    [],
  );

  const plain = await uploadFile(server, draft.leader, draft.entryId, 'ip_proof', {
    name: '证书.jpg',
    bytes: makeJpg(),
  });
  expect(plain).toMatchObject({ locationRemoved: false, sha256: hashOf(makeJpg()) });
  expect(await rowOf(plain.uploadId)).toMatchObject({ received_sha256: hashOf(makeJpg()) });
});

test('a number in the name of a file is covered in what is kept, and the sender is told; the file is taken', async () => {
  const draft = await filledDraft(server);
  const named = await uploadFile(server, draft.leader, draft.entryId, 'ip_proof', {
    name: '证书 110105 19491231 002x.unknown',
    bytes: makeJpg(),
  });
  const kept = '证书 1101××××××××××002X.jpg';
  expect(named).toMatchObject({ state: 'accepted', name: kept, nameCovered: true });
  expect(JSON.stringify([await rowOf(named.uploadId), await auditRows(draft.entryId)])).not.toMatch(/002x|19491231/);
});

const auditRows = (entryId: string) =>
  server.db.selectFrom('audit').selectAll().where('subject', '=', `entry:${entryId}`).execute();

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
