import { at } from '../../../cloudfunctions/core/platform/schema';
import { consent, filledDraft, freshIdNumber, freshPerson, save, submittedEntry } from '../../support/entry-factory';
import { returnAs } from '../../support/review-acts';
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
const clerk = 'clerk-puxian-1';
const first = '请先阅读并勾选“同意处理身份证号、手机号等个人信息”，再填写';

async function emptyDraft(): Promise<Draft> {
  const leader = await freshPerson(server);
  const { entryId } = await server.ask<{ entryId: string }>(leader, 'entry/start', {
    contestId: 'LF-XH-2026-141033',
    trackCode: 'rural_revitalisation',
    groupCode: 'idea_team',
  });
  return { entryId, leader };
}

const saveAs = (person: string, { entryId }: Draft, version: number, sealed: object) =>
  server.call(person, 'entry/saveSection', { entryId, section: 'leader', version, data: { name: '王小明' }, sealed });

const join = async ({ entryId, leader }: Draft, person: string, sensitive: boolean, access = 'edit') => {
  const { token } = await server.ask<{ token: string }>(leader, 'entry/inviteMember', { entryId, access });
  const who = { name: '李小红', roleZh: '财务', phone: '19900008001' };
  return server.call(person, 'entry/joinTeam', { token, ...who, sensitive });
};

const kept = async ({ entryId }: Draft) => ({
  live: await server.db.selectFrom('sealed_value').select('field').where('subject_id', '=', entryId).execute(),
  frozen: (
    await server.db.selectFrom('snapshot_sealed').select('field').where('subject_id', '=', entryId).execute()
  ).map(({ field }) => field.replace(/[0-9a-f-]{36}/, 'id')),
  print: (
    await server.db.selectFrom('entry').select('leader_id_eq').where('id', '=', entryId).executeTakeFirstOrThrow()
  ).leader_id_eq,
});

test('no number of the leader is kept before the leader agreed, whoever types it; the words beside it are', async () => {
  const draft = await emptyDraft();
  const colleague = await freshPerson(server);
  expect((await join(draft, colleague, true)).status).toBe(200);
  const sealed = { idNumber: freshIdNumber(), phone: '19900008000' };
  for (const person of [draft.leader, colleague]) {
    expect(await saveAs(person, draft, 0, sealed)).toEqual({
      status: 422,
      body: {
        ok: false,
        error: {
          code: 'FORM_CONSENT_FIRST',
          message: '请先阅读并同意个人信息处理，再填写',
          fields: { idNumber: first, phone: first },
        },
      },
    });
  }
  expect((await kept(draft)).live).toEqual([]);
  expect((await saveAs(colleague, draft, 0, {})).status).toBe(200);
  await consent(server, draft);
  expect((await saveAs(colleague, draft, 1, sealed)).status).toBe(200);
  expect((await kept(draft)).live).toHaveLength(2);
});

test('a consent to an older text is none to the newer, and can still be withdrawn', async () => {
  const draft = await emptyDraft();
  await consent(server, draft);
  await server.db
    .updateTable('consent')
    .set({ text_version: 'OLD', given_at: at(server.clock.now()) })
    .where('subject_id', '=', draft.entryId)
    .execute();
  expect((await saveAs(draft.leader, draft, 0, { phone: '19900008000' })).status).toBe(422);
  await consent(server, draft, false);
  const rows = await server.db
    .selectFrom('consent')
    .select('withdrawn_at')
    .where('subject_id', '=', draft.entryId)
    .execute();
  expect(rows).toEqual([{ withdrawn_at: server.clock.now() }]);
});

test('consent withdrawn while the form is open deletes the numbers, with the copies of a submission, and they are asked again', async () => {
  const entry = await submittedEntry(server);
  const { version } = await server.ask<{ version: number }>(entry.leader, 'entry/recall', {
    entryId: entry.entryId,
    version: entry.version,
  });
  expect(await kept(entry)).toMatchObject({ live: [{}, {}], frozen: [expect.any(String), expect.any(String)] });
  await consent(server, entry, false);
  expect(await kept(entry)).toEqual({ live: [], frozen: [], print: null });
  const { obstacles } = await server.ask<{ obstacles: Array<{ text: string }> }>(entry.leader, 'entry/get', {
    entryId: entry.entryId,
  });
  const missing = JSON.stringify(obstacles);
  for (const words of ['请填写身份证号', '请填写联系电话', '请阅读后勾选“同意处理']) expect(missing).toContain(words);
  const refused = await server.call(entry.leader, 'entry/submit', { entryId: entry.entryId, version });
  expect(refused.status).toBe(422);

  await consent(server, entry);
  const number = freshIdNumber();
  await save(
    server,
    entry,
    'leader',
    1,
    { name: '王小明', founderRole: 'first_founder', keyGroup: null },
    {
      idNumber: number,
      phone: '19900008000',
    },
  );
  const again = await server.call(entry.leader, 'entry/submit', { entryId: entry.entryId, version });
  expect(again.body).toMatchObject({ ok: true, data: { state: 'submitted' } });
});

test('agreeing again to what is agreed to deletes nothing', async () => {
  const draft = await filledDraft(server);
  await server.ask(draft.leader, 'entry/giveConsents', {
    entryId: draft.entryId,
    sensitive: true,
    publicDisplay: true,
  });
  expect((await kept(draft)).live).toHaveLength(2);
});

test('a colleague joins with a consent of their own; whoever leaves takes the number along', async () => {
  const draft = await filledDraft(server);
  const colleague = await freshPerson(server);
  const refused = await join(draft, colleague, false);
  expect(refused.body).toMatchObject({
    ok: false,
    error: { code: 'FORM_CONSENT_FIRST', fields: { 'consent.sensitive': first } },
  });
  expect((await join(draft, colleague, true)).status).toBe(200);
  const consents = () =>
    server.db
      .selectFrom('consent')
      .select(['kind', 'text_version', 'withdrawn_at'])
      .where('subject_id', '=', draft.entryId)
      .where('person_id', '=', colleague)
      .execute();
  expect(await consents()).toEqual([{ kind: 'sensitive', text_version: 'DEMO-4', withdrawn_at: null }]);
  await server.ask(colleague, 'entry/consentAsMember', { entryId: draft.entryId, agreed: true });
  await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
  await returnAs(server, clerk, draft.entryId, { team: { comment: '请核对成员' } });
  expect((await kept(draft)).frozen).toContain('member.id.phone');
  await server.ask(colleague, 'entry/leaveTeam', { entryId: draft.entryId });
  expect(await consents()).toEqual([{ kind: 'sensitive', text_version: 'DEMO-4', withdrawn_at: server.clock.now() }]);
  const { phone_sealed } = await server.db
    .selectFrom('entry_member')
    .select('phone_sealed')
    .where('entry_id', '=', draft.entryId)
    .executeTakeFirstOrThrow();
  expect(phone_sealed).toBe('');
  expect((await kept(draft)).frozen).toEqual(['leader.idNumber', 'leader.phone']);
});
