import { sql } from 'kysely';
import { eraseLeaving } from '../../../cloudfunctions/core/files/leaving/erase-leaving';
import { filledDraft, freshPerson, submittedEntry } from '../../support/entry-factory';
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

async function withMember(draft: Draft): Promise<string> {
  const { token } = await server.ask<{ token: string }>(draft.leader, 'entry/inviteMember', {
    entryId: draft.entryId,
    access: 'edit',
  });
  const member = await freshPerson(server, '李小红');
  await server.ask(member, 'entry/joinTeam', {
    token,
    name: '李小红',
    roleZh: '财务',
    phone: '19900008001',
    sensitive: true,
  });
  return member;
}

/** Every table with rows about an entry, and how many. */
async function rowsOf(entryId: string): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string; column: string }>`select table_name as name, column_name as column
    from information_schema.columns where column_name in ('entry_id', 'subject_id') and table_schema = 'public'`.execute(
    server.db,
  );
  const found: Record<string, number> = {};
  for (const { name, column } of [...tables, { name: 'entry', column: 'id' }, { name: 'subject', column: 'id' }]) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}
      where ${sql.ref(column)} = ${entryId}`.execute(server.db);
    if (rows[0]?.n) found[name] = rows[0].n;
  }
  return found;
}

const drafts = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select coalesce(sum(delta), 0)::int as n from entry_count
    where state = 'draft'`.execute(server.db);
  return rows[0]?.n ?? 0;
};

/** Is anything of that content still kept? A file is named by its content. */
const keeps = async (sha256: string): Promise<boolean> => {
  try {
    const { bytes } = await server.home.storage.open(sha256);
    bytes.destroy();
    return true;
  } catch {
    return false;
  }
};

test('a draft that was never submitted goes with its rows, sealed values and files; its audit stays, its members are told', async () => {
  const before = await drafts();
  const draft = await filledDraft(server, { group: 'start_up', title: '不做了' });
  const member = await withMember(draft);
  await news(server);
  const files = await server.db.selectFrom('upload').select('sha256').where('subject_id', '=', draft.entryId).execute();
  const act = { entryId: draft.entryId, version: 1 };
  expect((await server.call(member, 'entry/deleteDraft', act)).status).toBe(403);
  expect((await server.call(draft.leader, 'entry/deleteDraft', { ...act, version: 9 })).status).toBe(409);
  const first = await server.call(draft.leader, 'entry/deleteDraft', act, 'delete-key-1');
  expect(first).toEqual({ status: 200, body: { ok: true, data: { ok: true } } });
  expect(JSON.stringify(await server.call(draft.leader, 'entry/deleteDraft', act, 'delete-key-1'))).toBe(
    '{"status":200,"body":{"ok":true}}',
  );
  expect(await rowsOf(draft.entryId)).toEqual({});
  expect(await drafts()).toBe(before);
  for (const person of [draft.leader, member])
    expect((await server.call(person, 'entry/get', { entryId: draft.entryId })).status).toBe(404);
  const acts = await server.db
    .selectFrom('audit')
    .select('act')
    .where('subject', '=', `entry:${draft.entryId}`)
    .orderBy('n')
    .execute();
  expect([acts[0]?.act, acts.at(-1)?.act]).toEqual(['entry/start', 'entry/deleteDraft']);
  expect(await news(server)).toEqual([
    {
      who: '李小红',
      notice: 'draft.deleted',
      title: '项目草稿已删除',
      body: '“不做了”还没有提交，已由负责人删除，填写的内容和材料不再保存，您不用操作。',
      link: '/pages/workbench/index',
    },
  ]);
  expect(files.length).toBe(2);
  await eraseLeaving(server.home);
  await eraseLeaving(server.home);
  for (const { sha256 } of files) expect(await keeps(sha256 ?? '')).toBe(false);
});

test('the same file in somebody else’s entry stays', async () => {
  const mine = await filledDraft(server);
  const other = await filledDraft(server);
  await server.ask(mine.leader, 'entry/deleteDraft', { entryId: mine.entryId, version: 1 });
  await eraseLeaving(server.home);
  const [file] = await server.db
    .selectFrom('upload')
    .select('sha256')
    .where('subject_id', '=', other.entryId)
    .execute();
  expect(await keeps(file?.sha256 ?? '')).toBe(true);
});

test('what was ever submitted is withdrawn and stays; what never was is not withdrawn', async () => {
  const sent = await submittedEntry(server);
  const { version } = await server.ask<{ version: number }>(sent.leader, 'entry/recall', {
    entryId: sent.entryId,
    version: sent.version,
  });
  const deleted = await server.call(sent.leader, 'entry/deleteDraft', { entryId: sent.entryId, version });
  expect(deleted.body).toMatchObject({ ok: false, error: { code: 'ENTRY_ONCE_SUBMITTED' } });
  const offered = async (entry: Draft) =>
    (await server.ask<{ moves: Array<{ move: string }> }>(entry.leader, 'entry/get', { entryId: entry.entryId })).moves
      .map(({ move }) => move)
      .filter((move) => move !== 'submit');
  expect(await offered(sent)).toEqual(['withdraw']);
  const gone = await server.ask(sent.leader, 'entry/withdraw', { entryId: sent.entryId, version, reason: '' });
  expect(gone).toMatchObject({ state: 'withdrawn' });
  const fresh = await filledDraft(server);
  expect(await offered(fresh)).toEqual(['deleteDraft']);
  const refused = await server.call(fresh.leader, 'entry/withdraw', { entryId: fresh.entryId, version: 1, reason: '' });
  expect(refused.body).toMatchObject({
    ok: false,
    error: { code: 'ENTRY_NEVER_SUBMITTED', message: '还没有提交过的项目不用退赛，可以删除草稿' },
  });
});
