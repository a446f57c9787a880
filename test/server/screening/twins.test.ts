import { similarTitles } from '@shared/entry/similar-title';
import { sql } from 'kysely';
import { titleAlike } from '../../../cloudfunctions/core/entry/search/title-alike';
import { filledDraft, freshPerson, submittedEntry } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';
const there = { region: '141002', track: 'modern_services' };
type Finding = { code: string; verdict: string; reason: string };

async function flags(as: string, entryId: string): Promise<Record<string, string>> {
  const { eligibility } = await server.ask<{ eligibility: Finding[] }>(as, 'screening/review', { entryId });
  const twins = eligibility.filter(({ code }) => /^(SAME|SIMILAR|LEADS|MEMBER)_/.test(code));
  expect(twins.map(({ verdict }) => verdict)).toEqual(twins.map(() => 'staff'));
  return Object.fromEntries(twins.map(({ code, reason }) => [code, reason]));
}

async function join(draft: { entryId: string; leader: string }, person: string, name: string, phone: string) {
  const { entryId } = draft;
  const { token } = await server.ask<{ token: string }>(draft.leader, 'entry/inviteMember', {
    entryId,
    access: 'view',
  });
  await server.ask(person, 'entry/joinTeam', { token, name, roleZh: '技术', phone, sensitive: true });
  await server.ask(person, 'entry/consentAsMember', { entryId, agreed: true });
}

const submit = async ({ entryId, leader }: { entryId: string; leader: string }) => {
  await server.ask(leader, 'entry/submit', { entryId, version: 1 });
  const row = await server.db
    .selectFrom('entry')
    .select('reference')
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  return row.reference ?? '';
};

test('titles that are alike are told on both sides, with where and what the other is called', async () => {
  const one = await submittedEntry(server, { title: '蒲县山货直供' });
  const two = await submittedEntry(server, { title: '尧都·山货直供平台', ...there });
  const three = await submittedEntry(server, { title: '尧都山货直供', ...there });
  expect(await flags(clerk, one.entryId)).toEqual({});
  expect(await flags('clerk-yaodu', two.entryId)).toEqual({
    SIMILAR_TITLE: `${three.reference}（尧都区）“尧都山货直供”名称相近，请核对是否重复报名`,
  });
  expect(await flags('clerk-yaodu', three.entryId)).toEqual({
    SIMILAR_TITLE: `${two.reference}（尧都区）“尧都·山货直供平台”名称相近，请核对是否重复报名`,
  });
  // What was taken back is nobody's twin.
  await server.ask(three.leader, 'entry/recall', { entryId: three.entryId, version: three.version });
  expect(await flags('clerk-yaodu', two.entryId)).toEqual({});
});

test.each([
  ['by the person', true, '19900005678'],
  ['by name and phone, from another account', false, '19900001234'],
])('a member who leads elsewhere is told on both sides, %s', async (_how, sameAccount, phone) => {
  const lead = await filledDraft(server, { title: '花椒酱', leaderZh: '尉迟大海', phone: '19900001234', ...there });
  const leads = await submit(lead);
  const team = await filledDraft(server, { title: '核桃油' });
  const member = sameAccount ? lead.leader : await freshPerson(server, '尉迟大海');
  await join(team, member, '尉迟大海', phone);
  await join(team, await freshPerson(server, '李小红'), '李小红', '19900001234');
  const on = await submit(team);
  expect(await flags(clerk, team.entryId)).toEqual({
    LEADS_ELSEWHERE: `成员尉迟大海是${leads}（尧都区）的负责人，请核对是否重复报名`,
  });
  expect(await flags('clerk-yaodu', lead.entryId)).toEqual({
    MEMBER_ELSEWHERE: `负责人尉迟大海是${on}（蒲县）的团队成员，请核对是否重复报名`,
  });
  const seen = JSON.stringify(await server.ask(team.leader, 'entry/get', { entryId: team.entryId }));
  expect(seen).not.toContain(leads);
});

test('the database finds alike what the rule finds alike', async () => {
  const titles = [
    '蒲县山货直供',
    '蒲县·山货 直供',
    '隰县山货直供',
    '蒲县山货直供平台',
    '智慧养老服务平台',
    '智慧农业服务平台',
    '山',
    '山货',
    '甲乙丙丁',
    '甲乙丙戊',
  ];
  const made = [];
  for (const title of titles) made.push(await submittedEntry(server, { title }));
  for (const title of titles) {
    const { rows } = await sql<{ title: string }>`select e.title from entry e join entry_search s on s.entry_id = e.id
      where ${titleAlike(title)}`.execute(server.db);
    expect(rows.map((row) => row.title).sort()).toEqual(titles.filter((other) => similarTitles(title, other)).sort());
  }
  expect(made).toHaveLength(titles.length);
});
