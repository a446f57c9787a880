import { sql } from 'kysely';
import { dropForsaken } from '../../../cloudfunctions/core/entry/counter/drop-forsaken';
import { counterLifeMs } from '../../../src/shared/entry/counter/counter';
import { freshIdNumber, freshPerson, uploadFile } from '../../support/entry-factory';
import { makePdf } from '../../support/sample-files/pdf';
import { freshServer, type TestServer } from '../../support/server';

const clerk = 'clerk-puxian-1';
const place = { contestId: 'LF-XH-2026-141033', trackCode: 'rural_revitalisation', groupCode: 'idea_team' };

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const codeOf = async (as: string, path: string, input: object = {}): Promise<string> => {
  const { body } = await server.call(as, path, input);
  return body.ok ? 'OK' : body.error.code;
};
const begin = async (as = clerk): Promise<string> =>
  (await server.ask<{ entryId: string }>(as, 'entry/beginCounter', { ...place, name: '王小明' })).entryId;
const show = (entryId: string, as = clerk) => server.ask<{ code: string }>(as, 'entry/showCounterCode', { entryId });
const saveLeader = (as: string, entryId: string, version: number, idNumber: string) =>
  codeOf(as, 'entry/saveSection', {
    entryId,
    section: 'leader',
    version,
    data: { name: '王小明', founderRole: 'first_founder', keyGroup: null },
    sealed: { idNumber },
  });

test('a clerk fills in for somebody present, who takes it over by the code on the screen and leads it from then on', async () => {
  const entryId = await begin();
  const { drafts } = await server.ask<{ drafts: object[] }>(clerk, 'entry/counterDrafts');
  expect(drafts).toEqual([expect.objectContaining({ entryId, nameZh: '王小明', regionZh: '蒲县' })]);
  const project = { title: '蒲县手工醋', trackCode: place.trackCode, groupCode: place.groupCode };
  await server.ask(clerk, 'entry/saveSection', { entryId, section: 'project', version: 1, data: project });
  expect(await server.ask(clerk, 'entry/counterDraft', { entryId })).toMatchObject({
    title: '蒲县手工醋',
    signed: null,
  });

  const { code } = await show(entryId);
  expect(code).toMatch(/^\d{4} \d{4}$/);
  const person = await freshPerson(server);
  expect(await server.ask(person, 'entry/seeCounterCode', { code })).toMatchObject({
    title: '蒲县手工醋',
    nameZh: '王小明',
  });
  // Who filled it in is not its person.
  expect(await codeOf(clerk, 'entry/confirmCounter', { code })).toBe('ENTRY_COUNTER_OWN');
  expect(await codeOf(person, 'entry/confirmCounter', { code: '0000 0000' })).toBe('ENTRY_COUNTER_CODE_WRONG');
  expect(await codeOf(person, 'entry/confirmCounter', { code: code.replace(' ', '') })).toBe('OK');
  expect(await codeOf(person, 'entry/confirmCounter', { code })).toBe('ENTRY_COUNTER_CODE_WRONG');

  const view = await server.ask<{ isLeader: boolean; version: number }>(person, 'entry/get', { entryId });
  expect(view).toMatchObject({ isLeader: true, waitsUntil: null, version: 2 });
  for (const path of ['entry/get', 'entry/counterDraft', 'entry/showCounterCode'])
    expect([path, await codeOf(clerk, path, { entryId })]).toEqual([path, 'NOT_FOUND']);
  const { timeline } = await server.ask<{ timeline: Array<{ zh: string; byZh: string }> }>(person, 'entry/status', {
    entryId,
  });
  expect(timeline.map(({ zh, byZh }) => [zh, byZh])).toEqual([
    ['柜台代填', '蒲县审核人员'],
    ['本人确认，成为负责人', '项目负责人'],
  ]);
  const row = await server.db
    .selectFrom('counter_entry')
    .selectAll()
    .where('entry_id', '=', entryId)
    .executeTakeFirst();
  expect(row).toMatchObject({ code_mark: null });
  expect(row?.confirmed_at).toBe(server.clock.now());
  const { rows } = await sql<{
    act: string;
  }>`select act from audit where subject = ${`entry:${entryId}`} order by n`.execute(server.db);
  expect(rows.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['entry/beginCounter', 'entry/showCounterCode', 'entry/confirmCounter', 'entry/takeOver']),
  );
});

test('until it is confirmed it is its helper’s alone, is nobody’s in a list, and can neither be submitted nor consented to', async () => {
  const entryId = await begin();
  const others = ['clerk-puxian-2', 'lead-puxian', 'clerk-yaodu', 'city', 'auditor', 'entrant-new'];
  for (const as of others) expect([as, await codeOf(as, 'entry/get', { entryId })]).toEqual([as, 'NOT_FOUND']);
  expect(await codeOf(clerk, 'entry/submit', { entryId, version: 1 })).toBe('NOT_FOUND');
  expect(await codeOf(clerk, 'entry/giveConsents', { entryId, sensitive: true, publicDisplay: true })).toBe(
    'NOT_FOUND',
  );
  expect(await codeOf(clerk, 'entry/inviteMember', { entryId, access: 'view' })).toBe('NOT_FOUND');
  const { entries } = await server.ask<{ entries: Array<{ entryId: string }> }>(clerk, 'entry/mine');
  expect(entries).toEqual([]);
  // The database holds it too.
  await expect(
    sql`update entry set state = 'submitted', waits = 'staff' where id = ${entryId}`.execute(server.db),
  ).rejects.toThrow('entry_led');
  // The right ends with the post.
  await sql`update role_grant set revoked_at = ${new Date(server.clock.now())} where person_id = (select id from person where persona = ${clerk})`.execute(
    server.db,
  );
  expect(await codeOf(clerk, 'entry/get', { entryId })).toBe('NOT_FOUND');
  await sql`update role_grant set revoked_at = null where person_id = (select id from person where persona = ${clerk})`.execute(
    server.db,
  );
  expect(await codeOf(clerk, 'entry/get', { entryId })).toBe('OK');
});

test('no number is kept before the person agreed: on paper, scanned, with who signed; the consents go over to the person', async () => {
  const entryId = await begin();
  expect(await saveLeader(clerk, entryId, 1, freshIdNumber())).toBe('FORM_CONSENT_FIRST');
  const signed = { entryId, signedBy: '王小明', signedOn: '2026-11-24', publicDisplay: false };
  const { body } = await server.call(clerk, 'entry/recordSignedForm', signed);
  expect(body).toMatchObject({ error: { fields: { file: '请先上传签字的授权书' } } });
  await uploadFile(server, clerk, entryId, 'signed_consent', { name: '授权书.pdf', bytes: makePdf() });
  expect(await codeOf(clerk, 'entry/recordSignedForm', { ...signed, signedOn: '2026-11-25' })).toBe(
    'ENTRY_SIGNED_FORM_WRONG',
  );
  await server.ask(clerk, 'entry/recordSignedForm', signed);
  expect(await saveLeader(clerk, entryId, 1, freshIdNumber())).toBe('OK');
  expect(await server.ask(clerk, 'entry/counterDraft', { entryId })).toMatchObject({
    file: { name: '授权书.pdf' },
    signed: { by: '王小明', on: '2026-11-24' },
  });

  const person = await freshPerson(server);
  await server.ask(person, 'entry/confirmCounter', await show(entryId));
  type Consent = { kind: string; givenAt: string | null };
  const { consents } = await server.ask<{ consents: Consent[] }>(person, 'entry/get', { entryId });
  expect(consents.map(({ kind, givenAt }) => [kind, givenAt !== null])).toEqual([
    ['sensitive', true],
    ['publicDisplay', false],
  ]);
});

test('a signed form that was written down wrongly is put right, and its scan stays while it stands for the consents', async () => {
  const entryId = await begin();
  const { uploadId: scan } = await uploadFile(server, clerk, entryId, 'signed_consent', {
    name: '授权书.pdf',
    bytes: makePdf(),
  });
  const record = (publicDisplay: boolean) =>
    codeOf(clerk, 'entry/recordSignedForm', { entryId, signedBy: '王小明', signedOn: '2026-11-24', publicDisplay });
  expect([await record(true), await record(false)]).toEqual(['OK', 'OK']);
  const removed = await server.call(clerk, 'entry/removeMaterial', { uploadId: scan });
  expect(removed.body).toMatchObject({
    error: {
      code: 'FORM_SECTION_CLOSED',
      message: '授权书已经登记，不能去掉。要换一份，请上传新的，再登记一次',
    },
  });
  const { code } = await show(entryId);
  const person = await freshPerson(server);
  expect(await codeOf(person, 'entry/confirmCounter', { code })).toBe('OK');
  const { rows } = await sql<{
    kind: string;
    stands: boolean;
    theirs: boolean;
  }>`select kind, withdrawn_at is null as stands,
    person_id is not distinct from ${person} as theirs from consent where subject_id = ${entryId} order by kind`.execute(
    server.db,
  );
  // What was not agreed to is nobody's consent.
  expect(rows.filter(({ kind }) => kind === 'publicDisplay')).toEqual([
    { kind: 'publicDisplay', stands: false, theirs: false },
  ]);
  const others = rows.filter(({ kind }) => kind !== 'publicDisplay');
  expect(others.length).toBeGreaterThan(0);
  expect(others.every(({ stands, theirs }) => stands && theirs)).toBe(true);
});

test('a code stands a quarter of an hour, a fresh one makes it void, and of two who type it at once one leads', async () => {
  const entryId = await begin();
  const first = await show(entryId);
  const second = await show(entryId);
  const [one, two] = [await freshPerson(server), await freshPerson(server)];
  expect(await codeOf(one, 'entry/confirmCounter', first)).toBe('ENTRY_COUNTER_CODE_WRONG');
  const now = server.clock.now();
  server.clock.pass(15 * 60_000);
  expect(await codeOf(one, 'entry/confirmCounter', second)).toBe('ENTRY_COUNTER_CODE_WRONG');
  server.clock.set(now);
  const both = await Promise.all([one, two].map((person) => codeOf(person, 'entry/confirmCounter', second)));
  expect(both.sort()).toEqual(['ENTRY_COUNTER_CODE_WRONG', 'OK']);
});

test('of one person five drafts stand in an edition, those from the counter among them', async () => {
  const person = await freshPerson(server);
  for (let n = 0; n < 5; n += 1) await server.ask(person, 'entry/start', place);
  expect(await codeOf(person, 'entry/confirmCounter', await show(await begin()))).toBe('ENTRY_TOO_MANY_DRAFTS');
});

test('after seven days it is there for nobody, and removed with its rows, numbers and files; its audit stays', async () => {
  const entryId = await begin();
  await uploadFile(server, clerk, entryId, 'signed_consent', { name: '授权书.pdf', bytes: makePdf() });
  const { code } = await show(entryId);
  const now = server.clock.now();
  server.clock.set(now + counterLifeMs - 1);
  expect(await dropForsaken(server.home)).toBeGreaterThanOrEqual(0);
  expect(await codeOf(clerk, 'entry/get', { entryId })).toBe('OK');
  server.clock.set(now + counterLifeMs);
  expect(await codeOf(clerk, 'entry/get', { entryId })).toBe('NOT_FOUND');
  expect(await codeOf(await freshPerson(server), 'entry/confirmCounter', { code })).toBe('ENTRY_COUNTER_CODE_WRONG');
  await dropForsaken(server.home);
  server.clock.set(now);
  const left = async (table: string, column: string) => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.table(table)} where ${sql.ref(column)} = ${entryId}`.execute(server.db);
    return rows[0]?.n;
  };
  for (const [table, column] of [
    ['entry', 'id'],
    ['subject', 'id'],
    ['counter_entry', 'entry_id'],
    ['section', 'subject_id'],
    ['upload', 'subject_id'],
  ] as const)
    expect([table, await left(table, column)]).toEqual([table, 0]);
  const { rows } = await sql<{ act: string }>`select act from audit where subject = ${`entry:${entryId}`}`.execute(
    server.db,
  );
  expect(rows.map(({ act }) => act)).toContain('entry/deleteDraft');
});

test('what somebody filled in they do not judge; colleagues do, and the helper may read it as staff', async () => {
  const entryId = await begin();
  const { code } = await show(entryId);
  const person = await freshPerson(server);
  await server.ask(person, 'entry/confirmCounter', { code });
  // As if it had been filled in to the end and submitted.
  await sql`update entry set state = 'submitted', waits = 'staff', reference = 'XH2026-141033-0901', submitted_at = ${new Date(server.clock.now())},
    review_due = '2026-12-01' where id = ${entryId}`.execute(server.db);
  const { body } = await server.call(clerk, 'screening/claim', { entryId, version: 2 });
  expect(body).toMatchObject({
    error: { code: 'FORBIDDEN', message: '您在柜台代填过这个项目，应当回避，请交其他审核人员办理' },
  });
  expect(await codeOf('clerk-puxian-2', 'screening/claim', { entryId, version: 2 })).toBe('OK');
});

test('a clerk begins none elsewhere, nor after sign-up has closed; nobody else begins any', async () => {
  const input = { ...place, name: '王小明' };
  for (const as of ['clerk-yaodu', 'city', 'auditor', 'entrant-new'])
    expect([as, await codeOf(as, 'entry/beginCounter', input)]).toEqual([as, 'NOT_FOUND']);
  expect(await codeOf('lead-puxian', 'entry/beginCounter', input)).toBe('OK');
  const now = server.clock.now();
  server.clock.set(Date.UTC(2026, 11, 13, 16));
  expect(await codeOf(clerk, 'entry/beginCounter', input)).toBe('ENTRY_SIGN_UP_CLOSED');
  server.clock.set(now);
});
