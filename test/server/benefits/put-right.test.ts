import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { fileOwnersOf } from '../../../cloudfunctions/core/files/file-owner';
import { receiveUpload } from '../../../cloudfunctions/core/files/receive-upload';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { makeUploadToken } from '../../../cloudfunctions/core/platform/storage/upload-token';
import { subsidyItems } from '../../../src/shared/benefits/kinds/subsidy/items';
import { agree, filled, idNumber, keepLoanPolicy, moveOn, order, saveAnswers } from '../../support/applications';
import { freshPerson } from '../../support/entry-factory';
import { agreed, approved, atGuarantor } from '../../support/loans';
import { keepShipped } from '../../support/referrals';
import { makePdf } from '../../support/sample-files/pdf';
import { freshServer, type TestServer } from '../../support/server';
import { filledSubsidy } from '../../support/subsidies';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await keepLoanPolicy(server);
  for (const { policy } of subsidyItems) await keepShipped(server, policy);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type View = {
  version: number;
  own: { sections: Array<{ section: string; version: number; data: object; editable: boolean }> };
};
const view = (as: string, applicationId: string) => server.ask<View>(as, 'benefits/application', { applicationId });
const codeOf = async (...[as, path, input]: Parameters<TestServer['call']>) => {
  const { status, body } = await server.call(as, path, input);
  return body.ok ? status : body.error.code;
};

test('what was judged is not turned over by answers that an office asked for: those are held against the rule of that day', async () => {
  const as = await freshPerson(server);
  const id = await atGuarantor(server, as);
  const faults = [{ section: 'group', text: '请核对以前的贷款' }];
  expect(await moveOn(server, 'guarantor-1', id, 'askGuarantor', { faults })).toBe(200);
  await saveAnswers(server, as, id, 'group', { loanTimes: 9, loanUnsettled: 'yes', otherLoans: 'other' });
  const supplied = async () => {
    const { version } = await view(as, id);
    return server.call(as, 'benefits/moveApplication', { applicationId: id, ...order('supplyGuarantor', version) });
  };
  expect((await supplied()).body).toMatchObject({
    error: { code: 'BENEFITS_NOT_ELIGIBLE', message: expect.stringContaining('没有未还清的创业担保贷款') },
  });
  // What changes nothing of it goes on.
  await saveAnswers(server, as, id, 'group', { loanTimes: 1 });
  expect((await supplied()).status).toBe(200);
});

test('a file that was begun while its place was open is not taken once it is closed', async () => {
  const as = await freshPerson(server);
  const id = await atGuarantor(server, as);
  await moveOn(server, 'guarantor-1', id, 'agree', { answers: agreed });
  const bytes = makePdf();
  const announced = { applicationId: id, slot: 'credit_report', name: '征信.pdf', size: bytes.length };
  const { uploadId } = await server.ask<{ uploadId: string }>(as, 'benefits/beginUpload', announced);
  const token = makeUploadToken({ uploadId, personId: as, now: server.clock.now() }, server.home.keys);
  const source = (async function* () {
    yield bytes;
  })();
  await receiveUpload(server.home, fileOwnersOf(areas), { uploadId, token, source });
  await moveOn(server, 'lender-1', id, 'approve', { answers: approved });
  expect(await codeOf(as, 'benefits/beginUpload', announced)).toBe('FILE_NO_SUCH_SLOT');
  expect(await codeOf(as, 'benefits/finishUpload', { uploadId })).toBe('FILE_NOT_ARRIVED');
});

test('a file that was refused, or never came, is taken away alone: what stood before it stands still', async () => {
  const as = await freshPerson(server);
  const { applicationId, uploadId } = await filled(server, as);
  const bytes = Buffer.from('this is no PDF at all, but a text of some length');
  const announced = { applicationId, slot: 'group_proof', name: '新的.pdf', size: bytes.length };
  const refused = await server.ask<{ uploadId: string }>(as, 'benefits/beginUpload', announced);
  const token = makeUploadToken(
    { uploadId: refused.uploadId, personId: as, now: server.clock.now() },
    server.home.keys,
  );
  const source = (async function* () {
    yield bytes;
  })();
  await receiveUpload(server.home, fileOwnersOf(areas), { uploadId: refused.uploadId, token, source });
  await server.ask(as, 'benefits/finishUpload', { uploadId: refused.uploadId });
  const sending = await server.ask<{ uploadId: string }>(as, 'benefits/beginUpload', announced);
  for (const { uploadId: gone } of [sending, refused])
    expect(await codeOf(as, 'benefits/removeFile', { uploadId: gone })).toBe(200);
  expect(await codeOf(as, 'benefits/openFile', { uploadId })).toBe(200);
  expect(await moveOn(server, as, applicationId, 'submit')).toBe(200);
});

test('sixty uploads an hour are sixty, to however many applications they are begun at once', async () => {
  const as = await freshPerson(server);
  const subsidy = await filledSubsidy(server, as, 'subsidy-one-off');
  const { applicationId: loan } = await filled(server, as);
  // The two above were of this hour too.
  await sql`update upload set begun_at = begun_at - interval '2 hours' where begun_by = ${as}`.execute(server.db);
  const slots = [
    [loan, 'group_proof'],
    [subsidy, 'evidence'],
  ] as const;
  const begin = ([applicationId, slot]: (typeof slots)[number]) =>
    codeOf(as, 'benefits/beginUpload', { applicationId, slot, name: '材料.pdf', size: 4_000 });
  for (let i = 0; i < 59; i += 1) expect(await begin(slots[i % 2 === 0 ? 0 : 1])).toBe(200);
  const last = await Promise.all([...slots, ...slots].map((one) => begin(one)));
  expect(last.filter((code) => code === 200)).toHaveLength(1);
});

test('a transfer that was given up holds nothing back after an hour', async () => {
  const as = await freshPerson(server);
  const { applicationId } = await filled(server, as);
  const announced = { applicationId, slot: 'group_proof', name: '新的.pdf', size: 4_000 };
  await server.ask(as, 'benefits/beginUpload', announced);
  server.clock.pass(59 * 60_000);
  expect(await moveOn(server, as, applicationId, 'submit')).toBe('BENEFITS_FILES_ON_THE_WAY');
  server.clock.pass(2 * 60_000);
  expect(await moveOn(server, as, applicationId, 'submit')).toBe(200);
});

test('who takes a consent back while finance pays reads what goes on, and can fill in again what went when the payment comes back', async () => {
  const as = await freshPerson(server);
  const kind = 'subsidy-one-off';
  const id = await filledSubsidy(server, as, kind);
  for (const [by, name] of [
    [as, 'submit'],
    ['loan-puxian', 'claim'],
    ['loan-puxian', 'list'],
  ] as const)
    expect(await moveOn(server, by, id, name)).toBe(200);
  const now = Date.parse('2026-12-10T10:00:00+08:00');
  server.clock.set(now);
  await server.db
    .updateTable('session')
    .set({ expires_at: new Date(now + 86_400_000) })
    .execute();
  await makeTick(server.home, areas)();
  type Consents = { consents: Array<{ consentId: string; zh: string; effectsZh: string[] }> };
  const { consents } = await server.ask<Consents>(as, 'rights/consents', {});
  const given = consents.find(({ zh }) => zh.includes('人社'));
  expect(given?.effectsZh).toEqual([
    '立即删除还保存着的证件号码和手机号',
    '申报照常办理，已有的办理记录依法保留',
    '需要您补正时，须重新同意并填写',
  ]);
  await server.ask(as, 'rights/withdrawConsent', { consentId: given?.consentId });
  const line = await server.db
    .selectFrom('payment_line')
    .select('id')
    .where('source_id', '=', id)
    .executeTakeFirstOrThrow();
  await server.ask('finance', 'finance/markFailed', { lineId: line.id, reason: '账号不对' });
  const open = async () =>
    (await view(as, id)).own.sections.filter(({ editable }) => editable).map(({ section }) => section);
  expect(await open()).toEqual(['person', 'pay']);
  await agree(server, as, id, { [`${kind}.hr`]: true, [`${kind}.finance`]: true });
  for (const [section, sealed] of [
    ['person', { idNumber, phone: '19900001234' }],
    ['pay', { account: '6222020000001111' }],
  ] as const) {
    const { version, data } = (await view(as, id)).own.sections.find((each) => each.section === section) ?? {};
    await server.ask(as, 'benefits/saveApplication', { applicationId: id, section, version, data, sealed });
  }
  expect(await open()).toEqual(['pay']);
  expect(await moveOn(server, as, id, 'fix')).toBe(200);
});
