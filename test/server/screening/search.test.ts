import { sql } from 'kysely';
import { fillSearch } from '../../../cloudfunctions/core/entry/search/fill-search';
import { record } from '../../bench/record';
import {
  filledDraft,
  freshIdNumber,
  freshPerson,
  freshUscc,
  submittedEntry as submitted,
} from '../../support/entry-factory';
import { insertEntryRows } from '../../support/entry-rows';
import { decideAs, returnAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

type Found = {
  entryId: string;
  title: string;
  reference: string;
  leaderZh: string;
  phoneTail: string;
  stateZh: string;
};
type Page = { items: Found[]; next: string | null };

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';
const search = (as: string, q: string, cursor?: string | null) =>
  server.ask<Page>(as, 'screening/search', { q, cursor });
/** In no order: the clock stands still, and so does the beginning of ids. */
const ids = async (as: string, q: string) => (await search(as, q)).items.map(({ entryId }) => entryId).sort();

async function withMember(draft: { entryId: string; leader: string }, name: string, phone: string): Promise<void> {
  const { entryId } = draft;
  const { token } = await server.ask<{ token: string }>(draft.leader, 'entry/inviteMember', {
    entryId,
    access: 'view',
  });
  const person = await freshPerson(server, name);
  await server.ask(person, 'entry/joinTeam', { token, name, roleZh: '技术', phone, sensitive: true });
  await server.ask(person, 'entry/consentAsMember', { entryId, agreed: true });
}

const submit = ({ entryId, leader }: { entryId: string; leader: string }) =>
  server.ask(leader, 'entry/submit', { entryId, version: 1 });

test('an entry is found by everything that people say of it, and its row says whom to call', async () => {
  const uscc = freshUscc();
  const idNumber = freshIdNumber();
  const draft = await filledDraft(server, {
    title: '吕梁\u200b山货·直供',
    group: 'start_up',
    leaderZh: '欧阳·小丽',
    phone: '19900001234',
    uscc,
    idNumber,
  });
  await withMember(draft, '尉迟大海', '19900005678');
  await submit(draft);
  await submitted(server, { title: '城里的早餐车' });
  const { items } = await search(clerk, '山货直供');
  expect(items).toEqual([
    {
      entryId: draft.entryId,
      title: '吕梁山货·直供',
      reference: 'XH2026-141033-0001',
      regionZh: '蒲县',
      leaderZh: '欧阳·小丽',
      phoneTail: '1234',
      pastYear: null,
      state: 'submitted',
      stateZh: '待受理',
      tone: 'info',
      waits: 'staff',
      editable: false,
      live: true,
    },
  ]);
  for (const q of [
    '吕梁山货直',
    '吕梁　山货',
    '欧阳小丽',
    '阳小',
    '尉迟大海',
    '农产品有限',
    uscc,
    ` ${uscc.toLowerCase().slice(0, 9)} ${uscc.slice(9)}`,
    idNumber,
    '1234',
    '５６７８',
    '199 0000 1234',
    '19900005678',
    'xh2026-141033-0001',
    '141033-0001',
    '0001',
    '欧 山货',
  ])
    expect([q, await ids(clerk, q)]).toEqual([q, [draft.entryId]]);
  for (const q of ['0003', '山货 早餐', '9999', freshUscc(), freshIdNumber(), '梁直'])
    expect([q, await ids(clerk, q)]).toEqual([q, []]);
});

test('whoever types too little is told so', async () => {
  expect(await server.call(clerk, 'screening/search', { q: '山' })).toEqual({
    status: 422,
    body: {
      ok: false,
      error: { code: 'SCREENING_SEARCH_TOO_SHORT', message: '请至少输入 2 个字，或手机号后四位' },
    },
  });
});

test('one finds in the regions one serves, whatever the state, and nothing that was never submitted or is one’s own', async () => {
  const here = await submitted(server, { title: '核桃油一号' });
  const there = await submitted(server, { title: '核桃油二号', region: '141002', track: 'modern_services' });
  await filledDraft(server, { title: '核桃油三号' });
  const rejected = await submitted(server, { title: '核桃油四号' });
  const { version } = await server.ask<{ version: number }>(clerk, 'screening/claim', {
    entryId: rejected.entryId,
    version: rejected.version,
  });
  await decideAs(server, clerk, 'reject', { entryId: rejected.entryId, version, reason: '不符合条件' });
  const both = [rejected.entryId, here.entryId].sort();
  expect(await ids(clerk, '核桃油')).toEqual(both);
  expect(await ids('clerk-yaodu', '核桃油')).toEqual([there.entryId]);
  expect(await ids('clerk-lfedz', '核桃油')).toEqual([]);
  expect(await ids('city', '核桃油')).toEqual([...both, there.entryId].sort());
  expect(await ids('auditor', '核桃油')).toHaveLength(3);
  for (const as of [here.leader, null])
    expect((await server.call(as, 'screening/search', { q: '核桃油' })).status).toBe(as === null ? 401 : 403);
  await sql`update entry set leader_id = (select id from person where persona = ${clerk}) where id = ${here.entryId}`.execute(
    server.db,
  );
  expect(await ids(clerk, '核桃油')).toEqual([rejected.entryId]);
});

test('what was taken back is found by number and contact alone; what is corrected, as it was sent', async () => {
  const entry = await submitted(server, { title: '核桃油一号', leaderZh: '欧阳小丽', phone: '19900001234' });
  const { entryId, leader, reference } = entry;
  await server.ask(leader, 'entry/recall', { entryId, version: entry.version });
  for (const q of ['核桃油', '一号']) expect(await ids(clerk, q)).toEqual([]);
  for (const q of [reference, '1234', '欧阳小丽']) expect(await ids(clerk, q)).toEqual([entryId]);
  expect((await search(clerk, reference)).items[0]).toMatchObject({ title: '已撤回的项目', leaderZh: '欧阳小丽' });

  const { sections } = await server.ask<{ sections: Array<{ section: string; version: number; data: object }> }>(
    leader,
    'entry/get',
    { entryId },
  );
  const project = sections.find(({ section }) => section === 'project');
  const saveTitle = (title: string, version: number) =>
    server.ask(leader, 'entry/saveSection', {
      entryId,
      section: 'project',
      version,
      data: { ...project?.data, title },
    });
  await saveTitle('花椒酱', project?.version ?? 0);
  expect(await ids(clerk, '花椒酱')).toEqual([]);
  await server.ask(leader, 'entry/submit', { entryId, version: entry.version + 1 });
  expect([await ids(clerk, '花椒酱'), await ids(clerk, '核桃油')]).toEqual([[entryId], []]);

  await returnAs(server, clerk, entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  await saveTitle('黄芪茶', (project?.version ?? 0) + 1);
  expect([await ids(clerk, '花椒酱'), await ids(clerk, '黄芪茶')]).toEqual([[entryId], []]);
});

test('an entry that was handed to another region is found there and no longer here', async () => {
  const { entryId, version } = await submitted(server, { title: '核桃油一号' });
  const claimed = await server.ask<{ version: number }>(clerk, 'screening/claim', { entryId, version });
  await decideAs(server, clerk, 'transfer', {
    entryId,
    version: claimed.version,
    toContestId: 'LF-XH-2026-LFEDZ',
    trackCode: 'micro_audiovisual',
    reason: '注册地在开发区',
  });
  expect([await ids(clerk, '核桃油'), await ids('clerk-lfedz', '核桃油')]).toEqual([[], [entryId]]);
});

test('pages follow one another, both where words stand everywhere and where they are rare', async () => {
  await insertEntryRows(server.db, { count: 45, state: 'submitted', regionId: '141033' });
  await insertEntryRows(server.db, { count: 5, state: 'draft', regionId: '141033' });
  expect(await fillSearch(server.home)).toBe(45);
  expect(await fillSearch(server.home)).toBe(0);
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 3; page += 1) {
    const found: Page = await search(clerk, '测试项目', cursor);
    seen.push(...found.items.map(({ entryId }) => entryId));
    cursor = found.next;
  }
  expect([seen.length, new Set(seen).size, cursor]).toEqual([45, 45, null]);
  expect(seen).toEqual([...seen].sort().reverse());
  expect((await server.call(clerk, 'screening/search', { q: '测试', cursor: 'bm9uc2Vuc2U' })).status).toBe(422);
});

test('what is rare and far back is found in order, page by page, however far back', async () => {
  const made = await insertEntryRows(server.db, { count: 600, state: 'submitted', regionId: '141033' });
  await fillSearch(server.home);
  // Over many of the groups of numbers in which the index looks step by step.
  await sql`update entry_search set n = n * 101 - 1000`.execute(server.db);
  const wanted = made.filter((_, i) => String(i + 1).startsWith('1')).reverse();
  for (const as of [clerk, 'city']) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const found: Page = await search(as, '项目1', cursor);
      seen.push(...found.items.map(({ entryId }) => entryId));
      cursor = found.next;
    } while (cursor !== null);
    expect(seen).toEqual(wanted);
  }
});

test('what is submitted now stands before what was made searchable later', async () => {
  await insertEntryRows(server.db, { count: 3, state: 'submitted', regionId: '141033' });
  const { entryId } = await submitted(server, { title: '测试项目新' });
  await fillSearch(server.home);
  const { items } = await search(clerk, '测试项目');
  expect([items.length, items[0]?.entryId]).toEqual([4, entryId]);
});

test('rows that stood before there was a search are made as a submission makes them', async () => {
  const draft = await filledDraft(server, { group: 'start_up', title: '核桃油', phone: '19900001234' });
  await withMember(draft, '尉迟大海', '19900005678');
  await submit(draft);
  const recalled = await submitted(server, { title: '花椒酱' });
  await server.ask(recalled.leader, 'entry/recall', { entryId: recalled.entryId, version: recalled.version });
  const rows = async () => {
    const all = await server.db.selectFrom('entry_search').selectAll().orderBy('entry_id').execute();
    return all.map(({ n, among, ...row }) => row);
  };
  const kept = await rows();
  await server.db.deleteFrom('entry_search').execute();
  expect(await fillSearch(server.home)).toBe(2);
  expect(await rows()).toEqual(kept);
});

test('every kind of search is answered by indexes', async () => {
  await insertEntryRows(server.db, { count: 1000, state: 'submitted' });
  await fillSearch(server.home);
  await sql`analyze`.execute(server.db);
  const kinds: ReadonlyArray<[q: string, as: string, indexes: string[]]> = [
    ['8000', clerk, ['entry_search_tokens']],
    ['核桃油', clerk, ['entry_search_tokens', 'entry_search_region']],
    ['核桃油', 'city', ['entry_search_tokens', 'entry_search_n']],
    ['XH2026-141033-0001', clerk, ['entry_reference_key']],
    ['11010519491231002x', 'city', ['entry_leader_eq']],
  ];
  for (const [q, as, indexes] of kinds) {
    const plan = await planOf(() => search(as, q));
    for (const index of indexes) expect([q, plan]).toEqual([q, expect.stringContaining(index)]);
    expect(plan).not.toMatch(/Seq Scan on entry/);
  }
});

/** How the database would answer the statement of a search, were the tables too large to be read through. */
async function planOf(run: () => Promise<unknown>): Promise<string> {
  const asked = (await record(run)).find(({ text }) => text.includes('entry_search'));
  return server.db.connection().execute(async (db) => {
    await sql`set enable_seqscan = off`.execute(db);
    const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>({
      sql: `explain ${asked?.text}`,
      parameters: asked?.values ?? [],
    } as never);
    await sql`reset enable_seqscan`.execute(db);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}
