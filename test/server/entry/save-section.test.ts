import { sql } from 'kysely';
import { ofTransaction, record } from '../../bench/record';
import { consent, filledDraft, freshIdNumber, freshPerson, save } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

async function emptyDraft(groupCode = 'idea_team') {
  const leader = await freshPerson(server);
  const { entryId } = await server.ask<{ entryId: string }>(leader, 'entry/start', {
    contestId: 'LF-XH-2026-141033',
    trackCode: 'rural_revitalisation',
    groupCode,
  });
  return { entryId, leader };
}

type View = { sections: Array<{ section: string; status: string; version: number; data: object; masked: object }> };
const view = (draft: { entryId: string; leader: string }) =>
  server.ask<View>(draft.leader, 'entry/get', { entryId: draft.entryId });

test('what is typed is kept, finished or not, and the problems are told beside it', async () => {
  const draft = await emptyDraft();
  const saved = await save(server, draft, 'jobs', 0, { direct: 3, indirect: 5, insured: 0 });
  expect(saved).toEqual({
    section: 'jobs',
    zh: '带动就业',
    version: 1,
    data: { direct: 3, indirect: 5, insured: 0 },
    masked: {},
    savedAt: '2026-11-24T09:00:00+08:00',
    savedByZh: null,
    status: 'unfinished',
    editable: true,
    problems: { directBasis: '请填写直接就业的依据', indirectBasis: '请填写间接就业的依据' },
    faults: [],
  });
  const columns = await server.db
    .selectFrom('entry')
    .select(['expected_direct', 'expected_indirect'])
    .where('id', '=', draft.entryId)
    .executeTakeFirst();
  expect(columns).toEqual({ expected_direct: 3, expected_indirect: 5 });
});

test('who saved last is named to colleagues, and to nobody who did it themselves', async () => {
  const draft = await emptyDraft();
  await save(server, draft, 'jobs', 0, { direct: 3, indirect: 5, insured: 0 });
  const member = await freshPerson(server);
  await sql`insert into entry_member (id, entry_id, person_id, name, role_zh, phone_sealed, phone_masked, access, joined_at)
    values (${draft.entryId}, ${draft.entryId}, ${member}, '成员', '', '', '', 'edit', '2026-11-20')`.execute(
    server.db,
  );
  const savedBy = async (as: string) => {
    const { sections } = await server.ask<{ sections: Array<{ section: string; savedByZh: string | null }> }>(
      as,
      'entry/get',
      { entryId: draft.entryId },
    );
    return sections.find(({ section }) => section === 'jobs')?.savedByZh;
  };
  expect([await savedBy(draft.leader), await savedBy(member)]).toEqual([null, '王小明']);
});

test('what a save says of its part is what the whole form says of it, conditions of taking part as well', async () => {
  // Born too late for the group, registered too late for it, and a track that does not run there.
  const draft = await filledDraft(server, { group: 'start_up', idNumber: freshIdNumber('20150307') });
  const { sections } = await view(draft);
  for (const { section, version, data } of sections.filter((each) => each.version > 0)) {
    const changed = section === 'entity' ? { ...data, registrationDate: '2010-03-03' } : data;
    const saved = await save(server, draft, section, version, changed as Record<string, unknown>);
    const whole = await view(draft);
    expect(saved).toEqual(whole.sections.find((each) => each.section === section));
    if (section === 'leader' || section === 'entity') expect(saved.problems).not.toEqual({});
  }
});

test('a stale write changes nothing and gets what stands there now', async () => {
  const draft = await emptyDraft();
  await save(server, draft, 'jobs', 0, { direct: 3 });
  const { status, body } = await server.call(draft.leader, 'entry/saveSection', {
    entryId: draft.entryId,
    section: 'jobs',
    version: 0,
    data: { direct: 9 },
  });
  expect(status).toBe(409);
  expect(body).toMatchObject({
    ok: false,
    error: { code: 'CASE_STALE', current: { section: 'jobs', version: 1, data: { direct: 3 } } },
  });
  expect((await view(draft)).sections.find((s) => s.section === 'jobs')).toMatchObject({
    version: 1,
    data: { direct: 3 },
  });
});

test('of two writes of one version at once one is kept', async () => {
  const draft = await emptyDraft();
  const write = (direct: number) =>
    server.call(
      draft.leader,
      'entry/saveSection',
      { entryId: draft.entryId, section: 'jobs', version: 0, data: { direct } },
      `phone-number-${direct}`,
    );
  const replies = await Promise.all([write(1), write(2)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('an unknown field, or a sealed one sent in the open, is not kept', async () => {
  const draft = await emptyDraft();
  const saved = await save(server, draft, 'leader', 0, { name: '王小明', idNumber: freshIdNumber(), more: 'x' });
  expect(saved).toMatchObject({ data: { name: '王小明' } });
  expect(Object.keys((saved as unknown as { data: object }).data)).toEqual(['name']);
});

test('an ID number with a wrong check digit is refused in words and nothing of the write is kept', async () => {
  const draft = await emptyDraft();
  await consent(server, draft);
  const { status, body } = await server.call(draft.leader, 'entry/saveSection', {
    entryId: draft.entryId,
    section: 'leader',
    version: 0,
    data: { name: '王小明' },
    sealed: { idNumber: '141000199003070010', phone: '123' },
  });
  expect(status).toBe(422);
  expect(body).toEqual({
    ok: false,
    error: {
      code: 'FORM_FIELD_WRONG',
      message: '有 2 处填写有误，已在下方标红说明',
      fields: {
        idNumber: '身份证号有误，请对照身份证逐位核对',
        phone: '请填写 11 位手机号，或带区号的座机，如 0357-2012345',
      },
    },
  });
  expect((await view(draft)).sections.find((s) => s.section === 'leader')).toMatchObject({ version: 0, data: {} });
});

test('a bad credit code is a problem in words, and the rest is kept', async () => {
  const draft = await emptyDraft('start_up');
  const saved = await save(server, draft, 'entity', 0, { uscc: '91141033MA0H1T7Q80' });
  expect(saved.problems.uscc).toBe('统一社会信用代码有误，请对照营业执照逐位核对');
});

test('a group without registration has no entity part, and what was typed there is kept for later', async () => {
  const draft = await emptyDraft('start_up');
  await save(server, draft, 'entity', 0, { name: '蒲县山货农产品有限公司' });
  const parts = async () => (await view(draft)).sections.map(({ section }) => section);
  expect(await parts()).toEqual(['project', 'leader', 'entity', 'team', 'jobs', 'materials', 'declaration']);
  await save(server, draft, 'project', 1, { trackCode: 'rural_revitalisation', groupCode: 'idea_team' });
  expect(await parts()).toEqual(['project', 'leader', 'team', 'jobs', 'materials', 'declaration']);
  await save(server, draft, 'project', 2, { trackCode: 'rural_revitalisation', groupCode: 'start_up' });
  expect((await view(draft)).sections.find((s) => s.section === 'entity')?.data).toEqual({
    name: '蒲县山货农产品有限公司',
  });
});

test('a track that the region does not run is a problem and does not reach the counts', async () => {
  const draft = await emptyDraft();
  const saved = await save(server, draft, 'project', 1, { trackCode: 'micro_audiovisual', groupCode: 'idea_team' });
  expect(saved.problems.trackCode).toBe('请选择本县（市、区）设立的赛道');
  const { track_code } = await server.db
    .selectFrom('entry')
    .select('track_code')
    .where('id', '=', draft.entryId)
    .executeTakeFirstOrThrow();
  expect(track_code).toBe('rural_revitalisation');
});

test('a draft moves to another region with a track that it runs, and is counted there', async () => {
  const draft = await emptyDraft();
  const wrong = await server.call(draft.leader, 'entry/changeContest', {
    entryId: draft.entryId,
    version: 1,
    contestId: 'LF-XH-2026-LFEDZ',
    trackCode: 'rural_revitalisation',
  });
  expect(wrong.body).toMatchObject({ ok: false, error: { code: 'ENTRY_TRACK_NOT_HERE' } });
  await server.ask(draft.leader, 'entry/changeContest', {
    entryId: draft.entryId,
    version: 1,
    contestId: 'LF-XH-2026-LFEDZ',
    trackCode: 'micro_audiovisual',
  });
  const entry = await server.ask(draft.leader, 'entry/get', { entryId: draft.entryId });
  expect(entry).toMatchObject({ version: 2, regionId: 'LFEDZ', trackZh: '微视听创意', obstacles: expect.anything() });
  expect((await view(draft)).sections[0]).toMatchObject({ version: 2, data: { trackCode: 'micro_audiovisual' } });
});

test('a draft changes its county, track and group at once; what was typed, sealed and sent stays', async () => {
  const draft = await filledDraft(server, { title: '换个地方报' });
  type Shown = { sections: Array<{ section: string; data: object; masked: object }>; materials: object[] };
  const shown = () => server.ask<Shown>(draft.leader, 'entry/get', { entryId: draft.entryId });
  const before = await shown();
  const to = { entryId: draft.entryId, version: 1, contestId: 'LF-XH-2026-LFEDZ', trackCode: 'micro_audiovisual' };
  const wrong = await server.call(draft.leader, 'entry/changeContest', { ...to, groupCode: 'no_such' });
  expect(wrong.body).toMatchObject({ ok: false, error: { code: 'ENTRY_NO_SUCH_GROUP' } });
  await server.ask(draft.leader, 'entry/changeContest', { ...to, groupCode: 'start_up' });
  const after = await shown();
  expect(after).toMatchObject({ regionZh: '临汾经济开发区', trackZh: '微视听创意', groupZh: '初创组' });
  const kept = before.sections.map(({ section, data, masked }) =>
    section === 'project'
      ? { section, data: { ...data, trackCode: 'micro_audiovisual', groupCode: 'start_up' }, masked }
      : { section, data, masked },
  );
  expect(
    after.sections
      .filter(({ section }) => section !== 'entity')
      .map(({ section, data, masked }) => ({ section, data, masked })),
  ).toEqual(kept);
  expect(after.materials).toEqual(before.materials);
});

test('a stranger is told nothing, a visitor is asked to sign in', async () => {
  const draft = await emptyDraft();
  const stranger = await freshPerson(server);
  const write = { entryId: draft.entryId, section: 'jobs', version: 0, data: { direct: 1 } };
  expect((await server.call(stranger, 'entry/get', { entryId: draft.entryId })).status).toBe(404);
  expect((await server.call(stranger, 'entry/saveSection', write)).status).toBe(404);
  expect((await server.call('clerk-puxian-1', 'entry/get', { entryId: draft.entryId })).status).toBe(404);
  expect((await server.call(null, 'entry/get', { entryId: draft.entryId })).status).toBe(401);
});

test('an ID number stands nowhere in the database in plain, nor does it leave the server', async () => {
  const idNumber = freshIdNumber();
  const draft = await filledDraft(server, { idNumber });
  await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
  const answers = await Promise.all(
    ['get', 'receipt', 'status'].map((name) => server.ask(draft.leader, `entry/${name}`, { entryId: draft.entryId })),
  );
  const masked = `1410${'*'.repeat(10)}${idNumber.slice(-4)}`;
  expect(JSON.stringify(answers)).toContain(masked);
  expect(JSON.stringify(answers)).not.toContain(idNumber);

  const { rows: columns } = await sql<{ table_name: string; column_name: string }>`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb', 'character varying')`.execute(server.db);
  expect(columns.length).toBeGreaterThan(50);
  const holding: string[] = [];
  const seen = { masked: 0 };
  for (const { table_name, column_name } of columns) {
    const count = async (text: string) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table_name)}
        where ${sql.ref(column_name)}::text like ${`%${text}%`}`.execute(server.db);
      return rows[0]?.n ?? 0;
    };
    if ((await count(idNumber)) > 0 || (await count('19900008000')) > 0) holding.push(`${table_name}.${column_name}`);
    seen.masked += await count(masked);
  }
  expect(holding).toEqual([]);
  expect(seen.masked).toBe(3);
});

test('a save asks the database eight times in its transaction, no more', async () => {
  const draft = await filledDraft(server);
  const data = { direct: 7, directBasis: '现有 3 人', indirect: 12, indirectBasis: '十二户农家', insured: 0 };
  const input = { entryId: draft.entryId, section: 'jobs', version: 1, data };
  const statements = await record(() => server.ask(draft.leader, 'entry/saveSection', input));
  expect(ofTransaction(statements)).toHaveLength(8);
});

test('a group that is asked by applications alone is not taken, and one that an older draft holds is neither shown nor sent on', async () => {
  const draft = await filledDraft(server);
  const { entryId, leader } = draft;
  const leaderOf = async () => (await view(draft)).sections.find(({ section }) => section === 'leader');
  const version = (await leaderOf())?.version ?? 0;
  const chosen = { name: '王小明', founderRole: 'first_founder', keyGroup: 'hard_to_employ' };
  expect(await save(server, draft, 'leader', version, chosen)).toMatchObject({
    data: { name: '王小明', founderRole: 'first_founder' },
    problems: {},
  });
  await sql`update section set data = data || '{"keyGroup": "hard_to_employ"}' where subject_id = ${entryId} and section = 'leader'`.execute(
    server.db,
  );
  expect((await leaderOf())?.data).not.toHaveProperty('keyGroup');
  const { version: drafted } = await server.ask<{ version: number }>(leader, 'entry/get', { entryId });
  await server.ask(leader, 'entry/submit', { entryId, version: drafted });
  const frozen = await sql<{ data: object }>`select data from snapshot where subject_id = ${entryId}`.execute(
    server.db,
  );
  expect(JSON.stringify(frozen.rows)).not.toMatch(/hard_to_employ|就业困难/);
  // What was typed once stays where it was typed.
  const kept = await sql<{
    data: object;
  }>`select data from section where subject_id = ${entryId} and section = 'leader'`.execute(server.db);
  expect(kept.rows[0]?.data).toMatchObject({ keyGroup: 'hard_to_employ' });
});

test("a title or text that holds a word of the city's list is kept as it was typed, told beside it, shown in no list and not sent in", async () => {
  const draft = await filledDraft(server, { title: '蒲县山货直供' });
  await server.ask('city', 'people/changeContentWord', { word: '稳赚', strength: 'refuse', why: '夸大' });
  const { data } = (await view(draft)).sections.find(({ section }) => section === 'project') ?? { data: {} };
  const saved = await save(server, draft, 'project', 2, { ...data, title: '稳 赚山货', description: '保证稳\u200b赚' });
  const unfit = '含有不能使用的词，请换一个';
  expect(saved).toMatchObject({ data: { title: '稳 赚山货' }, problems: { title: unfit, description: unfit } });
  const row = server.db.selectFrom('entry').select('title').where('id', '=', draft.entryId);
  expect(await row.executeTakeFirstOrThrow()).toEqual({ title: '蒲县山货直供' });
  const sent = await server.call(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
  expect(sent.body).toMatchObject({ ok: false });
  await server.ask('city', 'people/changeContentWord', { word: '稳赚', strength: null, why: '不再需要' });
});
