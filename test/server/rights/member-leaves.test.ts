import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { filledDraft, freshPerson, submittedEntry } from '../../support/entry-factory';
import { claimAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

test('of a member who closes their account what is theirs goes; somebody else of that name, or of one that holds it, stays as they were', async () => {
  const tick = makeTick(server.home, areas);
  const { entryId, leader } = await filledDraft(server);
  const { token } = await server.ask<{ token: string }>(leader, 'entry/inviteMember', { entryId, access: 'view' });
  const names = ['王伟', '王伟', '王伟民'];
  const people: string[] = [];
  for (const [i, name] of names.entries()) {
    const person = await freshPerson(server);
    const phone = `1990000${1100 + i}`;
    await server.ask(person, 'entry/joinTeam', { token, name, roleZh: `技术${i}`, phone, sensitive: true });
    await server.ask(person, 'entry/consentAsMember', { entryId, agreed: true });
    people.push(person);
  }
  const { version } = await server.ask<{ version: number }>(leader, 'entry/get', { entryId });
  await server.ask(leader, 'entry/submit', { entryId, version });
  await tick();
  type Frozen = {
    members: Array<{ name: string }>;
    parts: Array<{ section: string; lines: Array<{ value: string }> }>;
  };
  const frozen = async () => {
    const { rows } = await sql<{ data: Frozen }>`select data from snapshot where subject_id = ${entryId}`.execute(
      server.db,
    );
    const { members = [], parts = [] } = rows[0]?.data ?? {};
    const lines = parts.find(({ section }) => section === 'team')?.lines ?? [];
    return [members.map(({ name }) => name).sort(), lines.map(({ value }) => value.split('，')[0]).sort()];
  };
  const told = async () => {
    const { items } = await server.ask<{ items: Array<{ body: string }> }>(leader, 'notices/inbox', {});
    return items.map(({ body }) => /^王伟民?(?=已)/.exec(body)?.[0]).filter((name) => name !== undefined);
  };
  expect(await frozen()).toEqual([names, names]);
  expect((await told()).sort()).toEqual(['王伟', '王伟', '王伟', '王伟', '王伟民', '王伟民']);

  await server.ask(people[0] ?? '', 'rights/leave', { agreed: true });
  for (let i = 0; i < 3; i += 1) await tick();
  const left = ['已注销的成员', '王伟', '王伟民'].sort();
  expect(await frozen()).toEqual([left, left]);
  // Each had joined and confirmed.
  expect((await told()).sort()).toEqual(['王伟', '王伟', '王伟民', '王伟民']);
});

test('what happened is handed out as its timeline tells it: in words, and nothing of what staff did among themselves', async () => {
  const { entryId, leader } = await submittedEntry(server);
  const version = await claimAs(server, 'clerk-puxian-1', entryId);
  await server.ask('clerk-puxian-1', 'screening/release', { entryId, version });
  const { base64 } = await server.ask<{ base64: string }>(leader, 'rights/handOut', { format: 'json' });
  type Section = { name: string; columns: object; rows: Array<Record<string, unknown>> };
  const { sections } = JSON.parse(Buffer.from(base64, 'base64').toString()) as { sections: Section[] };
  const moves = sections.find(({ name }) => name === 'move');
  expect(moves?.columns).toEqual({ at: '时间', moveZh: '办理', stateZh: '之后的状态', reason: '说明' });
  // That somebody put it back is theirs alone.
  expect(moves?.rows.map(({ moveZh, stateZh }) => [moveZh, stateZh])).toEqual([
    ['开始审核', '审核中'],
    ['提交报名', '已提交，等待审核'],
  ]);
});
