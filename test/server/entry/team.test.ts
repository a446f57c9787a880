import { filledDraft, freshPerson, save } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';
import { news } from '../notices/news';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Draft = { entryId: string; leader: string };
const day = 86_400_000;

async function invite(draft: Draft, access: 'view' | 'edit' = 'view'): Promise<string> {
  const { token } = await server.ask<{ token: string }>(draft.leader, 'entry/inviteMember', {
    entryId: draft.entryId,
    access,
  });
  return token;
}

const who = { name: '李小红', roleZh: '财务', phone: '199 0000 8001', sensitive: true };
const join = (person: string, token: string, key?: string) =>
  server.call(person, 'entry/joinTeam', { token, ...who }, key);

async function member(draft: Draft, access: 'view' | 'edit' = 'view'): Promise<string> {
  const person = await freshPerson(server, '李小红');
  await join(person, await invite(draft, access));
  return person;
}

const membersOf = (draft: Draft) =>
  server
    .ask<{ members: Array<{ memberId: string; personId: string }> }>(draft.leader, 'entry/get', {
      entryId: draft.entryId,
    })
    .then(({ members }) => members);

test('an invitation shows the project and only the surname of its leader, for seven days', async () => {
  const draft = await filledDraft(server);
  const made = await server.ask<{ token: string; link: string; expiresAt: string }>(
    draft.leader,
    'entry/inviteMember',
    { entryId: draft.entryId, access: 'edit' },
  );
  expect(made.link).toBe(`/packages/entry/invitation/index?token=${made.token}`);
  expect(Buffer.from(made.token, 'base64url').length).toBe(32);
  const person = await freshPerson(server);
  const shown = await server.ask(person, 'entry/invitation', { token: made.token });
  expect(shown).toEqual({
    entryId: draft.entryId,
    title: '蒲县山货直供',
    regionZh: '蒲县',
    leaderZh: '王**',
    access: 'edit',
    expiresAt: '2026-12-01T09:00:00+08:00',
    alreadyIn: false,
    closed: null,
    consent: expect.objectContaining({ kind: 'sensitive', required: true, version: 'DEMO-4' }),
  });
  const { rows } = await server.db.executeQuery(server.db.selectFrom('team_invitation').selectAll().compile());
  expect(JSON.stringify(rows)).not.toContain(made.token);
});

test('of one entry twenty invitations are live, also when they are made at once; one that is over makes room', async () => {
  const draft = await filledDraft(server);
  const begun = server.clock.now();
  const make = (key?: string) =>
    server.call(draft.leader, 'entry/inviteMember', { entryId: draft.entryId, access: 'view' }, key);
  const replies = await Promise.all(Array.from({ length: 22 }, () => make()));
  const codes = replies.map(({ body }) => (body.ok ? 'OK' : body.error.code)).sort();
  expect(codes).toEqual([...Array(2).fill('ENTRY_TOO_MANY_INVITATIONS'), ...Array(20).fill('OK')]);
  server.clock.set(begun + 7 * day);
  expect((await make('made-again')).status).toBe(200);
  // Sent again, the same act gives another link in place of its first: there is still room for it among twenty.
  for (let n = 2; n <= 20; n += 1) await make();
  expect((await make()).status).toBe(422);
  expect((await make('made-again')).status).toBe(200);
  server.clock.set(begun);
});

test('an invitation ends at its instant', async () => {
  const draft = await filledDraft(server);
  const token = await invite(draft);
  const person = await freshPerson(server);
  const begun = server.clock.now();
  server.clock.set(begun + 7 * day);
  expect((await join(person, token)).body).toMatchObject({ ok: false, error: { code: 'ENTRY_INVITATION_OVER' } });
  expect((await server.call(person, 'entry/invitation', { token })).status).toBe(404);
  server.clock.set(begun + 7 * day - 1);
  expect((await join(person, token)).status).toBe(200);
  server.clock.set(begun);
});

test('who joins is seen with a masked phone, and nothing is submitted before everyone has said yes', async () => {
  const draft = await filledDraft(server);
  const person = await member(draft);
  const { members, obstacles } = await server.ask<{ members: unknown[]; obstacles: unknown[] }>(person, 'entry/get', {
    entryId: draft.entryId,
  });
  expect(members).toEqual([
    {
      memberId: expect.any(String),
      personId: person,
      name: '李小红',
      roleZh: '财务',
      phoneMasked: '199****8001',
      access: 'view',
      consentedAt: null,
      isMe: true,
    },
  ]);
  const sentence = '李小红尚未确认参赛，请提醒其本人打开项目确认';
  expect(obstacles).toEqual([{ section: 'team', text: sentence }]);
  const ask = () => server.call(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
  expect((await ask()).body).toMatchObject({
    ok: false,
    error: { code: 'ENTRY_INCOMPLETE', fields: { team: sentence } },
  });
  await server.ask(person, 'entry/consentAsMember', { entryId: draft.entryId, agreed: true });
  await server.ask(person, 'entry/consentAsMember', { entryId: draft.entryId, agreed: true });
  const confirmed = (await news(server)).filter(({ notice }) => notice === 'team.confirmed');
  expect(confirmed).toEqual([
    {
      who: '王小明',
      notice: 'team.confirmed',
      title: '有成员确认参赛',
      body: '李小红已确认参加“蒲县山货直供”。全部成员都已确认。',
      link: `/packages/entry/team/index?entryId=${draft.entryId}`,
    },
  ]);
  expect((await ask()).status).toBe(200);
});

test('a member who may only view cannot save, and one who may edit can, but never signs', async () => {
  const draft = await filledDraft(server);
  const [viewer, editor] = [await member(draft, 'view'), await member(draft, 'edit')];
  const write = { entryId: draft.entryId, section: 'jobs', version: 1, data: { direct: 9 } };
  expect(await server.call(viewer, 'entry/saveSection', write)).toEqual({
    status: 403,
    body: { ok: false, error: { code: 'FORBIDDEN', message: '您只能查看这个项目，如需修改请联系负责人' } },
  });
  expect((await server.call(editor, 'entry/saveSection', write)).status).toBe(200);
  const sign = {
    entryId: draft.entryId,
    section: 'declaration',
    version: 1,
    data: { typedName: '王小明', agreed: true },
  };
  expect((await server.call(editor, 'entry/saveSection', sign)).body).toMatchObject({
    ok: false,
    error: { code: 'FORM_SECTION_CLOSED', message: '承诺须由项目负责人本人填写' },
  });
  expect((await server.call(editor, 'entry/submit', { entryId: draft.entryId, version: 1 })).status).toBe(403);
});

test('a removed member loses sight at once, and the old link no longer lets anyone in', async () => {
  const draft = await filledDraft(server);
  const token = await invite(draft, 'edit');
  const person = await freshPerson(server, '李小红');
  await join(person, token);
  expect((await server.call(person, 'entry/get', { entryId: draft.entryId })).status).toBe(200);
  const [row] = await membersOf(draft);
  await server.ask(draft.leader, 'entry/removeMember', { entryId: draft.entryId, memberId: row?.memberId });
  expect((await server.call(person, 'entry/get', { entryId: draft.entryId })).status).toBe(404);
  expect((await join(person, token)).body).toMatchObject({ ok: false, error: { code: 'ENTRY_INVITATION_OVER' } });
  const events = await server.db
    .selectFrom('outbox')
    .select(['event', 'payload'])
    .where('subject', '=', `entry:${draft.entryId}`)
    .orderBy('event')
    .execute();
  expect(events.map(({ event, payload }) => [event, payload.personId, payload.by])).toEqual([
    ['team.joined', person, person],
    ['team.left', person, draft.leader],
  ]);
});

test('a member may leave, and join again', async () => {
  const draft = await filledDraft(server);
  const token = await invite(draft);
  const person = await freshPerson(server, '李小红');
  await join(person, token);
  expect((await join(person, token)).body).toMatchObject({ ok: false, error: { code: 'ENTRY_ALREADY_IN_TEAM' } });
  await server.ask(person, 'entry/leaveTeam', { entryId: draft.entryId });
  expect(await membersOf(draft)).toEqual([]);
  expect((await join(person, token)).status).toBe(200);
});

test('of three who take the last two places at once one is told that the team is full', async () => {
  const draft = await filledDraft(server);
  await member(draft);
  await member(draft);
  const token = await invite(draft);
  const people = await Promise.all([1, 2, 3].map(() => freshPerson(server)));
  const replies = await Promise.all(people.map((person, i) => join(person, token, `joining-${i}`)));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 422]);
  expect(replies.find(({ status }) => status === 422)?.body).toEqual({
    ok: false,
    error: { code: 'ENTRY_TEAM_FULL', message: '创意组每队最多 5 人（含负责人），已满' },
  });
  expect((await membersOf(draft)).length).toBe(4);
  const shown = await server.ask<{ closed: string }>(await freshPerson(server), 'entry/invitation', { token });
  expect(shown.closed).toBe('创意组每队最多 5 人（含负责人），已满');
});

test('a wrong phone number is refused beside its field', async () => {
  const draft = await filledDraft(server);
  const token = await invite(draft);
  const { body } = await server.call(await freshPerson(server), 'entry/joinTeam', { token, ...who, phone: '12345' });
  expect(body).toMatchObject({
    ok: false,
    error: { code: 'FORM_FIELD_WRONG', fields: { phone: '请填写 11 位手机号，或带区号的座机，如 0357-2012345' } },
  });
});

test('once submitted nobody joins, leaves or is removed', async () => {
  const draft = await filledDraft(server);
  const token = await invite(draft);
  const person = await member(draft);
  await server.ask(person, 'entry/consentAsMember', { entryId: draft.entryId, agreed: true });
  await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
  const closed = { ok: false, error: { code: 'FORM_SECTION_CLOSED' } };
  expect((await join(await freshPerson(server), token)).body).toMatchObject(closed);
  expect((await server.call(person, 'entry/leaveTeam', { entryId: draft.entryId })).body).toMatchObject(closed);
  expect(
    (await server.call(draft.leader, 'entry/inviteMember', { entryId: draft.entryId, access: 'view' })).body,
  ).toMatchObject(closed);
  expect(await save(server, draft, 'jobs', 1, {}).catch((e: Error) => e.message)).toContain('FORM_SECTION_CLOSED');
});

test('one sees the entries that one leads or belongs to', async () => {
  const draft = await filledDraft(server, { title: '我的项目' });
  const person = await member(draft);
  const { entries } = await server.ask<{ entries: unknown[] }>(person, 'entry/mine');
  expect(entries).toEqual([
    {
      entryId: draft.entryId,
      title: '我的项目',
      reference: null,
      regionZh: '蒲县',
      trackZh: '乡村振兴',
      editionZh: '2026 年星火项目创业大赛（演示）',
      state: 'draft',
      stateZh: '填写中',
      tone: 'neutral',
      waits: 'own',
      editable: true,
      live: false,
      role: 'member',
      nextZh: '填好后请提交，12月13日（周日）24:00 截止，还剩 19 天',
      link: `/packages/entry/entry/index?entryId=${draft.entryId}`,
    },
  ]);
});

test('a consent that is unticked is closed, not deleted, and the public one may end after submitting', async () => {
  const draft = await filledDraft(server);
  const give = (sensitive: boolean, publicDisplay: boolean) =>
    server.call(draft.leader, 'entry/giveConsents', { entryId: draft.entryId, sensitive, publicDisplay });
  await give(true, true);
  await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
  expect((await give(false, true)).body).toMatchObject({ ok: false, error: { code: 'FORM_SECTION_CLOSED' } });
  server.clock.pass(1000);
  expect((await give(true, false)).status).toBe(200);
  expect((await give(true, true)).body).toMatchObject({ ok: false, error: { code: 'FORM_SECTION_CLOSED' } });
  const rows = await server.db
    .selectFrom('consent')
    .select(['kind', 'text_version', 'withdrawn_at'])
    .where('subject_id', '=', draft.entryId)
    .orderBy('kind')
    .execute();
  expect(rows).toEqual([
    { kind: 'publicDisplay', text_version: 'DEMO-1', withdrawn_at: server.clock.now() },
    { kind: 'sensitive', text_version: 'DEMO-4', withdrawn_at: null },
  ]);
});
