import { createHash } from 'node:crypto';
import { openedFile } from '../../../cloudfunctions/core/files/opened-file';
import { readZip } from '../../../cloudfunctions/core/platform/storage/formats/zip';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { freshPerson } from '../../support/entry-factory';
import { confirmedReferral, keepShipped, openNotice } from '../../support/referrals';
import { makePdf } from '../../support/sample-files/pdf';
import { freshServer, type TestServer } from '../../support/server';
import { handedInWinner } from '../../support/world/referrals';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await keepShipped(server, 'referral');
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
async function bytesOf(digest: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await server.home.storage.read({ sha256: digest, kind: 'zip' })) pieces.push(piece);
  return Buffer.concat(pieces);
}

type Exports = {
  packs: { exports: Array<{ byZh: string; receiverZh: string; sha256: string | null; files: object[] }> } | null;
};

test('a pack holds the form and the documents as they were handed in, opens with another reader, and each export is on record', async () => {
  const leader = await freshPerson(server);
  await server.db.updateTable('person').set({ openid: 'openid-packed' }).where('id', '=', leader).execute();
  const winner = await handedInWinner(server, { leader, region: '141033', track: 'silver_economy' });
  await openNotice(server, [{ track: 'silver_economy', quota: 1 }]);
  const referralId = await confirmedReferral(server, winner);
  const exportFor = (receiver: string, key?: string) =>
    server.call('city', 'referral/exportPack', { referralId, receiver }, key);
  const codeFor = async (receiver: string) => {
    const { status, body } = await exportFor(receiver);
    return body.ok ? status : body.error.code;
  };
  expect(await codeFor('province')).toBe('REFERRAL_NOT_RECOMMENDED');
  await server.ask('city', 'referral/rankTrack', { track: 'silver_economy' });
  await server.ask('city', 'referral/recommendTrack', { track: 'silver_economy' });
  // The consent to one receiver is none to another.
  expect(await codeFor('nation')).toBe('REFERRAL_NO_CONSENT');
  const { status, body } = await exportFor('province');
  expect([status, body.ok && body.data]).toMatchObject([
    200,
    { kind: 'zip', name: expect.stringMatching(/^推荐材料_.*\.zip$/) },
  ]);

  const { rows } = {
    rows: await server.db.selectFrom('referral_pack').selectAll().where('referral_id', '=', referralId).execute(),
  };
  const [pack] = rows;
  expect(rows).toHaveLength(1);
  expect(pack).toMatchObject({
    receiver: 'province',
    made_by: personaId('city'),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const bytes = await bytesOf(pack?.sha256 ?? '');
  expect(sha256(bytes)).toBe(pack?.sha256);
  const file = {
    size: bytes.length,
    read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
  };
  const parts = (await readZip(file)) ?? [];
  const stored = parts.map(({ name, offset, size }) => {
    const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    return { name, hash: sha256(bytes.subarray(from, from + size)) };
  });
  expect(stored[0]?.name).toBe('00-推荐表.pdf');
  expect(bytes.includes('%PDF-')).toBe(true);
  expect(stored.slice(1)).toEqual(pack?.contents.map(({ name, sha256: hash }) => ({ name: name.toLowerCase(), hash })));
  expect(stored.slice(1).map(({ name }) => name)).toEqual(['01-商业计划书.pdf', '02-营业执照.jpg']);
  expect(stored[1]?.hash).toBe(sha256(makePdf()));

  // Exported again: another row; whoever read it stands there, and in what its person is handed.
  await exportFor('province');
  const { packs } = await server.ask<Exports>('city', 'referral/referral', { referralId });
  expect(packs?.exports.map(({ receiverZh, files }) => [receiverZh, files.length])).toEqual([
    ['省级赛事主办单位', 2],
    ['省级赛事主办单位', 2],
  ]);
  expect((await server.ask<Exports>(leader, 'referral/referral', { referralId })).packs).toBeNull();
  expect(await openedFile(server.db, pack?.upload_id ?? '')).toMatchObject({ kind: 'zip', size: bytes.length });

  // The consent goes, and with it the way up.
  const { version } = await server.ask<{ version: number }>(leader, 'referral/referral', { referralId });
  await server.ask(leader, 'referral/moveReferral', { referralId, version, move: 'withdraw', reason: '' });
  expect(await codeFor('province')).toBe('REFERRAL_NOT_RECOMMENDED');
});
