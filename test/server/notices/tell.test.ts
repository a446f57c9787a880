import { areas } from '../../../cloudfunctions/core/areas';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { expireOverdue } from '../../../cloudfunctions/core/screening/decisions/expire-overdue';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { makeTell } from '../../../cloudfunctions/core/telling/tell-events';
import { filledDraft, freshPerson, submittedEntry } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { lyingInInboxes } from '../../support/inboxes';
import { claimAs, moveAs, readAll, returnAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';
import { news, told } from './news';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  expect(
    await server.db.selectFrom('outbox').select('last_error').where('last_error', 'is not', null).execute(),
  ).toEqual([]);
  await server.close();
});

const puxianStaff = ['clerk-puxian-1', 'clerk-puxian-2', 'lead-puxian'];
const clerk = 'clerk-puxian-1';
const versionOf = async (entryId: string) =>
  (await server.db.selectFrom('entry').select('version').where('id', '=', entryId).executeTakeFirstOrThrow()).version;
const move = async (as: string, path: string, entryId: string, more: object = {}) =>
  moveAs(server, as, path, { entryId, version: await versionOf(entryId), ...more });

test('a submission is told to its leader and to the staff of its region alone, each in their own words', async () => {
  const { entryId } = await submittedEntry(server);
  const rows = await news(server);
  expect(rows.map(({ who, notice }) => `${who}: ${notice}`)).toEqual([
    ...puxianStaff.map((who) => `${who}: entry.submitted.staff`),
    '王小明: entry.submitted',
  ]);
  expect(rows[0]).toEqual({
    who: 'clerk-puxian-1',
    notice: 'entry.submitted.staff',
    title: '有新项目待受理',
    body: '“蒲县山货直供”报名蒲县“乡村振兴”赛道。请最迟12月1日（周二）审完。',
    link: `/packages/staff/review/index?entryId=${entryId}`,
  });
  expect(rows.at(-1)).toEqual({
    who: '王小明',
    notice: 'entry.submitted',
    title: '报名已提交，等待审核',
    body: '“蒲县山货直供”已提交到蒲县赛场。预计最迟12月1日（周二）出结果。开始审核前且报名未截止的，负责人可以撤回修改。',
    link: `/packages/entry/status/index?entryId=${entryId}`,
  });
});

test('an event that is told again shows once', async () => {
  await submittedEntry(server);
  await told(server);
  const event = await server.db
    .selectFrom('outbox')
    .selectAll()
    .where('event', '=', 'entry.submitted')
    .executeTakeFirstOrThrow();
  const again = () =>
    server.db.transaction().execute((tx) =>
      makeTell(areas)(makeCall(server.home, tx, null, server.clock.now()), [
        {
          id: event.id,
          event: event.event,
          subject: event.subject,
          payload: event.payload,
          createdAt: event.created_at,
        },
      ]),
    );
  await again();
  await Promise.all([again(), again()]);
  const { count } = await lyingInInboxes(server.db)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBe(4);
});

test('a clerk who leads the entry, and one whose grant was revoked, are not told as staff', async () => {
  await server.db
    .updateTable('role_grant')
    .set({ revoked_at: at(fixedNow) })
    .where('person_id', '=', personaId('clerk-puxian-2'))
    .execute();
  await submittedEntry(server, { leader: clerk });
  expect(await told(server)).toEqual(['clerk-puxian-1: entry.submitted', 'lead-puxian: entry.submitted.staff']);
});

test('the road of a return: claimed, returned with its last day, resubmitted, approved', async () => {
  const { entryId, leader } = await submittedEntry(server);
  await told(server);
  await returnAs(server, clerk, entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  const returned = await news(server);
  expect(returned.map(({ who, notice }) => `${who}: ${notice}`)).toEqual([
    '王小明: entry.claimed',
    '王小明: entry.returned',
  ]);
  expect(returned[1]).toMatchObject({
    title: '报名需补正，12月1日截止',
    body: '“蒲县山货直供”有 1 处要改，请由负责人在12月1日（周二）24:00 前重新提交，逾期报名失效。点开看问题。',
    link: `/packages/entry/entry/index?entryId=${entryId}`,
  });
  await move(leader, 'entry/resubmit', entryId);
  const resubmitted = await news(server);
  expect(resubmitted.map(({ who, notice }) => `${who}: ${notice}`)).toEqual([
    ...puxianStaff.map((who) => `${who}: entry.resubmitted.staff`),
    '王小明: entry.resubmitted',
  ]);
  expect(resubmitted[0]?.body).toContain('请最迟11月27日（周五）审完。');
  await claimAs(server, clerk, entryId);
  await readAll(server, clerk, entryId);
  await move(clerk, 'screening/approve', entryId);
  expect(await told(server)).toEqual(['王小明: entry.approved', '王小明: entry.claimed']);
});

test('a recall tells until when to submit again, and where it was corrected before, the correction’s last day', async () => {
  const { entryId, leader } = await submittedEntry(server);
  await told(server);
  await move(leader, 'entry/recall', entryId);
  const recalled = await news(server);
  expect(recalled.map(({ who, notice }) => `${who}: ${notice}`)).toEqual([
    ...puxianStaff.map((who) => `${who}: entry.recalled.staff`),
    '王小明: entry.recalled',
  ]);
  expect(recalled.at(-1)?.body).toContain('请在12月13日（周日）24:00 前重新提交，否则视为未报名。');
  await move(leader, 'entry/submit', entryId);
  await returnAs(server, clerk, entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  await move(leader, 'entry/resubmit', entryId);
  await told(server);
  await move(leader, 'entry/recall', entryId);
  expect((await news(server)).at(-1)?.body).toContain('请在12月1日（周二）24:00 前重新提交，逾期报名失效。');
});

test('withdrawing while it is held tells the one who holds it, before that all staff, and once it was recalled nobody', async () => {
  const held = await submittedEntry(server);
  await claimAs(server, clerk, held.entryId);
  await told(server);
  await move(held.leader, 'entry/withdraw', held.entryId, { reason: '' });
  expect(await told(server)).toEqual(['clerk-puxian-1: entry.withdrawn.claimant', '王小明: entry.withdrawn']);
  const waiting = await submittedEntry(server);
  await told(server);
  await move(waiting.leader, 'entry/withdraw', waiting.entryId, { reason: '' });
  expect(await told(server)).toEqual([
    ...puxianStaff.map((who) => `${who}: entry.withdrawn.staff`),
    '王小明: entry.withdrawn',
  ]);
  const recalled = await submittedEntry(server);
  await move(recalled.leader, 'entry/recall', recalled.entryId);
  await told(server);
  await move(recalled.leader, 'entry/withdraw', recalled.entryId, { reason: '' });
  expect(await told(server)).toEqual(['王小明: entry.withdrawn']);
});

test('a transfer tells the team and the staff that receive it, not those who gave it away', async () => {
  const { entryId } = await submittedEntry(server);
  await claimAs(server, clerk, entryId);
  await told(server);
  await move(clerk, 'screening/transfer', entryId, {
    toContestId: 'LF-XH-2026-LFEDZ',
    trackCode: 'modern_services',
    reason: '注册地在开发区',
  });
  expect((await news(server)).map(({ who, body }) => [who, body])).toEqual([
    ['clerk-lfedz', '“蒲县山货直供”由蒲县转入“现代服务”赛道。请最迟12月1日（周二）审完。点开看理由。'],
    [
      '王小明',
      '“蒲县山货直供”已转到临汾经济开发区“现代服务”赛道审核。预计最迟12月1日（周二）出结果。不用重新提交，点开看理由。',
    ],
  ]);
});

test('a rejection says where its reason is read and by when a question is answered, a reopening where its reason is', async () => {
  const { entryId } = await submittedEntry(server);
  await claimAs(server, clerk, entryId);
  await move(clerk, 'screening/reject', entryId, { reason: '登记注册已满五年。' });
  const rejected = (await news(server)).find(({ notice }) => notice === 'entry.rejected');
  expect(rejected?.body).toBe(
    '“蒲县山货直供”未通过蒲县审核，点开看理由。对结果有疑问，可在“我的—投诉建议”提出，15 个工作日内答复。',
  );
  expect(rejected?.link).toBe(`/packages/entry/status/index?entryId=${entryId}`);
  await move('lead-puxian', 'screening/reopen', entryId, { reason: '申诉属实', note: '内部复核' });
  const reopened = await news(server);
  expect(reopened.map(({ who, notice }) => `${who}: ${notice}`)).toEqual(['王小明: entry.reopened']);
  expect(reopened[0]?.body).toBe(
    '“蒲县山货直供”由蒲县重新审核，原来的审核结果不再有效。预计最迟12月1日（周二）出结果。您暂时不用操作，点开看理由。',
  );
});

test('an expiry is told to the team and to the staff', async () => {
  const { entryId } = await submittedEntry(server);
  await returnAs(server, clerk, entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  await told(server);
  server.clock.set(Date.UTC(2026, 11, 1, 16));
  await expireOverdue(server.home);
  expect(await told(server)).toEqual([
    ...puxianStaff.map((who) => `${who}: entry.expired.staff`),
    '王小明: entry.expired',
  ]);
});

test('who joins is told what to do and the leader who came; who is taken off the team is told, who leaves is not', async () => {
  const draft = await filledDraft(server);
  const join = async (name: string) => {
    const person = await freshPerson(server, name);
    const { token } = await server.ask<{ token: string }>(draft.leader, 'entry/inviteMember', {
      entryId: draft.entryId,
      access: 'view',
    });
    await server.ask(person, 'entry/joinTeam', { token, name, roleZh: '财务', phone: '19900008001', sensitive: true });
    return person;
  };
  const first = await join('李小红');
  const joined = await news(server);
  expect(joined.map(({ who, notice }) => `${who}: ${notice}`).sort()).toEqual([
    '李小红: team.joined.member',
    '王小明: team.joined',
  ]);
  expect(joined.find(({ notice }) => notice === 'team.joined')).toMatchObject({
    body: '李小红已加入“蒲县山货直供”的团队。成员本人确认参赛后，您才能提交报名，请提醒对方。',
    link: `/packages/entry/team/index?entryId=${draft.entryId}`,
  });
  await server.ask(first, 'entry/leaveTeam', { entryId: draft.entryId });
  expect(await told(server)).toEqual(['王小明: team.left']);
  await join('张小兰');
  await told(server);
  const { members } = await server.ask<{ members: Array<{ memberId: string }> }>(draft.leader, 'entry/get', {
    entryId: draft.entryId,
  });
  await server.ask(draft.leader, 'entry/removeMember', { entryId: draft.entryId, memberId: members[0]?.memberId });
  expect(await told(server)).toEqual(['张小兰: team.removed']);
});

test('an event without a notice tells nobody and is done', async () => {
  await server.db
    .insertInto('outbox')
    .values({
      id: '01930000-0000-7000-8000-000000000001',
      event: 'nothing.known',
      subject: 'x',
      payload: '{}',
      created_at: at(fixedNow),
    })
    .execute();
  expect(await told(server)).toEqual([]);
  const row = await server.db.selectFrom('outbox').select('delivered_at').executeTakeFirstOrThrow();
  expect(row.delivered_at).toBe(fixedNow);
});

test('what is told late is told as of its own instant, whatever has changed since', async () => {
  const { entryId, leader } = await submittedEntry(server);
  await move(leader, 'entry/recall', entryId);
  await move(leader, 'entry/withdraw', entryId, { reason: '' });
  await server.db.updateTable('region').set({ name_zh: '新县' }).where('id', '=', '141033').execute();
  await server.db.updateTable('entry').set({ title: '改了名字' }).where('id', '=', entryId).execute();
  const bodyOf = (await news(server)).filter(({ who }) => who === '王小明').map(({ notice, body }) => [notice, body]);
  expect(bodyOf).toEqual([
    ['entry.recalled', expect.stringMatching(/^“蒲县山货直供”已撤回，.*否则视为未报名。/)],
    ['entry.submitted', expect.stringMatching(/^“蒲县山货直供”已提交到蒲县赛场。/)],
    ['entry.withdrawn', expect.stringMatching(/^“蒲县山货直供”已由负责人退赛/)],
  ]);
});
