import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { askAgain } from '../../../cloudfunctions/core/people/content/ask-again';
import { openWechatCheck } from '../../../cloudfunctions/core/platform/content-check/wechat-check';
import { openWechatCalls } from '../../../cloudfunctions/core/platform/wechat/wechat-calls';
import { insertAwards } from '../../support/award-rows';
import { filledDraft, freshPerson } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { freshServer, type TestServer } from '../../support/server';
import { openWechatServer, type WechatServer } from '../../support/wechat/wechat-server';

let server: TestServer;
let wechat: WechatServer;
beforeAll(async () => {
  server = await freshServer();
  wechat = await openWechatServer(server.clock.now);
});
afterAll(async () => {
  await server.close();
  await wechat.close();
});
const open = (patience = 1500) => openWechatCheck(openWechatCalls({ ...wechat, now: server.clock.now, patience }));
beforeEach(() => {
  server.clock.set(fixedNow);
  server.home.contentCheck = open();
  wechat.judged.length = 0;
});
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

type Me = { displayName: string; nameHeld?: { name: string; why: string | null } };
type Content = {
  names: Array<{ personId: string; name: string; state: string; version: number }>;
  words: unknown[];
  changes: unknown[];
};
const rename = (who: string, displayName: string) => server.call(who, 'people/updateSettings', { displayName });
const me = async (who: string) => {
  const { displayName, nameHeld } = await server.ask<Me>(who, 'people/me');
  return { displayName, ...(nameHeld && { nameHeld }) };
};
async function inWechat(): Promise<string> {
  const who = await freshPerson(server);
  await server.db
    .updateTable('person')
    .set({ openid: `o-${who}` })
    .where('id', '=', who)
    .execute();
  return who;
}
const heldOf = async (who: string) =>
  (await server.ask<Content>('city', 'people/contentChecks')).names.find(({ personId }) => personId === who);
const minute = 60_000;

test('a nickname is asked about as WeChat wants it, of its own openid, and shown at once when it passes', async () => {
  const who = await inWechat();
  expect((await rename(who, '山货小李')).status).toBe(200);
  expect(wechat.judged).toEqual([{ openid: `o-${who}`, scene: 1, content: '山货小李' }]);
  expect(await me(who)).toEqual({ displayName: '山货小李' });
  // What WeChat refuses is refused beside the field, in words; what stood before stands.
  wechat.judgeWith.push({ suggest: 'risky', label: 10001 });
  expect((await rename(who, '加我看片')).body).toMatchObject({
    ok: false,
    error: { code: 'PEOPLE_NAME_UNFIT', fields: { displayName: '像是广告，请换一个' } },
  });
  expect(await me(who)).toEqual({ displayName: '山货小李' });
});

test.each([
  // answer of WeChat → whether WeChat is asked again by itself, or a person looks
  [61010, 'waiting'],
  [-1, 'waiting'],
  [45011, 'waiting'],
  [45009, 'waiting'],
  ['silence', 'waiting'],
  ['fault', 'waiting'],
  [{ suggest: 'review', label: 20001 }, 'review'],
  [40003, 'review'],
  [40129, 'review'],
  [43104, 'review'],
  [44002, 'review'],
  [47001, 'review'],
] as const)(
  'WeChat answers %j: the name is kept, shown to its owner and staff alone, and is %s',
  async (answer, state) => {
    const who = await inWechat();
    server.home.contentCheck = open(answer === 'silence' ? 60 : 1500);
    // A busy WeChat is asked once more at once.
    wechat.judgeWith.push(...(answer === -1 || answer === 45011 ? [answer, answer] : [answer]));
    expect((await rename(who, '待核的名字')).status).toBe(200);
    expect(await me(who)).toEqual({ displayName: '王小明', nameHeld: { name: '待核的名字', why: null } });
    expect(await heldOf(who)).toMatchObject({ name: '待核的名字', shown: '王小明', state });
  },
);

test('WeChat is asked again by itself: what passes is shown, what is risky is told to its owner, and after five times a person looks', async () => {
  const [passes, fails, silent] = [await inWechat(), await inWechat(), await inWechat()];
  await server.db.deleteFrom('name_check').execute();
  for (const who of [passes, fails, silent]) {
    wechat.judgeWith.push(61010);
    await rename(who, '新名字');
  }
  expect(await askAgain(server.home)).toBe(0);
  server.clock.pass(10 * minute);
  server.home.contentCheck = {
    text: async ({ openid }) =>
      openid.includes(passes)
        ? { kind: 'pass' }
        : openid.includes(fails)
          ? { kind: 'risky', label: 20003 }
          : { kind: 'later', code: 61010 },
  };
  await Promise.all([askAgain(server.home), askAgain(server.home)]);
  expect(await me(passes)).toEqual({ displayName: '新名字' });
  expect(await me(fails)).toEqual({
    displayName: '王小明',
    nameHeld: { name: '新名字', why: '有辱骂的话，请换一个' },
  });
  for (let n = 0; n < 4; n += 1) {
    server.clock.pass(10 * minute);
    await askAgain(server.home);
  }
  expect(await heldOf(silent)).toMatchObject({ state: 'review' });
});

test("the city's list refuses or holds names wherever the product runs, however they are written; staff decide, with words to the owner", async () => {
  server.home.contentCheck = null;
  const [one, two] = [await freshPerson(server), await freshPerson(server)];
  const word = (more: object, as = 'city') =>
    server.call(as, 'people/changeContentWord', { word: '代 写', strength: 'refuse', why: '广告', ...more });
  expect((await word({}, 'lead-puxian')).status).toBe(403);
  expect((await word({ word: '…' })).body).toMatchObject({
    ok: false,
    error: { fields: { word: '请填写文字或者数字' } },
  });
  await word({});
  await word({ word: 'VIP', strength: 'look' });
  for (const name of ['专业代写', '代\u200b写', '代　写', '【代·写】'])
    expect((await rename(one, name)).body).toMatchObject({
      ok: false,
      error: { fields: { displayName: '含有不能使用的词，请换一个' } },
    });
  await rename(one, 'ｖｉｐ会员');
  await rename(two, 'v i p');
  const { waitsForMe } = await server.ask<{ waitsForMe: Array<{ kind: string; detail: string }> }>(
    'city',
    'notices/workbench',
  );
  expect(waitsForMe.find(({ kind }) => kind === 'names')?.detail).toMatch(/个名称待核/);

  const decide = (personId: string, version: number, taken: boolean, why = '') =>
    server.call('city', 'people/decideName', { personId, version, taken, why });
  expect((await decide(one, 1, false)).body).toMatchObject({
    ok: false,
    error: { code: 'PEOPLE_NAME_REASON', fields: { why: '请写明为什么不能用，本人会看到' } },
  });
  await decide(one, 1, false, '请用真实身份');
  expect((await me(one)).nameHeld).toEqual({ name: 'ｖｉｐ会员', why: '请用真实身份' });
  // Written anew meanwhile: what staff saw is not what they would decide on.
  await rename(two, 'vip 二');
  expect((await decide(two, 1, true)).status).toBe(409);
  await decide(two, 2, true);
  expect(await me(two)).toEqual({ displayName: 'vip 二' });

  await word({ strength: null, why: '误判太多' });
  expect((await rename(one, '代写春联')).status).toBe(200);
  expect(await me(one)).toEqual({ displayName: '代写春联' });
  const { words, changes } = await server.ask<Content>('city', 'people/contentChecks');
  expect([words, changes.length]).toEqual([[{ word: 'vip', strength: 'look' }], 3]);
});

type Saved = { version: number; problems: Record<string, string> };
type Verdict = Awaited<ReturnType<NonNullable<TestServer['home']['contentCheck']>['text']>>;

/** WeChat as it thinks of texts that hold a word; answers what it was asked. */
function thinks(of: Readonly<Record<string, Verdict>>): string[] {
  const asked: string[] = [];
  server.home.contentCheck = {
    async text({ content }) {
      asked.push(content);
      return Object.entries(of).find(([word]) => content.includes(word))?.[1] ?? { kind: 'pass' };
    },
  };
  return asked;
}
const draftInWechat = async (title: string) =>
  filledDraft(server, { leader: await inWechat(), title, leaderZh: '张三丰' });
const textsOf = async (entryId: string) =>
  (
    await server.ask<{
      texts: Array<{ subjectId: string; field: string; text: string; state: string; version: number }>;
    }>('city', 'people/contentChecks')
  ).texts.filter(({ subjectId }) => subjectId === entryId);
const saveProject = async (leader: string, entryId: string, changes: object) => {
  type Project = { sections: Array<{ section: string; version: number; data: object }> };
  const { sections } = await server.ask<Project>(leader, 'entry/get', { entryId });
  const project = sections.find(({ section }) => section === 'project');
  return server.ask<Saved>(leader, 'entry/saveSection', {
    entryId,
    section: 'project',
    version: project?.version ?? 0,
    data: { ...project?.data, ...changes },
    sealed: {},
  });
};
const titleOf = async (entryId: string) =>
  (await server.db.selectFrom('entry').select('title').where('id', '=', entryId).executeTakeFirstOrThrow()).title;
const noticesOf = async (who: string) => {
  await deliverWaiting(server.home, areas);
  const { items } = await server.ask<{ items: Array<{ title: string; body: string }> }>(who, 'notices/inbox', {});
  return items.filter(({ title }) => /核对|不能使用/.test(title)).map(({ title, body }) => `${title}：${body}`);
};

test('a nickname that is being judged does not take the place of the real name that somebody gave with a code', async () => {
  server.home.contentCheck = null;
  const word = { word: '岚漪', strength: 'look', why: '可能冒用' };
  await server.ask('city', 'people/changeContentWord', word);
  const who = await freshPerson(server);
  await rename(who, '岚漪小李');
  const version = (await heldOf(who))?.version;
  expect(version).toBe(1);
  const scope = { kind: 'region', regionId: '141033' };
  const wish = { role: 'regionStaff', scope, note: '', uses: 1, days: '3', endsOn: null };
  const { code } = await server.ask<{ code: string }>('city', 'people/makeGrantCode', wish);
  await server.ask(who, 'people/useGrantCode', { code, name: '王小明' });
  expect(await heldOf(who)).toBeUndefined();
  await server.call('city', 'people/decideName', { personId: who, version, taken: true, why: '' });
  expect(await me(who)).toEqual({ displayName: '王小明' });
});

test('a title is judged as it is saved and a refusal stands beside it, kept until it is another; long texts are judged as they are submitted, names never', async () => {
  const asked = thinks({ 广告: { kind: 'risky', label: 10001 }, 辱骂: { kind: 'risky', label: 20003 } });
  const { entryId, leader } = await draftInWechat('山货直供');
  expect(asked).toEqual(['山货直供']);
  const refused = await saveProject(leader, entryId, { title: '广告加我' });
  expect(refused.problems).toMatchObject({ title: '像是广告，请换一个' });
  expect(await titleOf(entryId)).toBe('山货直供');
  // Nothing was lost, and as it stands it is not asked about again.
  expect((await saveProject(leader, entryId, { summary: '一段辱骂的简介' })).problems).toMatchObject({
    title: '像是广告，请换一个',
  });
  expect(asked).toEqual(['山货直供', '广告加我']);
  expect((await saveProject(leader, entryId, { title: '山货直供二' })).problems).toEqual({});
  expect(await titleOf(entryId)).toBe('山货直供二');

  const submit = () => server.call(leader, 'entry/submit', { entryId, version: 1 });
  expect((await submit()).body).toMatchObject({
    error: { code: 'ENTRY_INCOMPLETE', message: '还有内容没有填好：一句话简介：有辱骂的话，请换一个' },
  });
  expect(asked.length).toBe(3 + 4);
  expect(asked.join()).not.toContain('张三丰');
  // Said again without asking again, also to whoever opens the form.
  expect((await submit()).body).toMatchObject({ error: { code: 'ENTRY_INCOMPLETE' } });
  expect(asked.length).toBe(3 + 4);
  await saveProject(leader, entryId, { summary: '正常的简介' });
  expect((await submit()).body).toMatchObject({ ok: true });
  expect(asked.slice(7)).toEqual(['正常的简介']);
  expect(await textsOf(entryId)).toEqual([]);
});

test('what nobody could judge never holds up a submission: it is asked about again, or looked at; whose it is is told, and the public reads no title meanwhile', async () => {
  const of: Record<string, Verdict> = { 山货: { kind: 'review', label: 20001 }, 核桃: { kind: 'later', code: 61010 } };
  thinks(of);
  const { entryId, leader } = await draftInWechat('山货待核');
  // A draft is nobody's to read.
  expect(await textsOf(entryId)).toEqual([]);
  await server.ask(leader, 'entry/submit', { entryId, version: 1 });
  const held = await textsOf(entryId);
  expect(held.map(({ field, state }) => [field, state])).toEqual([
    ['project.title', 'review'],
    ['project.summary', 'waiting'],
  ]);
  const { waitsForMe } = await server.ask<{ waitsForMe: Array<{ kind: string; detail: string }> }>(
    'city',
    'notices/workbench',
  );
  expect(waitsForMe.find(({ kind }) => kind === 'names')?.detail).toContain('1 段文字待核');
  // Asked again: now WeChat says what it thinks, and its writer is told.
  of.核桃 = { kind: 'risky', label: 20008 };
  server.clock.pass(10 * minute);
  await Promise.all([askAgain(server.home), askAgain(server.home)]);
  expect(await noticesOf(leader)).toEqual([
    '“一句话简介”不能使用，请修改：原因：像是欺诈信息，请换一个。请修改；已提交的，退回补正时一并修改。在此之前不公开显示。',
  ]);
  const awarded = await server.db
    .selectFrom('entry')
    .innerJoin('edition as d', 'd.id', 'entry.edition_id')
    .select(['edition_id', 'd.status'])
    .where('entry.id', '=', entryId)
    .executeTakeFirstOrThrow();
  await insertAwards(server, [entryId], 'first');
  await sql`update edition set status = 'past' where id = ${awarded.edition_id}`.execute(server.db);
  const shown = async () => {
    const { items } = await server.ask<{ items: Array<{ entryId: string; title: string }> }>(null, 'awards/results', {
      editionId: awarded.edition_id,
      regionId: null,
      cursor: null,
    });
    return items.find((item) => item.entryId === entryId)?.title;
  };
  expect(await shown()).toBe('（项目名称核对中）');
  const decide = (version: number, taken: boolean, why = '') =>
    server.call('city', 'people/decideText', { subjectId: entryId, field: 'project.title', version, taken, why });
  expect((await decide(1, false)).body).toMatchObject({ error: { code: 'PEOPLE_NAME_REASON' } });
  expect((await decide(7, true)).status).toBe(409);
  expect(
    (
      await server.call('lead-puxian', 'people/decideText', {
        subjectId: entryId,
        field: 'project.title',
        version: 1,
        taken: true,
        why: '',
      })
    ).status,
  ).toBe(403);
  expect((await decide(held[0]?.version ?? 0, true)).status).toBe(200);
  expect((await noticesOf(leader)).join()).toContain('“项目名称”已核对，可以使用');
  expect(await shown()).toBe('山货待核');
  await sql`update edition set status = ${awarded.status} where id = ${awarded.edition_id}`.execute(server.db);
});

test("without WeChat the city's list wants an eye on a text as it is submitted; what is taken back staff read no more; a refusal has to be mended first", async () => {
  server.home.contentCheck = null;
  await server.call('city', 'people/changeContentWord', { word: '保健', strength: 'look', why: '先看' });
  const { entryId, leader } = await filledDraft(server, { title: '保健茶' });
  await server.ask(leader, 'entry/submit', { entryId, version: 1 });
  const [held] = await textsOf(entryId);
  expect(held).toMatchObject({ field: 'project.title', text: '保健茶', state: 'review' });
  // Whoever reviews the entry sees that it waits.
  const reviewed = () => server.ask('clerk-puxian-1', 'screening/review', { entryId });
  expect(await reviewed()).toMatchObject({ title: '保健茶', unjudged: ['项目名称'] });
  const { version = 0 } = held ?? {};
  const said = { subjectId: entryId, field: 'project.title', version, taken: false, why: '请勿宣传疗效' };
  await server.ask('city', 'people/decideText', said);
  expect(await reviewed()).toMatchObject({ unjudged: [] });
  await server.ask(leader, 'entry/recall', { entryId, version: 2 });
  expect(await textsOf(entryId)).toEqual([]);
  expect((await server.call(leader, 'entry/submit', { entryId, version: 3 })).body).toMatchObject({
    error: { code: 'ENTRY_INCOMPLETE', message: '还有内容没有填好：项目名称：请勿宣传疗效' },
  });
});
