import { sql } from 'kysely';
import { holdGrants } from '../../../cloudfunctions/core/platform/identity';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { filledDraft, freshPerson } from '../../support/entry-factory';
import { closeSignUp, contestIn, letLeadsMakeCodes, madeLate } from '../../support/late-codes';
import { freshServer, type TestServer } from '../../support/server';

const closed = '141033';
const open = '141002';
const track = 'rural_revitalisation';

let server: TestServer;
let tooLate: { entryId: string; leader: string };
beforeAll(async () => {
  server = await freshServer();
  tooLate = await filledDraft(server);
  await closeSignUp(server, closed);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Code = { code: string };
const codeOf = async (as: string, path: string, input: object): Promise<string> => {
  const { body } = await server.call(as, path, input);
  return body.ok ? 'OK' : body.error.code;
};
const said = async (as: string, path: string, input: object) => {
  const { body } = await server.call(as, path, input);
  return body.ok ? {} : { code: body.error.code, message: body.error.message, fields: body.error.fields };
};
const begin = { trackCode: track, groupCode: 'idea_team' };
const startLate = (as: string, { code }: Code, more: object = {}) =>
  codeOf(as, 'entry/startLate', { ...begin, code, ...more });
const listed = async (as: string, codeId: string) => {
  const { items } = await server.ask<{ items: Array<{ codeId: string }> }>(as, 'entry/lateCodes', {});
  return items.find((item) => item.codeId === codeId) ?? null;
};

test('a draft that was not sent in while there was time is finished and submitted by a code, until its end and not after', async () => {
  const { entryId, leader } = tooLate;
  const submit = { entryId, version: 1 };
  expect(await codeOf(leader, 'entry/submit', submit)).toBe('ENTRY_SIGN_UP_CLOSED');
  const { codeId, code, endsAt } = await madeLate(server, closed, { lastDay: '2026-12-20' });
  expect(endsAt).toBe('2026-12-21T00:00:00+08:00');
  const seen = await server.ask<{ drafts: unknown[] }>(leader, 'entry/seeLateCode', { code: code.toLowerCase() });
  expect(seen).toMatchObject({ regionZh: '蒲县', endsAt, drafts: [{ entryId, title: '蒲县山货直供', version: 1 }] });
  const admitted = await server.ask<{ version: number }>(leader, 'entry/admitLate', { entryId, version: 1, code });
  expect(admitted).toMatchObject({ state: 'draft', version: 2 });

  // The team reads its own close everywhere.
  const view = await server.ask<{ signUpClosesAt: string; sections: Array<{ editable: boolean }> }>(
    leader,
    'entry/get',
    {
      entryId,
    },
  );
  expect(view.signUpClosesAt).toBe(endsAt);
  expect(view.sections.every(({ editable }) => editable)).toBe(true);
  const { entries } = await server.ask<{ entries: Array<{ nextZh: string }> }>(leader, 'entry/mine');
  expect(entries[0]?.nextZh).toContain('12月20日（周日）24:00 截止');
  const todos = JSON.stringify(await server.ask(leader, 'notices/workbench'));
  expect(todos).toContain('12月20日（周日）24:00 截止');
  const story = JSON.stringify(await server.ask(leader, 'notices/landing'));
  expect(story).toContain('12月20日（周日）24:00 截止');

  // On record: the timeline with the reason, the code's own list, both audit chains.
  const { timeline } = await server.ask<{ timeline: Array<{ zh: string; reason: string | null }> }>(
    leader,
    'entry/status',
    {
      entryId,
    },
  );
  expect(timeline.find(({ zh }) => zh === '凭补报码获准补报')?.reason).toBe(
    '报名当天系统故障，没能提交（11月24日发出的补报码，可补报到12月20日（周日）24:00）',
  );
  const acts = await sql<{ subject: string; act: string }>`select subject, act from audit
    where subject in (${`lateCode:${codeId}`}, ${`entry:${entryId}`}) order by subject, n`.execute(server.db);
  const kept = acts.rows.map(({ act }) => act);
  expect(kept).toEqual(expect.arrayContaining(['entry/makeLateCode', 'entry/useLateCode', 'entry/admitLate']));

  const now = server.clock.now();
  server.clock.set(Date.UTC(2026, 11, 20, 16));
  expect(await codeOf(leader, 'entry/submit', { entryId, version: 2 })).toBe('ENTRY_SIGN_UP_CLOSED');
  server.clock.set(Date.UTC(2026, 11, 20, 16) - 1);
  expect(await codeOf(leader, 'entry/submit', { entryId, version: 2 })).toBe('OK');
  // Taken back and sent again within the same time.
  expect(await codeOf(leader, 'entry/recall', { entryId, version: 3 })).toBe('OK');
  expect(await codeOf(leader, 'entry/submit', { entryId, version: 4 })).toBe('OK');
  server.clock.set(now);
  expect(await listed('city', codeId)).toMatchObject({ used: 1, uses: 1, submitted: 1, standZh: '已用完' });
});

test('of a code for three, taken by eight at once, three are used; each person once', async () => {
  const late = await madeLate(server, closed, { uses: 3 });
  const people = await Promise.all(Array.from({ length: 8 }, () => freshPerson(server)));
  const codes = await Promise.all(people.map((person) => startLate(person, late)));
  expect(codes.sort()).toEqual([...Array(5).fill('ENTRY_LATE_CODE_USED_UP'), ...Array(3).fill('OK')]);
  expect(await listed('auditor', late.codeId)).toMatchObject({ used: 3, standZh: '已用完' });

  const twice = await madeLate(server, closed, { uses: 2 });
  const [person] = people;
  expect(await startLate(person ?? '', twice)).toBe('OK');
  expect(await startLate(person ?? '', twice)).toBe('ENTRY_LATE_CODE_USED_BEFORE');
  expect(await listed('city', twice.codeId)).toMatchObject({ used: 1, standZh: '可用' });
});

test('a code for one track lets nothing else in: not another draft, not another track chosen later, not another contest', async () => {
  const late = await madeLate(server, closed, { trackCode: track, uses: 5 });
  const person = await freshPerson(server);
  expect(await startLate(person, late, { trackCode: 'modern_services' })).toBe('ENTRY_TRACK_NOT_HERE');
  const { entryId } = await server.ask<{ entryId: string }>(person, 'entry/startLate', { ...begin, code: late.code });
  type Kept = { problems: Record<string, string> };
  const { problems } = await server.ask<Kept>(person, 'entry/saveSection', {
    entryId,
    section: 'project',
    version: 1,
    data: { title: '蒲县山货', trackCode: 'modern_services', groupCode: 'idea_team' },
  });
  expect(problems.trackCode).toBeTruthy();
  const stands = () =>
    server.db.selectFrom('entry').select(['track_code', 'late_until']).where('id', '=', entryId).executeTakeFirst();
  expect((await stands())?.track_code).toBe(track);
  const change = { entryId, version: 2, groupCode: 'idea_team' };
  expect(
    await codeOf(person, 'entry/changeContest', {
      ...change,
      contestId: contestIn(closed),
      trackCode: 'modern_services',
    }),
  ).toBe('ENTRY_TRACK_NOT_HERE');
  // Where sign-up is open it may go, and leaves the code behind.
  expect(await codeOf(person, 'entry/changeContest', { ...change, contestId: contestIn(open), trackCode: track })).toBe(
    'OK',
  );
  expect(await stands()).toMatchObject({ late_until: null });

  const other = await filledDraft(server, { region: open });
  const admit = { entryId: other.entryId, version: 1, code: late.code };
  expect(await said(other.leader, 'entry/admitLate', admit)).toMatchObject({
    code: 'ENTRY_LATE_ELSEWHERE',
    message: '这个补报码只用于蒲县赛场，这个项目报在尧都区',
  });
  expect(await listed('city', late.codeId)).toMatchObject({ used: 1 });
});

test('a code that ends no later than what a draft has already is refused in words and not spent; a longer one is taken', async () => {
  const person = await freshPerson(server);
  const first = await madeLate(server, closed, { lastDay: '2026-12-10' });
  const { entryId } = await server.ask<{ entryId: string }>(person, 'entry/startLate', { ...begin, code: first.code });
  const until = async () =>
    (await server.db.selectFrom('entry').select('late_until').where('id', '=', entryId).executeTakeFirstOrThrow())
      .late_until;
  const before = await until();
  const sentence = '这个项目已可补报到12月10日（周四）24:00，不用这个补报码，请直接填写提交';
  for (const lastDay of ['2026-11-30', '2026-12-10']) {
    const { code, codeId } = await madeLate(server, closed, { lastDay });
    expect(await said(person, 'entry/admitLate', { entryId, version: 2, code })).toEqual({
      code: 'ENTRY_LATE_NOT_LONGER',
      message: sentence,
      fields: { code: sentence },
    });
    expect(await listed('city', codeId)).toMatchObject({ used: 0, standZh: '可用' });
    expect(await until()).toEqual(before);
  }
  const { code } = await madeLate(server, closed, { lastDay: '2026-12-20' });
  expect(await codeOf(person, 'entry/admitLate', { entryId, version: 2, code })).toBe('OK');
  expect(await until()).toBe(Date.UTC(2026, 11, 20, 16));
});

test('what can be no code, a void one, one that is over and one before sign-up closes do nothing, each in its own words', async () => {
  const person = await freshPerson(server);
  expect(await said(person, 'entry/startLate', { ...begin, code: 'AB' })).toMatchObject({
    fields: { code: '补报码是 10 位字母和数字，现在是 2 位，请核对' },
  });
  expect(await startLate(person, { code: 'CG997-CCGT3' })).toBe('ENTRY_LATE_CODE_UNKNOWN');
  const late = await madeLate(server, closed);
  await server.ask('city', 'entry/voidLateCode', { codeId: late.codeId });
  expect(await startLate(person, late)).toBe('ENTRY_LATE_CODE_VOID');
  expect(await listed('city', late.codeId)).toMatchObject({ standZh: '已作废', voidable: false });
  expect(await startLate(person, await madeLate(server, open, { lastDay: '2026-12-14' }))).toBe(
    'ENTRY_LATE_NOT_NEEDED',
  );
  const brief = await madeLate(server, closed, { lastDay: '2026-11-25' });
  const now = server.clock.now();
  server.clock.set(Date.UTC(2026, 10, 25, 16));
  expect(await startLate(person, brief)).toBe('ENTRY_LATE_CODE_EXPIRED');
  server.clock.set(now);
});

test('the city makes codes; a lead for the own region, while the city lets leads; a code dies with that right', async () => {
  const wish = {
    contestId: contestIn(closed),
    trackCode: null,
    lastDay: '2026-12-20',
    uses: 2,
    reason: '停电',
  };
  const tries = async () =>
    Promise.all(
      ['city', 'lead-puxian', 'clerk-puxian-1', 'auditor', 'entrant-new'].map((as) =>
        codeOf(as, 'entry/makeLateCode', wish),
      ),
    );
  expect(await tries()).toEqual(['OK', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  await letLeadsMakeCodes(server, 'leads');
  expect(await tries()).toEqual(['OK', 'OK', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  expect(await codeOf('lead-puxian', 'entry/makeLateCode', { ...wish, contestId: contestIn(open) })).toBe('FORBIDDEN');
  const choices = async (as: string) => {
    const { contests } = await server.ask<{ contests: Array<{ regionZh: string }> }>(as, 'entry/lateChoices');
    return contests.map(({ regionZh }) => regionZh);
  };
  expect(await choices('lead-puxian')).toEqual(['蒲县']);
  expect((await choices('city')).length).toBe(18);
  expect(await choices('auditor')).toEqual([]);

  const late = await madeLate(server, closed, { uses: 2 }, 'lead-puxian');
  expect(await startLate(await freshPerson(server), late)).toBe('OK');
  expect(await listed('lead-puxian', late.codeId)).toMatchObject({
    reason: '报名当天系统故障，没能提交',
    voidable: true,
  });
  expect(await listed('auditor', late.codeId)).toMatchObject({ used: 1, voidable: false });
  expect(await codeOf('clerk-puxian-1', 'entry/lateCodes', {})).toBe('FORBIDDEN');
  const ofCity = await madeLate(server, open, { lastDay: '2026-12-14' });
  expect(await listed('lead-puxian', ofCity.codeId)).toBeNull();
  await letLeadsMakeCodes(server, 'city');
  expect(await startLate(await freshPerson(server), late)).toBe('ENTRY_LATE_CODE_VOID');
  expect((await holdGrants(server.db, personaId('lead-puxian'), server.clock.now())).length).toBeGreaterThan(0);
});

test.each([
  ['lastDay', '2026-11-23', '这一天已经过去，请重新选择'],
  ['lastDay', '2026-12-24', '不能晚于审核结束的时间12月23日（周三）24:00'],
  ['trackCode', 'no_such_track', '请重新选择赛道'],
])('a code with a wrong %s (%s) is refused beside its field', async (field, value, sentence) => {
  const wish = { contestId: contestIn(closed), trackCode: null, lastDay: '2026-12-20', uses: 1, reason: '停电' };
  expect(await said('city', 'entry/makeLateCode', { ...wish, [field]: value })).toMatchObject({
    code: 'ENTRY_LATE_WRONG',
    fields: { [field]: sentence },
  });
});

test('a code ends later than sign-up, or it would open nothing', async () => {
  const wish = { contestId: contestIn(open), trackCode: null, lastDay: '2026-12-13', uses: 1, reason: '停电' };
  expect(await said('city', 'entry/makeLateCode', wish)).toMatchObject({
    fields: { lastDay: '报名12月13日（周日）24:00 才截止，补报要晚于这个时间' },
  });
});

test('a code that is made again under the same key leaves the first void; the use of a draft that was deleted stays', async () => {
  const wish = { contestId: contestIn(closed), trackCode: null, lastDay: '2026-12-20', uses: 5, reason: '停电' };
  const first = await server.ask<{ codeId: string; code: string }>(
    'city',
    'entry/makeLateCode',
    wish,
    'the-same-key-1',
  );
  const second = await server.ask<{ codeId: string; code: string }>(
    'city',
    'entry/makeLateCode',
    wish,
    'the-same-key-1',
  );
  expect(await listed('city', first.codeId)).toMatchObject({ standZh: '已作废' });
  const person = await freshPerson(server);
  const { entryId } = await server.ask<{ entryId: string }>(person, 'entry/startLate', { ...begin, code: second.code });
  await server.ask(person, 'entry/deleteDraft', { entryId, version: 2 });
  expect(await listed('city', second.codeId)).toMatchObject({ used: 1, submitted: 0 });
  expect(await startLate(person, second)).toBe('ENTRY_LATE_CODE_USED_BEFORE');
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from late_code where code_hash like ${`%${second.code.slice(0, 5)}%`}`.execute(
    server.db,
  );
  expect(rows[0]?.n).toBe(0);
});
