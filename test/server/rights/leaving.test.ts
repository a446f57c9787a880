import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { dropOldDrafts } from '../../../cloudfunctions/core/entry/lifetime/drop-old-drafts';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { verifyAudit } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import { seal } from '../../../cloudfunctions/core/platform/crypto/seal';
import { personOfOpenid } from '../../../cloudfunctions/core/platform/identity';
import type { PersonalTable } from '../../../cloudfunctions/core/platform/personal/personal';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { eraseAsked } from '../../../cloudfunctions/core/rights/erase-asked';
import { forgetClosed } from '../../../cloudfunctions/core/rights/forget-closed';
import { forgetOutlived } from '../../../cloudfunctions/core/rights/forget-outlived';
import type { Registry } from '../../../cloudfunctions/core/rights/registry';
import { registryOf } from '../../../cloudfunctions/core/rights/registry-of';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { wechatPushRoute } from '../../../cloudfunctions/host/http/wechat-push-route';
import { agree, saveAnswers } from '../../support/applications';
import { insertAwards } from '../../support/award-rows';
import { filledDraft, freshIdNumber, freshPerson, submittedEntry } from '../../support/entry-factory';
import { claimAs, returnAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';
import { pushed } from '../../support/wechat/push';

let server: TestServer;
let registry: Registry;
beforeAll(async () => {
  server = await freshServer();
  registry = registryOf(areas.filter(({ name }) => name !== 'rights'));
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';
const tick = () => makeTick(server.home, areas)();

/** Every place in the whole database where one of these words stands, as `table.column: word`. */
async function standing(words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(server.db);
  const any = words.map((word) => word.replaceAll('*', '[*]')).join('|');
  const each = tables.map(
    ({ name }) =>
      sql`select ${name}::text as name, to_jsonb(t) as row from ${sql.table(name)} t where t::text ~ ${any}`,
  );
  const { rows } = await sql<{
    name: string;
    row: Record<string, unknown>;
  }>`${sql.join(each, sql` union all `)}`.execute(server.db);
  const places = rows.flatMap(({ name, row }) =>
    Object.entries(row).flatMap(([column, value]) =>
      words.filter((word) => JSON.stringify(value).includes(word)).map((word) => `${name}.${column}: ${word}`),
    ),
  );
  return [...new Set(places)].sort();
}

/** The same registry, which counts the rows that each room's steps touch. */
function counting({ personal, ...rest }: Registry): { registry: Registry; touched: Map<string, number> } {
  const touched = new Map<string, number>();
  const counted = (table: PersonalTable): PersonalTable => {
    const { erased } = table;
    if (typeof erased !== 'function') return table;
    return {
      ...table,
      erased: async (db, leaver) => {
        const n = await erased(db, leaver);
        touched.set(table.table, (touched.get(table.table) ?? 0) + n);
        return n;
      },
    };
  };
  return {
    registry: { ...rest, personal: personal.map((one) => ({ ...one, tables: one.tables.map(counted) })) },
    touched,
  };
}

test('every table that names a person is declared, and what is declared is there', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.conrelid::regclass || '.' || a.attname as name from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.confrelid = 'person'::regclass
    union select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'
      and (column_name in ('person_id', 'actor') or column_name like '%\\_person')
      and table_name not in (select viewname from pg_views)
    union select 'person.id'`.execute(server.db);
  const declared = registry.personal.flatMap(({ tables }) =>
    tables.flatMap(({ table, persons }) => persons.map((column) => `${table}.${column}`)),
  );
  const withRights = [...declared, 'erasure.person_id'];
  expect(rows.map(({ name }) => name).filter((name) => !withRights.includes(name))).toEqual([]);
  const wanting = new Set(rows.map(({ name }) => name));
  expect([...new Set(declared)].filter((name) => !wanting.has(name))).toEqual([]);
  // Twice in a row would be erased by one and kept by the other.
  const erasing = registry.personal.flatMap(({ tables }) => tables.map(({ table }) => table));
  expect(erasing.filter((table, i) => erasing.indexOf(table) !== i)).toEqual([]);
  // Whoever has things of persons says when the clock empties them, or why it does not.
  const timeless = registry.rooms.filter(({ personal }) => personal.things && personal.outlived === undefined);
  expect(timeless.map(({ name }) => name)).toEqual([]);
});

type Consents = {
  consents: Array<{
    consentId: string;
    zh: string;
    withdrawnAt: string | null;
    effectsZh: string[];
    receiverZh: string;
  }>;
};

test('a consent is withdrawn with what was said before: before ranking the entry is out and its numbers gone, its receivers are told', async () => {
  const entry = await submittedEntry(server, { title: '撤回同意的项目' });
  const stranger = await freshPerson(server);
  const [given] = (await server.ask<Consents>(entry.leader, 'rights/consents')).consents;
  expect(given).toMatchObject({
    zh: '同意处理身份证号、手机号等个人信息',
    aboutZh: '撤回同意的项目',
    receiverZh: '报名地（转办后为接收地）审核人员',
    version: 'DEMO-4',
    withdrawnAt: null,
    refusedZh: null,
    effectsZh: expect.arrayContaining(['项目立即退赛，不能恢复']),
  });
  const consentId = given?.consentId ?? '';
  expect((await server.call(stranger, 'rights/withdrawConsent', { consentId })).status).toBe(422);
  const after = await server.ask<Consents>(entry.leader, 'rights/withdrawConsent', { consentId });
  expect(after.consents[0]).toMatchObject({ withdrawnAt: expect.any(String), effectsZh: [] });
  const kept = await sql`select from sealed_value where subject_id = ${entry.entryId}
    union all select from snapshot_sealed where subject_id = ${entry.entryId}`.execute(server.db);
  expect(kept.rows).toEqual([]);
  const { state } = await server.db
    .selectFrom('entry')
    .select('state')
    .where('id', '=', entry.entryId)
    .executeTakeFirstOrThrow();
  expect(state).toBe('withdrawn');
  await tick();
  const inbox = await server.ask<{ items: Array<{ title: string }> }>(clerk, 'notices/inbox', {});
  expect(inbox.items.map(({ title }) => title)).toContain('有人撤回了同意');
  // Again it changes nothing.
  expect(await server.ask<Consents>(entry.leader, 'rights/withdrawConsent', { consentId })).toEqual(after);
});

test('while the form is open a withdrawal empties the numbers alone; a member who withdraws leaves the team', async () => {
  const draft = await filledDraft(server);
  const colleague = await freshPerson(server);
  const { token } = await server.ask<{ token: string }>(draft.leader, 'entry/inviteMember', {
    entryId: draft.entryId,
    access: 'edit',
  });
  await server.ask(colleague, 'entry/joinTeam', {
    token,
    name: '李小红',
    roleZh: '财务',
    phone: '19900008001',
    sensitive: true,
  });
  const own = async (person: string) => (await server.ask<Consents>(person, 'rights/consents')).consents[0];
  expect((await own(colleague))?.effectsZh[0]).toBe('您立即退出这个团队，您的手机号同时删除');
  await server.ask(colleague, 'rights/withdrawConsent', { consentId: (await own(colleague))?.consentId });
  const members = await server.db
    .selectFrom('entry_member')
    .selectAll()
    .where('entry_id', '=', draft.entryId)
    .execute();
  expect(members).toMatchObject([{ phone_sealed: '', removed_at: server.clock.now() }]);
  await server.ask(draft.leader, 'rights/withdrawConsent', { consentId: (await own(draft.leader))?.consentId });
  const { state } = await server.db
    .selectFrom('entry')
    .select('state')
    .where('id', '=', draft.entryId)
    .executeTakeFirstOrThrow();
  expect(state).toBe('draft');
  const kept = await sql`select from sealed_value where subject_id = ${draft.entryId}`.execute(server.db);
  expect(kept.rows).toEqual([]);
});

test('a winner who leaves keeps the record that the law asks for and is shown to nobody; the last official of the city cannot leave', async () => {
  const winner = await submittedEntry(server, { title: '暗名获奖项目', leaderZh: '记名人' });
  await insertAwards(server, [winner.entryId], 'first');
  const said = await server.ask<{ staysZh: string[] }>(winner.leader, 'rights/beforeLeaving');
  expect(said.staysZh[0]).toContain('保存 10 年备查');
  await server.ask(winner.leader, 'rights/leave', { agreed: true });
  await tick();
  await tick();
  const row = await server.db
    .selectFrom('entry')
    .selectAll()
    .where('id', '=', winner.entryId)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ title: '暗名获奖项目', hidden_at: server.clock.now(), state: 'submitted' });
  const { data } = await server.db
    .selectFrom('snapshot')
    .select('data')
    .where('subject_id', '=', winner.entryId)
    .executeTakeFirstOrThrow();
  const lines = data.parts.flatMap(({ section, lines }) =>
    lines.map(({ field, value }) => `${section}.${field}: ${value}`),
  );
  expect(lines).toEqual(['project.title: 暗名获奖项目', 'leader.name: 记名人']);

  // Of two of the city the first may go, the other may not.
  expect((await server.call('city-2', 'rights/leave', { agreed: true })).status).toBe(200);
  const refused = await server.call('city', 'rights/leave', { agreed: true });
  expect(refused.body).toMatchObject({
    ok: false,
    error: { code: 'RIGHTS_LEAVING_HINDERED', message: expect.stringContaining('最后一位') },
  });
  await claimAs(server, 'clerk-puxian-2', (await submittedEntry(server)).entryId);
  const busy = await server.call('clerk-puxian-2', 'rights/leave', { agreed: true });
  expect(busy.body).toMatchObject({ ok: false, error: { message: expect.stringContaining('正在审核 1 个项目') } });
});

const keys = { token: 'a-token', aesKey: randomBytes(32).toString('base64').slice(0, 43), appId: 'wxtest0000000000' };

test('what WeChat tells of somebody is done if it is signed and sealed for this app, once and for all; anything else is nobody', async () => {
  const app = new Hono().all('/wechat/push', wechatPushRoute(server.home, areas, keys));
  const word = (OpenID: string, Event: string, RevokeInfo = '') => ({
    MsgType: 'event',
    Event,
    OpenID,
    AppID: keys.appId,
    RevokeInfo,
  });
  const sending = (body: string) => ({
    incoming: Object.assign(Readable.from([Buffer.from(body)]), { headers: {} }) as IncomingMessage,
  });
  const push = async (message: object, by = keys, spoil = (query: string) => query) => {
    const { query, body } = pushed(by, message);
    return (await app.request(`/wechat/push?${spoil(query)}`, { method: 'POST' }, sending(body))).status;
  };
  const named = async (openid: string) => {
    const person = await freshPerson(server);
    const phone = seal('19900004444', server.home.keys[0], `person:${person}:phone`);
    await server.db
      .updateTable('person')
      .set({ openid, phone_sealed: phone, phone_masked: '199****4444' })
      .where('id', '=', person)
      .execute();
    return person;
  };
  const rowOf = (person: string) =>
    server.db
      .selectFrom('person')
      .select(['openid', 'display_name', 'phone_sealed', 'erased_at'])
      .where('id', '=', person)
      .executeTakeFirstOrThrow();
  const first = await named('o-first');
  const revoke = word('o-first', 'user_authorization_revoke', '8');
  expect(await push(revoke, { ...keys, token: 'other' })).toBe(403);
  expect(await push(revoke, { ...keys, appId: 'wx-other' })).toBe(403);
  expect(await push(revoke, keys, (query) => query.replace('nonce=2', 'nonce=3'))).toBe(403);
  // Of as many letters as a signature has, in more bytes; and one that is right over a body that is not.
  expect(await push(revoke, keys, (query) => query.replace(/signature=\w{40}/g, `signature=${'星'.repeat(40)}`))).toBe(
    403,
  );
  expect(
    await push(revoke, keys, (query) => query.replace(/msg_signature=\w{40}/, `msg_signature=${'星'.repeat(40)}`)),
  ).toBe(403);
  const { query: known } = pushed(keys, revoke);
  for (const body of ['', '{', '[]', '{"Encrypt":1}', 'x'.repeat(20_000)])
    expect((await app.request(`/wechat/push?${known}`, { method: 'POST' }, sending(body))).status).toBe(403);
  expect((await rowOf(first)).phone_sealed).not.toBeNull();
  const hello = await app.request(`/wechat/push?${pushed(keys, {}).query}`);
  expect([hello.status, await hello.text()]).toEqual([200, 'hello']);

  expect(await push(revoke)).toBe(200);
  expect(await rowOf(first)).toMatchObject({ openid: 'o-first', display_name: '王小明', phone_sealed: null });
  expect(await push(word('o-first', 'user_info_modified'))).toBe(200);
  expect((await rowOf(first)).display_name).toBe('微信用户');
  const entry = await submittedEntry(server, { leader: first });
  expect(await push(word('o-nobody', 'user_authorization_cancellation'))).toBe(200);
  for (const time of [1, 2])
    expect([time, await push(word('o-first', 'user_authorization_cancellation'))]).toEqual([time, 200]);
  expect(await rowOf(first)).toMatchObject({ openid: null, phone_sealed: null, erased_at: server.clock.now() });
  const { state } = await server.db
    .selectFrom('entry')
    .select('state')
    .where('id', '=', entry.entryId)
    .executeTakeFirstOrThrow();
  expect(state).toBe('withdrawn');
  // Whoever comes with the same openid is somebody new.
  const second = await personOfOpenid(server.db, 'o-first', server.clock.now(), server.home.random);
  expect(second).not.toBe(first);
});

test('what has outlived its term is emptied, whosever it is: not a day before', async () => {
  const now = server.clock.now();
  const entry = await submittedEntry(server, { title: '过期的项目' });
  await server.ask(entry.leader, 'entry/withdraw', {
    entryId: entry.entryId,
    version: entry.version,
    reason: '另有安排',
  });
  const left = async () =>
    (await sql`select from section where subject_id = ${entry.entryId}`.execute(server.db)).rows.length;
  const home = (months: number) => ({ db: server.db, now: () => Date.parse('2026-11-25T00:00:00+08:00') + months });
  const after = Date.parse('2028-11-25T00:00:00+08:00') - Date.parse('2026-11-25T00:00:00+08:00');
  await forgetOutlived(home(after - 1), registry);
  expect(await left()).toBeGreaterThan(0);
  await forgetOutlived(home(after), registry);
  expect(await left()).toBe(0);
  const row = await server.db.selectFrom('entry').selectAll().where('id', '=', entry.entryId).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ title: '', state: 'withdrawn', changed_at: now });
  const draft = await filledDraft(server);
  const day = 86_400_000;
  const drafts = async () => (await sql`select from entry where id = ${draft.entryId}`.execute(server.db)).rows.length;
  await dropOldDrafts({ ...server.home, now: () => now + 180 * day });
  expect(await drafts()).toBe(1);
  await dropOldDrafts({ ...server.home, now: () => now + 180 * day + 1 });
  expect(await drafts()).toBe(0);
  const { guide } = { guide: await server.ask<{ terms: Array<{ zh: string; termZh: string }> }>(null, 'rights/guide') };
  expect(guide.terms).toContainEqual(
    expect.objectContaining({ zh: '未通过、退赛、撤回和失效的报名、申报', termZh: '24 个月' }),
  );
});

test('an application is emptied when its term is over, not a day before: a draft nobody filled in further, what was not granted, and what was as long as accounts are kept', async () => {
  const day = 86_400_000;
  const leader = await freshPerson(server);
  const { applicationId } = await server.ask<{ applicationId: string }>(leader, 'benefits/beginApplication', {
    kind: 'guaranteed-loan',
    regionId: '141033',
  });
  await agree(server, leader, applicationId);
  const fill = () => saveAnswers(server, leader, applicationId, 'person');
  expect((await fill()).status).toBe(200);
  const held = async () =>
    (
      await sql`select subject_id from section where subject_id = ${applicationId} union all
        select subject_id from sealed_value where subject_id = ${applicationId}`.execute(server.db)
    ).rows.length > 0;
  const now = server.clock.now();
  const emptiedAt = async (ms: number) => {
    await forgetOutlived({ db: server.db, now: () => ms }, registry);
    return !(await held());
  };
  // Of a draft what was saved last counts, also where nothing moved since.
  await sql`update application set changed_at = ${at(now - 400 * day)} where id = ${applicationId}`.execute(server.db);
  expect([await emptiedAt(now + 180 * day), await emptiedAt(now + 180 * day + 1)]).toEqual([false, true]);
  const standsAs = async (state: string, lastDay: string) => {
    await sql`update application set state = 'draft', details = '{}', changed_at = ${at(now)} where id = ${applicationId}`.execute(
      server.db,
    );
    await sql`insert into section (subject_id, section, version, data, saved_at, saved_by)
      values (${applicationId}, 'person', 1, '{}', ${at(now)}, ${leader})`.execute(server.db);
    await sql`update application set state = ${state}, details = '{"chosen": {}}' where id = ${applicationId}`.execute(
      server.db,
    );
    const end = Date.parse(`${lastDay}T00:00:00+08:00`);
    return [await emptiedAt(end - 1), await emptiedAt(end)];
  };
  expect(await standsAs('hr_rejected', '2028-11-25')).toEqual([false, true]);
  expect(await standsAs('settled', '2036-11-25')).toEqual([false, true]);
  const { rows } = await sql<{ details: object }>`select details from application where id = ${applicationId}`.execute(
    server.db,
  );
  expect(rows).toEqual([{ details: {} }]);
  await server.db.deleteFrom('application').where('id', '=', applicationId).execute();
});

test('the city says how long something is kept, within the law, by its document and from a day on; the timer reads it and everybody may', async () => {
  const day = 86_400_000;
  const now = server.home.now();
  const say = (more: object, as = 'city') =>
    server.call(as, 'rights/sayTerm', {
      name: 'draft',
      length: 60,
      docNo: '临创赛办〔2026〕9号',
      from: '2026-12-01',
      why: '草稿不必久存',
      ...more,
    });
  expect((await say({}, 'lead-puxian')).status).toBe(403);
  for (const [more, fields] of [
    [{ name: 'winner', length: 119 }, { length: '须为 120 个月至 360 个月（会计档案管理办法：不少于十年）' }],
    [{ name: 'securityLog', length: 30 }, { length: expect.stringContaining('不少于一年') }],
    [{ name: 'contact', length: 13 }, { length: expect.stringContaining('提交时告知本人') }],
    [{ name: 'doneOnce', length: 30 }, { length: '这一项是技术记录，期限不能修改' }],
    [{ from: '2026-11-01' }, { from: '不能早于今天：已经保存的内容按当时的期限' }],
  ] as const)
    expect((await say(more)).body).toMatchObject({ error: { code: 'RIGHTS_TERM_WRONG', fields } });
  expect((await say({ name: 'nothing' })).body).toMatchObject({ error: { code: 'RIGHTS_NO_SUCH_TERM' } });
  const draft = await filledDraft(server);
  const drafts = async () => (await sql`select from entry where id = ${draft.entryId}`.execute(server.db)).rows.length;
  type View = { terms: Array<{ name: string; termZh: string; basisZh: string }>; said: unknown[] };
  const { body } = await say({});
  const { terms, said } = (body as { data: View }).data;
  // Not before its day.
  expect(terms.find(({ name }) => name === 'draft')).toMatchObject({ termZh: '180 天' });
  expect(said).toHaveLength(1);
  await dropOldDrafts({ ...server.home, now: () => now + 5 * day });
  expect(await drafts()).toBe(1);
  await dropOldDrafts({ ...server.home, now: () => now + 61 * day });
  expect(await drafts()).toBe(0);
  server.clock.pass(20 * day);
  const { terms: shown } = await server.ask<{ terms: object[] }>(null, 'rights/guide');
  expect(shown).toContainEqual({
    zh: '没有提交的草稿',
    termZh: '60 天',
    fromZh: '最后一次修改',
    basisZh: '临创赛办〔2026〕9号',
  });
  server.clock.pass(-20 * day);
  // What was said before a law changed never undercuts it.
  await sql`insert into retention_term (name, length, doc_no, effective_from, why, confirmed_by, confirmed_at)
    select 'winner', 1, '旧文', '2020-01-01', '', confirmed_by, confirmed_at from retention_term`.execute(server.db);
  expect((await server.ask<View>('city', 'rights/retention')).terms).toContainEqual(
    expect.objectContaining({ name: 'winner', termZh: '120 个月' }),
  );
});

test('a closing is previewed with its number, told once to whom it concerns with what goes, stays and until when; then the timers do the rest', async () => {
  const entry = await submittedEntry(server, { title: '停办一届的项目' });
  await sql`update entry set state = 'qualified', waits = null where id = ${entry.entryId}`.execute(server.db);
  const outsider = await freshPerson(server);
  const { edition_id: editionId } = await server.db
    .selectFrom('entry')
    .select('edition_id')
    .where('id', '=', entry.entryId)
    .executeTakeFirstOrThrow();
  const scope = `edition:${editionId}`;
  type Preview = { concerned: number; goesZh: string[]; untilZh: string[] };
  const preview = await server.ask<Preview>('city', 'rights/previewClosing', { scope });
  const { n } = (
    await sql<{ n: number }>`select count(distinct p)::int as n from (
      select leader_id as p from entry where edition_id = ${editionId} union all
      select m.person_id from entry_member m join entry e on e.id = m.entry_id where e.edition_id = ${editionId} and m.removed_at is null) x
      join person on person.id = p and erased_at is null`.execute(server.db)
  ).rows[0] as { n: number };
  expect([preview.concerned, preview.goesZh, preview.untilZh]).toEqual([
    n,
    expect.arrayContaining(['我负责的项目']),
    expect.arrayContaining(['没有获奖的参赛项目：审核通过后 36 个月']),
  ]);
  await server.ask(outsider, 'policies/declareFacts', { facts: [{ fact: 'regionId', value: '141033' }] });
  const ofPolicies = await server.ask<Preview>('city', 'rights/previewClosing', { scope: 'module:policies' });
  expect([ofPolicies.concerned > 0, ofPolicies.goesZh]).toEqual([true, expect.arrayContaining(['用来查找政策的情况'])]);
  expect((await server.call('city', 'rights/previewClosing', { scope: 'module:none' })).body).toMatchObject({
    error: { code: 'RIGHTS_NO_SUCH_SCOPE' },
  });
  const close = (more: object) =>
    server.call('city', 'rights/announceClosing', {
      scope,
      closesOn: '2026-11-30',
      note: '下届由市就业局承办',
      ...more,
    });
  expect((await close({ scope: 'edition:none' })).body).toMatchObject({ error: { code: 'RIGHTS_NO_SUCH_SCOPE' } });
  expect((await close({ closesOn: '2026-11-01' })).body).toMatchObject({
    error: { fields: { closesOn: '停止日期不能早于今天' } },
  });
  expect((await close({})).status).toBe(200);
  expect((await close({})).body).toMatchObject({ error: { code: 'RIGHTS_CLOSED_ALREADY' } });
  await tick();
  const told = async (who: string) =>
    (await server.ask<{ items: Array<{ title: string }> }>(who, 'notices/inbox', {})).items.filter(({ title }) =>
      title.endsWith('将停止服务'),
    ).length;
  expect([await told(entry.leader), await told(outsider)]).toEqual([1, 0]);
  const { closings } = await server.ask<{ closings: object[] }>(null, 'rights/guide');
  expect(closings).toContainEqual(
    expect.objectContaining({ scope, closesOn: '2026-11-30', note: '下届由市就业局承办', goesZh: preview.goesZh }),
  );
  // The edition is current still: closed it counts as over, and its entries go when their term is.
  const now = server.home.now();
  const kept = async () =>
    (await sql`select from section where subject_id = ${entry.entryId}`.execute(server.db)).rows.length;
  const month = 31 * 86_400_000;
  await sql`update entry set changed_at = ${at(now - 36 * month)} where id = ${entry.entryId}`.execute(server.db);
  await forgetOutlived(server.home, registry);
  expect(await kept()).toBeGreaterThan(0);
  await forgetOutlived({ ...server.home, now: () => now + 7 * 86_400_000 }, registry);
  expect(await kept()).toBe(0);
});

const announce = (scope: string) =>
  server.ask('city', 'rights/announceClosing', { scope, closesOn: '2026-11-30', note: '' });
const onDay = (day: string) => ({ ...server.home, now: () => Date.parse(`${day}T09:00:00+08:00`) });

test('six months after a module closed what is a person’s own there goes, not a day before, and nothing of theirs elsewhere; what goes on is waited for', async () => {
  const { entryId, leader } = await submittedEntry(server, { title: '停办模块的项目' });
  await server.ask(leader, 'policies/declareFacts', { facts: [{ fact: 'regionId', value: '141033' }] });
  const begun = await server.ask<{ applicationId: string }>(leader, 'benefits/beginApplication', {
    kind: 'guaranteed-loan',
    regionId: '141033',
  });
  await agree(server, leader, begun.applicationId);
  expect((await saveAnswers(server, leader, begun.applicationId, 'person')).status).toBe(200);
  const facts = async () =>
    (await server.db.selectFrom('person_fact').select('id').where('person_id', '=', leader).execute()).length;
  const answers = async (subjectId: string) =>
    (await server.db.selectFrom('section').select('section').where('subject_id', '=', subjectId).execute()).length;
  const emptied = async () =>
    (await server.db.selectFrom('closing').select('scope').where('emptied_at', 'is not', null).execute()).map(
      ({ scope }) => scope,
    );
  type Preview = { untilZh: string[] };
  expect((await server.ask<Preview>('city', 'rights/previewClosing', { scope: 'module:policies' })).untilZh).toEqual([
    '已停止服务的模块里本人的信息：停止服务后 6 个月',
    '还没有办结的，办结后删除；法律要求留存的记录依法保留',
  ]);
  await announce('module:policies');
  await announce('module:benefits');
  const declare = () =>
    server.call(leader, 'policies/declareFacts', { facts: [{ fact: 'regionId', value: '141002' }] });
  const day = 86_400_000;
  server.clock.pass(5 * day);
  expect((await declare()).status).toBe(200);
  const closings = async () => (await server.ask<{ closings: object[] }>(null, 'rights/closings')).closings;
  const ofPolicies = { scope: 'module:policies', whatZh: '政策', closesOn: '2026-11-30' };
  expect(await closings()).toContainEqual({ ...ofPolicies, stopped: false });
  server.clock.pass(day);
  expect(await closings()).toContainEqual({ ...ofPolicies, stopped: true });
  const stopped = {
    ok: false,
    error: {
      code: 'STOPPED',
      message:
        '这项服务自2026年11月30日起停止，不再接受新的内容。已提交的照常办理，保存和删除的办法请看“个人信息保护说明”',
    },
  };
  expect((await declare()).body).toEqual(stopped);
  // Nobody is asked, and nothing more is kept: what one saw, what an entry tells.
  expect(
    await server.ask(leader, 'policies/seen', { policies: [{ code: 'training', version: 1, stand: 'unknown' }] }),
  ).toEqual({ ok: true });
  const noted = await sql`select from policy_seen where person_id = ${leader}`.execute(server.db);
  expect(noted.rows).toEqual([]);
  const mine = await facts();
  await sql`insert into fact_draw (entry_id) select ${entryId}::uuid on conflict do nothing`.execute(server.db);
  await tick();
  expect(await facts()).toBe(mine);
  // What was begun before is filled in as it was, and not handed in any more.
  const { version } = await server.db
    .selectFrom('application')
    .select('version')
    .where('id', '=', begun.applicationId)
    .executeTakeFirstOrThrow();
  const handedIn = await server.call(leader, 'benefits/moveApplication', {
    applicationId: begun.applicationId,
    version,
    move: 'submit',
    reason: '',
    faults: [],
  });
  expect(handedIn.body).toEqual(stopped);
  server.clock.pass(-6 * day);
  const [ofEntry, ofLoan] = [await answers(entryId), await answers(begun.applicationId)];
  expect([await forgetClosed(onDay('2027-05-29'), registry), (await facts()) > 0]).toEqual([0, true]);
  expect(await forgetClosed(onDay('2027-05-30'), registry)).toBeGreaterThan(0);
  expect([await facts(), await answers(entryId), await answers(begun.applicationId)]).toEqual([0, ofEntry, ofLoan]);
  expect(await emptied()).toEqual(['module:policies']);
  await sql`update application set waits = null where applicant_id = ${leader}`.execute(server.db);
  await forgetClosed(onDay('2027-05-31'), registry);
  expect([ofLoan > 0, await answers(begun.applicationId), await answers(entryId)]).toEqual([true, 0, ofEntry]);
});

const words = ['暗号甲', '暗号项目', '暗号丙', '暗号丁', '暗号戊', '暗号己', '19900007771', '199****7771'];

/** Somebody with rows in every table that persons have rows in. */
async function everywhere(): Promise<{ person: string; others: { entryId: string; leader: string }; entryId: string }> {
  const person = await freshPerson(server, '暗号甲');
  const phone = '19900007771';
  Object.assign(server.home, { wechat: { phoneOf: async () => phone, openidOf: async () => null } });
  await server.ask(person, 'people/bindPhone', { code: 'a-code' });
  Object.assign(server.home, { wechat: null });
  await server.db.updateTable('person').set({ openid: 'o-secret' }).where('id', '=', person).execute();
  const idNumber = freshIdNumber();
  words.push(idNumber);
  const mine = await submittedEntry(server, {
    leader: person,
    leaderZh: '暗号丙',
    title: '暗号项目一',
    phone,
    idNumber,
  });
  const others = await filledDraft(server, { title: '别人的项目' });
  const { token } = await server.ask<{ token: string }>(others.leader, 'entry/inviteMember', {
    entryId: others.entryId,
    access: 'edit',
  });
  await server.ask(person, 'entry/joinTeam', { token, name: '暗号丁', roleZh: '财务', phone, sensitive: true });
  await server.ask(person, 'entry/consentAsMember', { entryId: others.entryId, agreed: true });
  await server.ask(others.leader, 'entry/submit', { entryId: others.entryId, version: 1 });
  await server.ask(person, 'people/sendFeedback', { kind: 'question', body: '暗号戊：请问何时审核', contact: phone });
  await server.ask(person, 'policies/declareFacts', { facts: [{ fact: 'regionId', value: '141033' }] });
  await returnAs(server, clerk, mine.entryId, { project: { comment: '暗号己要改' } });
  await server.ask(clerk, 'screening/addNote', { entryId: mine.entryId, body: '暗号己的备注' });
  const held = {
    subject_id: mine.entryId,
    field: 'project.title',
    field_zh: '项目名称',
    digest: '',
    text: '暗号项目一',
  };
  const since = { since: at(server.home.now()), due_at: at(server.home.now()) };
  await server.db
    .insertInto('text_check')
    .values({ ...held, ...since, person_id: person, state: 'review', version: 1 })
    .execute();
  await tick();
  return { person, others, entryId: mine.entryId };
}

test('whoever closes their account is nowhere any more, twice or after a kill the same; others keep what is theirs, and the chains hold', async () => {
  const { person, others, entryId } = await everywhere();
  expect((await standing(words)).length).toBeGreaterThan(20);
  const before = await server.ask<{ goesZh: string[]; staysZh: string[]; hinderedZh: string[] }>(
    person,
    'rights/beforeLeaving',
  );
  expect(before.hinderedZh).toEqual([]);
  // What is kept of the work of staff is told to whoever was one.
  expect(before.staysZh.join()).not.toContain('谁发布、修改过大赛规则');
  const official = await server.ask<{ staysZh: string[] }>('clerk-yaodu', 'rights/beforeLeaving');
  expect(official.staysZh.join()).toContain('谁发布、修改过大赛规则');
  expect(before.goesZh.join()).toContain('1 个已提交的项目，退赛并删除内容和文件');
  // Everything is handed out, sealed values opened, and nothing of it is kept.
  const handed = await server.ask<{ base64: string; name: string }>(person, 'rights/handOut', { format: 'json' });
  const file = Buffer.from(handed.base64, 'base64').toString();
  const handedOut = words.filter((word) => !/\*/.test(word) && !['暗号项目', '暗号己'].includes(word));
  expect(handedOut.filter((word) => !file.includes(word))).toEqual([]);
  const sections = (JSON.parse(file) as { sections: Array<{ name: string }> }).sections.map(({ name }) => name);
  expect(sections).toEqual(expect.arrayContaining(['person', 'entry', 'sealed_value', 'consent', 'delivery', 'move']));
  const beyond = await server.call(person, 'rights/handOut', { format: 'json', part: 2 });
  expect(beyond.body).toMatchObject({ error: { code: 'RIGHTS_NO_SUCH_PART' } });
  const pdf = await server.ask<{ base64: string; bytes: number }>(person, 'rights/handOut', { format: 'pdf' });
  const drawn = Buffer.from(pdf.base64, 'base64');
  expect([drawn.subarray(0, 5).toString(), drawn.includes('/FontFile2'), drawn.length]).toEqual([
    '%PDF-',
    true,
    pdf.bytes,
  ]);
  const left = await server.call(person, 'rights/leave', { agreed: true }, 'leaving-1');
  expect(left.body).toEqual({ ok: true, data: { ok: true } });
  // From this moment nobody comes in as them.
  expect((await server.call(person, 'people/me')).status).toBe(401);
  const counted = counting(registry);
  // Killed after some steps: what follows goes through all of them again.
  let steps = 0;
  const killed: Registry = {
    ...counted.registry,
    personal: counted.registry.personal.map((one) => ({
      ...one,
      tables: one.tables.map((table) => ({
        ...table,
        erased:
          typeof table.erased === 'function'
            ? async (...args: Parameters<typeof table.erased>) => {
                steps += 1;
                if (steps === 9) throw new Error('killed');
                return (table.erased as (...all: typeof args) => Promise<number>)(...args);
              }
            : table.erased,
      })),
    })),
  };
  await expect(eraseAsked(server.home, killed)).rejects.toThrow('killed');
  await tick();
  await Promise.all([eraseAsked(server.home, counted.registry), eraseAsked(server.home, counted.registry)]);
  await tick();
  expect(await standing([...words, 'o-secret'])).toEqual([
    // What their leaving was told by, to whoever reads it still.
    'message.body: 暗号项目',
    'message.phone_fields: 暗号项目',
    'outbox.payload: 暗号项目',
  ]);
  const missed = registry.personal
    .flatMap(({ tables }) => tables)
    .filter(({ table, erased }) => typeof erased === 'function' && !counted.touched.has(table))
    .map(({ table }) => table);
  expect(missed).toEqual([]);
  const row = await server.db
    .selectFrom('erasure')
    .selectAll()
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  expect(row.done_at).not.toBeNull();
  expect(await server.ask(others.leader, 'entry/get', { entryId: others.entryId })).toMatchObject({
    state: 'submitted',
    members: [],
  });
  const found = await server.ask<{ items: unknown[] }>(clerk, 'screening/search', { q: '别人的项目' });
  expect(found.items).toHaveLength(1);
  const { state } = await server.db
    .selectFrom('entry')
    .select('state')
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  expect(state).toBe('withdrawn');
  expect(await verifyAudit(server.db, server.home.auditKeys)).toMatchObject({ ok: true });
});

test('six months after the whole service closed every account is closed but those that still serve', async () => {
  const somebody = await freshPerson(server, '最后一位');
  await announce('service');
  await forgetClosed(onDay('2027-05-29'), registry);
  const asked = async (id: string) =>
    (await server.db.selectFrom('erasure').select('person_id').where('person_id', '=', id).execute()).length;
  expect(await asked(somebody)).toBe(0);
  await forgetClosed(onDay('2027-05-30'), registry);
  expect([await asked(somebody), await asked(personaId('city'))]).toEqual([1, 0]);
  const { rows } = await sql`select from closing where scope = 'service' and emptied_at is null`.execute(server.db);
  expect(rows).toHaveLength(1);
});
