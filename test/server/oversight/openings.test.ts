import { makeUuidV7 } from '@shared/kernel/id';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { freshPerson, submittedEntry } from '../../support/entry-factory';
import { claimAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  await server.close();
});

const clerk = 'clerk-puxian-1';
type Opening = { whoZh?: string; officeZh: string; whatZh: string; whyZh: string };
type Page = { items: Opening[]; next: string | null };
const all = async (input: object = {}) => (await server.ask<Page>('auditor', 'oversight/openings', input)).items;
const own = async (persona: string) => (await server.ask<Page>(persona, 'oversight/myOpenings')).items;
const short = ({ whoZh, officeZh, whatZh, whyZh }: Opening) => [whoZh, officeZh, whatZh, whyZh];

/** An entry whose clerk opened a file and the leader's phone; the leader opened the file too. */
async function opened() {
  const entry = await submittedEntry(server);
  const { id: uploadId } = await server.db
    .selectFrom('upload')
    .select(['id', 'name'])
    .where('personal', '=', false)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { reference } = await server.db
    .selectFrom('entry')
    .select('reference')
    .where('id', '=', entry.entryId)
    .executeTakeFirstOrThrow();
  await server.ask(entry.leader, 'entry/openMaterial', { uploadId });
  await claimAs(server, clerk, entry.entryId);
  server.clock.pass(1000);
  await server.ask(clerk, 'entry/openMaterial', { uploadId });
  server.clock.pass(1000);
  await server.ask(clerk, 'screening/reveal', { entryId: entry.entryId, field: 'leader.phone' });
  return { entry, reference, uploadId };
}

test('the supervisor reads who opened what, when and for what; a team’s own openings are nobody’s business', async () => {
  const { reference } = await opened();
  const { display_name: clerkZh } = await server.db
    .selectFrom('person')
    .select('display_name')
    .where('id', '=', personaId(clerk))
    .executeTakeFirstOrThrow();
  const why = `审核项目 ${reference}`;
  expect((await all()).map(short)).toEqual([
    [clerkZh, '蒲县审核人员', '负责人手机号', why],
    [clerkZh, '蒲县审核人员', '文件：商业计划书', why],
  ]);
  expect(await all({ personId: personaId('city') })).toEqual([]);
  expect(await all({ personId: personaId(clerk), day: '2026-11-24' })).toHaveLength(2);
  expect(await all({ day: '2026-11-25' })).toEqual([]);
});

test('whose they are reads the office and no name; nobody else reads them', async () => {
  const { entry } = await opened();
  expect((await own(entry.leader)).map(({ whoZh, officeZh, whatZh }) => [whoZh, officeZh, whatZh])).toEqual([
    [undefined, '蒲县审核人员', '负责人手机号'],
    [undefined, '蒲县审核人员', '文件：商业计划书'],
  ]);
  expect(await own('entrant-returned')).toEqual([]);
  expect(await own(clerk)).toEqual([]);
});

test('a member reads that the own phone was opened, and nothing of the leader’s or of other members', async () => {
  const { entry } = await opened();
  const [mine, other] = await Promise.all([freshPerson(server, '李强'), freshPerson(server, '孙燕')]);
  const ids = [server.home.random(16), server.home.random(16)].map((bytes) =>
    makeUuidV7(server.clock.now(), bytes.slice(0, 10)),
  );
  await server.db
    .insertInto('entry_member')
    .values(
      [mine, other].map((personId, i) => ({
        id: ids[i] ?? '',
        entry_id: entry.entryId,
        person_id: personId,
        name: '成员',
        role_zh: '技术',
        phone_sealed: '',
        phone_masked: '',
        access: 'view' as const,
        joined_at: at(server.clock.now()),
      })),
    )
    .execute();
  const clerkId = personaId(clerk);
  await server.db
    .insertInto('sealed_opening')
    .values(
      ids.map((id) => ({
        id,
        subject: `entry:${entry.entryId}`,
        field: `member.${id}.phone`,
        person_id: clerkId,
        region_id: '141033',
        at: at(server.clock.now()),
      })),
    )
    .execute();
  expect((await own(mine)).map(({ whatZh }) => whatZh)).toEqual(['成员的手机号']);
  expect((await own(entry.leader)).map(({ whatZh }) => whatZh)).not.toContain('成员的手机号');
});

test('what somebody left with a complaint is theirs to see opened', async () => {
  const complaint = { kind: 'complaint', body: '报名页面的电话打不通。', contact: '19900001111' };
  await server.ask('entrant-new', 'people/sendFeedback', complaint);
  const { id: feedbackId, reference } = await server.db
    .selectFrom('feedback')
    .select(['id', 'reference'])
    .executeTakeFirstOrThrow();
  await server.ask('city', 'people/revealContact', { feedbackId });
  expect((await own('entrant-new')).map(short)).toEqual([
    [undefined, '市级统筹人员', '投诉建议的联系方式', `答复投诉建议 ${reference}`],
  ]);
});

test('twenty on a page, both kinds in one order', async () => {
  const { entry, uploadId } = await opened();
  for (let i = 0; i < 12; i += 1) {
    server.clock.pass(1000);
    await server.ask(clerk, 'screening/reveal', { entryId: entry.entryId, field: 'leader.idNumber' });
    server.clock.pass(1000);
    await server.ask(clerk, 'entry/openMaterial', { uploadId });
  }
  const first = await server.ask<Page>('auditor', 'oversight/openings');
  const second = await server.ask<Page>('auditor', 'oversight/openings', { cursor: first.next });
  expect([first.items.length, second.items.length, second.next]).toEqual([20, 6, null]);
  const kinds = [...first.items, ...second.items].map(({ whatZh }) => (whatZh.startsWith('文件') ? '文件' : whatZh));
  expect(kinds.slice(0, 3)).toEqual(['文件', '负责人身份证号', '文件']);
  expect(kinds.slice(-2)).toEqual(['负责人手机号', '文件']);
});
