import { sql } from 'kysely';
import { beginUpload } from '../../../cloudfunctions/core/files/begin-upload';
import { checkWaitingUploads } from '../../../cloudfunctions/core/files/check-waiting-uploads';
import { type FileOwner, fileOwnersOf } from '../../../cloudfunctions/core/files/file-owner';
import { judgeSent, sendUpload } from '../../../cloudfunctions/core/files/finish-upload';
import { receiveUpload } from '../../../cloudfunctions/core/files/receive-upload';
import { readUploadRows } from '../../../cloudfunctions/core/files/upload-rows';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { makeUploadToken } from '../../../cloudfunctions/core/platform/storage/upload-token';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import type { Slot } from '../../../src/shared/files/slot';
import { makePdf } from '../../support/sample-files/pdf';
import { freshServer, type TestServer } from '../../support/server';

/** A noun with files that is no entry: one slot, open to one person. */
const letter: Slot = { code: 'letter', zh: '推荐信', hintZh: '', kinds: ['pdf'], maxBytes: 1024 * 1024 };
const personId = personaId('entrant-new');
let admits: 'open' | 'closed' | 'hidden' = 'open';
const owner: FileOwner = {
  kind: 'toy',
  most: { begun: 2, bytes: 1024 ** 3, zh: '这封信' },
  lock: (id) => sql`select from subject where id = ${id} for update`,
  slot: async (_db, _subjectId, code) => (code === letter.code ? letter : null),
  admits: async (_call, _subjectId, who) => (who === personId ? admits : 'hidden'),
};
const owners = fileOwnersOf([{}, { fileOwners: [owner] }]);

let server: TestServer;
let subjectId: string;
const pdf = makePdf();
const call = (db = server.db) => makeCall(server.home, db, { personId, grants: [] } as never, server.clock.now());
beforeEach(async () => {
  server = await freshServer();
  admits = 'open';
  subjectId = call().newId();
  await server.db
    .insertInto('subject')
    .values({ id: subjectId, kind: 'toy', created_at: at(server.clock.now()) })
    .execute();
});
afterEach(() => server.close());

const begin = async (slot = letter.code) => {
  const uploads = await readUploadRows(server.db, subjectId);
  return beginUpload(
    call(),
    owner,
    { subjectId, slots: [letter], uploads },
    { slot, name: '信.pdf', size: pdf.length },
    true,
  );
};
async function* bytes() {
  yield pdf;
}
const send = (uploadId: string) => {
  const token = makeUploadToken({ uploadId, personId, now: server.clock.now() }, server.home.keys);
  return receiveUpload(server.home, owners, { uploadId, token, source: bytes() });
};
const codeOf = ({ body }: Awaited<ReturnType<typeof send>>) => (body.ok ? 'OK' : body.error.code);

test('a subject of any kind has files: announced, sent, checked by the worker, audited in its own chain', async () => {
  const { uploadId } = await begin();
  expect(codeOf(await send(uploadId))).toBe('OK');
  await sendUpload(call(), owner, { uploadId }, async (slot) => slot === letter.code);
  expect(await checkWaitingUploads(server.home, owners)).toBe(1);
  const view = await judgeSent(owner)(server.home, { subjectId, uploadId, check: true, now: server.clock.now() });
  expect(view).toMatchObject({ slot: 'letter', state: 'accepted', version: 1, current: true });
  const chain = await server.db
    .selectFrom('audit')
    .select('act')
    .where('subject', '=', `toy:${subjectId}`)
    .orderBy('n')
    .execute();
  expect(chain.map(({ act }) => act)).toEqual(['toy/finishUpload', 'toy/checkUpload']);
});

test('its owner decides what slots there are, how many are begun, and whether bytes are still taken', async () => {
  await expect(begin('other')).rejects.toMatchObject({ code: 'FILE_NO_SUCH_SLOT' });
  const { uploadId } = await begin();
  admits = 'closed';
  expect(codeOf(await send(uploadId))).toBe('FILE_CLOSED');
  admits = 'hidden';
  expect(codeOf(await send(uploadId))).toBe('NOT_FOUND');
  admits = 'open';
  await expect(sendUpload(call(), owner, { uploadId }, async () => false)).rejects.toMatchObject({
    code: 'FILE_NOT_ARRIVED',
  });
  await begin();
  await expect(begin()).rejects.toMatchObject({ code: 'FILE_QUOTA' });
  server.clock.pass(3_600_000);
  await begin();
});

test('a file of a kind that no area registers is judged by nobody and holds up no other', async () => {
  const { uploadId } = await begin();
  await send(uploadId);
  await sendUpload(call(), owner, { uploadId }, async () => true);
  expect(await checkWaitingUploads(server.home, fileOwnersOf([]))).toBe(0);
  expect(JSON.stringify(server.faults)).toContain(uploadId);
  server.faults.length = 0;
  expect(await checkWaitingUploads(server.home, owners)).toBe(1);
});
