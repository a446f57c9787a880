import { forgetExpired } from '../../../cloudfunctions/core/entry/lifetime/forget-expired';
import { eraseLeaving } from '../../../cloudfunctions/core/files/leaving/erase-leaving';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { consent, filledDraft, freshIdNumber, freshPerson, save, uploadFile } from '../../support/entry-factory';
import { claimAs, returnAs } from '../../support/review-acts';
import { makeJpg } from '../../support/sample-files/picture';
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
const clerk = 'clerk-puxian-1';
const born = '1990-03-07';
const leader = { name: '王小明', founderRole: 'first_founder', keyGroup: null };
const passport = { ...leader, idKind: 'passport', birthDate: born };
const file = { name: '护照.jpg', bytes: makeJpg() };
const code = (reply: { body: object }) => (reply.body as { error?: { code: string } }).error?.code ?? 'OK';

/** A draft whose leader is known by a passport, its picture sent. */
async function withPassport(): Promise<Draft & { uploadId: string }> {
  const draft = await filledDraft(server);
  await save(server, draft, 'leader', 1, passport, { idNumber: 'E76543210' });
  const { uploadId } = await uploadFile(server, draft.leader, draft.entryId, 'identity_paper', file);
  return { ...draft, uploadId };
}

const submit = async ({ leader: as, entryId }: Draft): Promise<number> =>
  (await server.ask<{ version: number }>(as, 'entry/submit', { entryId, version: 1 })).version;
const begin = ({ leader: as, entryId }: Draft) =>
  server.call(as, 'entry/beginUpload', { entryId, slot: 'identity_paper', name: 'a.jpg', size: 10 });
const open = (as: string, uploadId: string) => server.call(as, 'entry/openMaterial', { uploadId });
const rowsOf = ({ entryId }: Draft) =>
  server.db
    .selectFrom('upload')
    .select(['state', 'sha256'])
    .where('subject_id', '=', entryId)
    .where('slot', '=', 'identity_paper')
    .execute();
const erased = async () =>
  (await server.db.selectFrom('file_leaving').select('name').execute()).map(({ name }) => name);

test('no picture is taken of a paper that needs none, nor before the leader agreed', async () => {
  const draft = await filledDraft(server);
  expect(code(await begin(draft))).toBe('ENTRY_SLOT_NOT_ASKED');
  await save(server, draft, 'leader', 1, passport, { idNumber: 'E76543210' });
  await consent(server, draft, false);
  const { body } = await begin(draft);
  expect(body).toMatchObject({
    error: { code: 'FORM_CONSENT_FIRST', fields: { identity_paper: expect.stringContaining('请先阅读并勾选') } },
  });
  await consent(server, draft);
  expect(code(await begin(draft))).toBe('OK');
});

test('of the team the leader alone opens it; of staff who holds the entry, counted and told to the team', async () => {
  const draft = await withPassport();
  const { entryId, uploadId } = draft;
  const member = await freshPerson(server);
  const { token } = await server.ask<{ token: string }>(draft.leader, 'entry/inviteMember', {
    entryId,
    access: 'edit',
  });
  const who = { name: '李小红', roleZh: '财务', phone: '19900008001', sensitive: true };
  await server.ask(member, 'entry/joinTeam', { token, ...who });
  await server.ask(member, 'entry/consentAsMember', { entryId, agreed: true });
  const refused = await open(member, uploadId);
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    403,
    expect.stringContaining('证件照片只有负责人本人和受理的审核人员可以打开'),
  ]);
  expect((await open(draft.leader, uploadId)).status).toBe(200);
  expect((await open(clerk, uploadId)).status).toBe(404);
  await submit(draft);
  for (const staff of [clerk, 'lead-puxian', 'city', 'auditor'])
    expect([staff, (await open(staff, uploadId)).status]).toEqual([staff, 403]);
  expect((await open('clerk-yaodu', uploadId)).status).toBe(404);
  await claimAs(server, clerk, entryId);
  expect((await open('clerk-puxian-2', uploadId)).status).toBe(403);
  expect((await open(clerk, uploadId)).status).toBe(200);
  const openings = await server.db.selectFrom('sealed_opening').select(['person_id', 'field', 'subject']).execute();
  expect(openings).toEqual([{ person_id: personaId(clerk), field: 'leader.paper', subject: `entry:${entryId}` }]);
  const { timeline } = await server.ask<{ timeline: object[] }>(draft.leader, 'entry/status', { entryId });
  expect(timeline.at(-1)).toMatchObject({ zh: '查看负责人证件照片', byZh: '蒲县审核人员' });
  await server.db.updateTable('edition').set({ status: 'past' }).execute();
  expect(code(await open(clerk, uploadId))).toBe('ENTRY_EDITION_OVER');
});

test('openings of pictures and of numbers are counted as one', async () => {
  const draft = await withPassport();
  await submit(draft);
  await claimAs(server, clerk, draft.entryId);
  const look = (n: number) =>
    n % 2 === 0
      ? open(clerk, draft.uploadId)
      : server.call(clerk, 'screening/reveal', { entryId: draft.entryId, field: 'leader.phone' });
  for (let n = 0; n < 60; n += 1) {
    server.clock.pass(60_000);
    expect((await look(n)).status).toBe(200);
  }
  expect([code(await look(60)), code(await look(61))]).toEqual(Array(2).fill('PEOPLE_OPENINGS_SPENT'));
});

test('it goes with the consent, while it is still being sent too', async () => {
  const draft = await withPassport();
  const [{ sha256 } = { sha256: null }] = await rowsOf(draft);
  expect(code(await begin(draft))).toBe('OK');
  await consent(server, draft, false);
  expect((await rowsOf(draft)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  expect(await erased()).toContain(sha256);
  expect((await open(draft.leader, draft.uploadId)).status).toBe(404);
  await eraseLeaving(server.home);
  expect(await erased()).toEqual([]);
});

test('it goes with a withdrawal and at the end of its term, from a submission too, whose words stay', async () => {
  const given = await withPassport();
  const version = await submit(given);
  await server.ask(given.leader, 'entry/withdraw', { entryId: given.entryId, version, reason: '' });
  const draft = await withPassport();
  // An entry that holds nothing but its picture is found as well.
  await server.db.deleteFrom('sealed_value').where('subject_id', '=', draft.entryId).execute();
  for (const each of [given, draft]) {
    if (each === draft) {
      server.clock.pass(5 * 366 * 86_400_000);
      expect(await forgetExpired(server.home)).toBe(1);
    }
    expect((await rowsOf(each)).map(({ state }) => state)).toEqual(['cancelled']);
  }
  expect(await forgetExpired(server.home)).toBe(0);
  const snapshot = await server.db.selectFrom('snapshot').select('data').executeTakeFirstOrThrow();
  expect(snapshot.data.files.map(({ slot }) => slot)).toEqual(['business_plan', 'identity_paper']);
});

test('with the resident’s card again it is no part of what is submitted, and goes', async () => {
  const draft = await withPassport();
  await save(server, draft, 'leader', 2, leader, { idNumber: freshIdNumber() });
  await submit(draft);
  const { data } = await server.db.selectFrom('snapshot').select('data').executeTakeFirstOrThrow();
  expect(data.files.map(({ slot }) => slot)).toEqual(['business_plan']);
  expect((await rowsOf(draft)).map(({ state }) => state)).toEqual(['cancelled']);
  await claimAs(server, clerk, draft.entryId);
  expect((await open(clerk, draft.uploadId)).status).toBe(404);
});

test('a correction that changes the paper reaches its picture', async () => {
  const draft = await filledDraft(server);
  await submit(draft);
  await returnAs(server, clerk, draft.entryId, { leader: { comment: '请改用护照' } });
  server.clock.pass(60_000);
  expect(code(await begin(draft))).toBe('FORM_SECTION_CLOSED');
  await save(server, draft, 'leader', 1, passport, { idNumber: 'E76543210' });
  expect(code(await begin(draft))).toBe('OK');
});
