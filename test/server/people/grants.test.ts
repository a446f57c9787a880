import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { forgetOldRows } from '../../../cloudfunctions/core/platform/retention';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { codeLength, codeLetters } from '../../../src/shared/kernel/typed/spoken-code';
import { freshPerson } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Made = { codeId: string; code: string; expiresAt: string };
const puxian = { kind: 'region', regionId: '141033' } as const;
const yaodu = { kind: 'region', regionId: '141002' } as const;
const everywhere = { kind: 'all' } as const;

const wish = (role: string, scope: object, more: object = {}) => ({
  role,
  scope,
  note: '',
  uses: 1,
  days: '3',
  endsOn: null,
  ...more,
});
const make = (as: string, role: string, scope: object, more: object = {}) =>
  server.ask<Made>(as, 'people/makeGrantCode', wish(role, scope, more));
const use = (as: string, code: string, key?: string, name = '王小明') =>
  server.call(as, 'people/useGrantCode', { code, name }, key);
const codeOf = ({ body }: Awaited<ReturnType<TestServer['call']>>) => (body.ok ? 'OK' : body.error.code);
const used = async (as: string, code: string) => codeOf(await use(as, code));

type Grants = { items: Array<Record<string, unknown> & { grantId: string; nameZh: string; role: string }> };
const grantsOf = async (personId: string) =>
  (await server.ask<{ grants: Array<{ role: string; scopeZh: string }> }>(personId, 'people/me')).grants;

test('a code makes whoever types it what it says, in any case, width and with spaces, and is kept as its hash alone', async () => {
  const made = await make('city', 'regionStaff', puxian, { note: '县人社局窗口', endsOn: '2026-12-10' });
  expect(made).toEqual({
    codeId: made.codeId,
    code: expect.stringMatching(new RegExp(`^[${codeLetters}]{5}-[${codeLetters}]{5}$`)),
    expiresAt: '2026-11-27T09:00:00+08:00',
  });
  const plain = made.code.replace('-', '');
  expect(plain).toHaveLength(codeLength);
  const wide = Array.from(plain.toLowerCase(), (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(' ');
  const person = await freshPerson(server);
  expect((await use(person, ` ${wide} `)).body).toEqual({
    ok: true,
    data: {
      role: 'regionStaff',
      scope: puxian,
      roleZh: '审核人员',
      scopeZh: '蒲县',
      endsAt: '2026-12-11T00:00:00+08:00',
    },
  });
  expect(await grantsOf(person)).toEqual([expect.objectContaining({ role: 'regionStaff', scopeZh: '蒲县' })]);
  expect((await server.ask<{ displayName: string }>(person, 'people/me')).displayName).toBe('王小明');
  const queue = {
    filter: { contestId: null, state: 'waiting', trackCode: null, claimed: 'any', overdue: false, q: '' },
  };
  expect((await server.call(person, 'screening/queue', queue)).status).toBe(200);
  const rows = await sql<{ t: string }>`select t::text as t from grant_code t union all select a::text from audit a
    union all select d::text from done_once d union all select o::text from outbox o`.execute(server.db);
  expect(rows.rows.filter(({ t }) => t.includes(plain) || t.includes(made.code))).toEqual([]);
  // At the very instant of its end it is over.
  server.clock.set(Date.UTC(2026, 11, 10, 16));
  expect(await grantsOf(person)).toEqual([]);
});

test('a code says clearly why it does nothing, and then changes nothing', async () => {
  const person = await freshPerson(server);
  const refused = async (as: string, code: string) => {
    const { status, body } = await use(as, code);
    return [status, body.ok ? null : [body.error.code, body.error.fields]];
  };
  expect(await refused(person, 'AAAAA-AAAAA')).toEqual([
    422,
    ['PEOPLE_CODE_UNKNOWN', { code: '没有这个邀请码，请对照收到的邀请码逐位核对' }],
  ]);
  expect(await refused(person, 'AAAAA-AAAA')).toEqual([
    400,
    ['MALFORMED', { code: '邀请码是 10 位字母和数字，现在是 9 位，请核对' }],
  ]);
  expect(await refused(person, 'OAAAA-AAAA1')).toEqual([
    400,
    ['MALFORMED', { code: '邀请码里没有“O、1”，请对照收到的邀请码核对' }],
  ]);
  const expired = await make('city', 'judge', puxian, { days: '1' });
  server.clock.pass(86_400_000);
  expect(await used(person, expired.code)).toBe('PEOPLE_CODE_EXPIRED');
  const once = await make('city', 'judge', puxian);
  const other = await freshPerson(server);
  expect(await used(other, once.code)).toBe('OK');
  expect(await used(other, once.code)).toBe('PEOPLE_CODE_USED_BEFORE');
  expect(await used(person, once.code)).toBe('PEOPLE_CODE_USED_UP');
  const voided = await make('city', 'judge', puxian);
  await server.ask('city', 'people/voidGrantCode', { codeId: voided.codeId });
  expect(await used(person, voided.code)).toBe('PEOPLE_CODE_VOID');
  const own = await make('lead-puxian', 'judge', puxian);
  expect(await used('lead-puxian', own.code)).toBe('PEOPLE_CODE_OWN');
  expect(await grantsOf(person)).toEqual([]);
});

test('a code sent again under its key is used once; a code for several serves each of them once', async () => {
  const { code, codeId } = await make('city', 'judge', puxian, { uses: 2 });
  const [one, two, three] = [await freshPerson(server), await freshPerson(server), await freshPerson(server)];
  const first = await use(one, code, 'use-key-one');
  expect(first.status).toBe(200);
  expect(await use(one, code, 'use-key-one')).toEqual(first);
  const atOnce = await Promise.all([use(two, code), use(three, code)]);
  expect(atOnce.map(codeOf).sort()).toEqual(['OK', 'PEOPLE_CODE_USED_UP']);
  const row = await server.db.selectFrom('grant_code').select('used').where('id', '=', codeId).executeTakeFirst();
  expect(row).toEqual({ used: 2 });
});

test('who was sent away does not come back by the same code', async () => {
  const { code } = await make('city', 'judge', puxian, { uses: 5 });
  const person = await freshPerson(server);
  expect(await used(person, code)).toBe('OK');
  const { items } = await server.ask<Grants>('city', 'people/grants', { role: 'judge', q: '' });
  await server.ask('city', 'people/revokeGrant', { grantId: items[0]?.grantId });
  expect(await used(person, code)).toBe('PEOPLE_CODE_USED_BEFORE');
  expect(await grantsOf(person)).toEqual([]);
});

test('what is held already is not given again, unless it lasts longer; then the longer stands alone', async () => {
  const person = await freshPerson(server);
  const short = await make('city', 'regionStaff', puxian, { endsOn: '2026-12-01' });
  expect(await used(person, short.code)).toBe('OK');
  const shorter = await make('city', 'regionStaff', puxian, { endsOn: '2026-11-30' });
  expect(await used(person, shorter.code)).toBe('PEOPLE_GRANT_HELD');
  const longer = await make('city', 'regionStaff', puxian);
  expect(await used(person, longer.code)).toBe('OK');
  expect(await grantsOf(person)).toHaveLength(1);
  expect(await used(person, (await make('city', 'regionStaff', puxian)).code)).toBe('PEOPLE_GRANT_HELD');
  server.clock.set(Date.UTC(2026, 11, 20));
  expect(await grantsOf(person)).toHaveLength(1);
});

test('the supervisor is nothing else, and nobody else becomes one', async () => {
  const auditorCode = await make('city', 'auditor', everywhere);
  expect(await used('clerk-yaodu', auditorCode.code)).toBe('PEOPLE_AUDITOR_ALONE');
  const clerkCode = await make('city', 'regionStaff', puxian);
  expect(await used('auditor', clerkCode.code)).toBe('PEOPLE_AUDITOR_ALONE');
  const person = await freshPerson(server);
  const atOnce = await Promise.all([use(person, auditorCode.code), use(person, clerkCode.code)]);
  expect(atOnce.map(codeOf).sort()).toEqual(['OK', 'PEOPLE_AUDITOR_ALONE']);
});

test('what is held in an organisation that takes no part just now is held all the same, and its codes wait until it does', async () => {
  const kind = { kind: 'incubator', nameZh: '测试孵化器甲', regionId: null };
  const { organisationId } = await server.ask<{ organisationId: string }>('city', 'people/addOrganisation', kind);
  const scope = { kind: 'organisation', organisationId } as const;
  const [first, again, later] = [
    await make('city', 'incubatorOperator', scope),
    await make('city', 'incubatorOperator', scope),
    await make('city', 'incubatorOperator', scope),
  ];
  const [person, other] = [await freshPerson(server), await freshPerson(server)];
  expect(await used(person, first.code)).toBe('OK');
  const takesPart = (active: boolean) =>
    server.db.updateTable('organisation').set({ active }).where('id', '=', organisationId).execute();
  await takesPart(false);
  const { body } = await use(other, later.code);
  expect(body).toMatchObject({
    error: {
      code: 'PEOPLE_CODE_ORGANISATION_OUT',
      fields: { code: '这个机构现在不参与本赛事，邀请码暂不能用，请联系发码的人' },
    },
  });
  expect(await used(person, again.code)).toBe('PEOPLE_CODE_ORGANISATION_OUT');
  const auditor = await make('city', 'auditor', everywhere);
  expect(await used(person, auditor.code)).toBe('PEOPLE_AUDITOR_ALONE');
  await takesPart(true);
  expect((await grantsOf(person)).map(({ role }) => role)).toEqual(['incubatorOperator']);
  expect(await used(person, again.code)).toBe('PEOPLE_GRANT_HELD');
  expect(await used(other, later.code)).toBe('OK');
});

test('who may give what: the city all, the lead its staff and judges at home, a colleague their own role', async () => {
  const gives = async (as: string, role: string, scope: object) =>
    codeOf(await server.call(as, 'people/makeGrantCode', wish(role, scope)));
  for (const [role, scope] of [
    ['regionLead', yaodu],
    ['cityStaff', everywhere],
    ['auditor', everywhere],
    ['judge', everywhere],
    ['loanClerk', puxian],
  ] as const)
    expect([role, await gives('city', role, scope)]).toEqual([role, 'OK']);
  expect(await gives('city', 'regionStaff', { kind: 'region', regionId: '999999' })).toBe('PEOPLE_GRANT_WRONG');
  expect(await gives('city', 'cityStaff', puxian)).toBe('PEOPLE_GRANT_WRONG');
  expect(await gives('lead-puxian', 'regionStaff', puxian)).toBe('OK');
  expect(await gives('lead-puxian', 'judge', puxian)).toBe('OK');
  for (const [role, scope] of [
    ['regionStaff', yaodu],
    ['regionLead', puxian],
    ['regionStaff', everywhere],
    ['cityStaff', everywhere],
    ['loanClerk', puxian],
  ] as const)
    expect([role, await gives('lead-puxian', role, scope)]).toEqual([role, 'PEOPLE_MAY_NOT_GIVE']);
  for (const as of ['clerk-puxian-1', 'auditor', 'member'])
    expect([as, await gives(as, 'regionStaff', puxian)]).toEqual([as, 'FORBIDDEN']);
});

test('partners: an organisation made by the city, whose people invite colleagues no longer than they are there themselves', async () => {
  const bank = await server.ask<{ organisationId: string }>('city', 'people/addOrganisation', {
    kind: 'bank',
    nameZh: '样例银行二',
    regionId: '141033',
  });
  expect(bank).toEqual({
    organisationId: bank.organisationId,
    kind: 'bank',
    kindZh: '银行',
    nameZh: '样例银行二',
    regionId: '141033',
    regionZh: '蒲县',
    active: true,
    members: 0,
    deskZh: '',
    phone: '',
    addressZh: '',
    version: 1,
  });
  const again = await server.call('city', 'people/addOrganisation', {
    kind: 'guarantor',
    nameZh: '样例 银行\u200b二',
    regionId: null,
  });
  expect(codeOf(again)).toBe('PEOPLE_ORGANISATION_KNOWN');
  const there = { kind: 'organisation', organisationId: bank.organisationId } as const;
  // A bank's people are lenders.
  expect(codeOf(await server.call('city', 'people/makeGrantCode', wish('trainer', there)))).toBe('PEOPLE_GRANT_WRONG');
  const [first, second] = [await freshPerson(server), await freshPerson(server)];
  expect(await used(first, (await make('city', 'lender', there, { endsOn: '2026-12-10' })).code)).toBe('OK');
  const colleague = await make(first, 'lender', there);
  server.clock.pass(1000);
  expect((await use(second, colleague.code)).body).toMatchObject({
    ok: true,
    data: { role: 'lender', scopeZh: '样例银行二', endsAt: '2026-12-11T00:00:00+08:00' },
  });
  expect(codeOf(await server.call(first, 'people/makeGrantCode', wish('guarantor', there)))).toBe(
    'PEOPLE_MAY_NOT_GIVE',
  );
  // They see their own organisation, and take back what they gave.
  const { items } = await server.ask<Grants>(first, 'people/grants', { q: '' });
  expect(items.map(({ personId, revocable }) => [personId, revocable])).toEqual([
    [second, true],
    [first, false],
  ]);
  expect((await server.call(second, 'people/revokeGrant', { grantId: items[1]?.grantId })).status).toBe(404);
  await server.ask(first, 'people/revokeGrant', { grantId: items[0]?.grantId });
  expect(await grantsOf(second)).toEqual([]);
  const { items: all } = await server.ask<{ items: Array<{ nameZh: string; members: number }> }>(
    'city',
    'people/organisations',
  );
  expect(all.map(({ nameZh, members }) => [nameZh, members])).toContainEqual(['样例银行二', 1]);
  // Where it is reached its own people say, or the city, one after the other; each change stands in the audit, and no other organisation's people know of it.
  const { organisationId } = bank;
  const contact = (as: string, version: number, more: object = {}) =>
    server.call(as, 'people/saveOrganisationContact', {
      organisationId,
      version,
      ...{ deskZh: '普惠金融部', phone: '（0357）201 2345', addressZh: '解放路 1 号', ...more },
    });
  const { items: own } = await server.ask<{ items: Array<{ nameZh: string }> }>(first, 'people/organisations');
  expect(own.map(({ nameZh }) => nameZh)).toEqual(['样例银行二']);
  expect((await contact(first, 1)).body).toMatchObject({ ok: true, data: { phone: '0357-2012345', version: 2 } });
  expect((await contact('city', 1, { deskZh: '信贷部' })).body).toMatchObject({
    ok: false,
    error: { code: 'PEOPLE_CONTACT_STALE', current: { deskZh: '普惠金融部', version: 2 } },
  });
  expect((await contact('city', 2, { phone: '23456' })).body).toMatchObject({
    ok: false,
    error: { code: 'PEOPLE_CONTACT_WRONG', fields: { phone: expect.stringContaining('0357-2012345') } },
  });
  expect((await contact('city', 2, { phone: '' })).body).toMatchObject({
    error: { fields: { phone: expect.any(String) } },
  });
  expect((await contact('city', 2, { deskZh: '信贷部' })).status).toBe(200);
  for (const as of ['lender-1', 'incubator-1', 'entrant-new'])
    expect([as, (await contact(as, 3)).status]).toEqual([as, 404]);
  expect((await server.call('entrant-new', 'people/organisations')).status).toBe(403);
  const kept = await server.db
    .selectFrom('audit')
    .select('data')
    .where('subject', '=', `organisation:${organisationId}`)
    .where('act', '=', 'people/saveOrganisationContact')
    .orderBy('n')
    .execute();
  // What stood can be shown to have stood, and is not told.
  const digests = kept.map(({ data }) => data as { digest: string });
  expect(digests).toEqual([{ digest: expect.stringMatching(/^[0-9a-f]{64}$/) }, { digest: expect.any(String) }]);
  expect(digests[0]?.digest).not.toBe(digests[1]?.digest);
  // Of two of the city who change it at once the second is told what stands, and changes nothing.
  const change = { organisationId, version: 3, nameZh: '样例银行二分行', active: false };
  expect((await server.call('city', 'people/changeOrganisation', change)).body).toMatchObject({
    ok: true,
    data: { nameZh: '样例银行二分行', active: false, version: 4 },
  });
  const late = await server.call('city-2', 'people/changeOrganisation', {
    ...change,
    nameZh: '样例银行二',
    active: true,
  });
  expect([late.status, late.body]).toMatchObject([
    409,
    { error: { code: 'PEOPLE_ORGANISATION_STALE', current: { nameZh: '样例银行二分行', active: false, version: 4 } } },
  ]);
  expect(await grantsOf(first)).toEqual([]);
});

test('a code dies with the right of whoever made it', async () => {
  const { code } = await make('lead-puxian', 'regionStaff', puxian, { uses: 5 });
  const { items } = await server.ask<Grants>('city', 'people/grants', { role: 'regionLead', q: '' });
  await server.ask('city', 'people/revokeGrant', { grantId: items[0]?.grantId });
  const person = await freshPerson(server);
  expect(await used(person, code)).toBe('PEOPLE_CODE_VOID');
});

test('the last official of the city without an end is not sent away, nor do two send each other away', async () => {
  const person = await freshPerson(server);
  const { items } = await server.ask<Grants>('city', 'people/grants', { role: 'cityStaff', q: '' });
  const held = (name: string) => items.find(({ nameZh }) => nameZh === name)?.grantId;
  const first = held('市级统筹人员');
  await server.ask('city', 'people/revokeGrant', { grantId: held('市级统筹人员二') });
  // One’s own is not one’s to take back.
  expect((await server.call('city', 'people/revokeGrant', { grantId: first })).status).toBe(404);
  expect(await used(person, (await make('city', 'cityStaff', everywhere, { endsOn: '2026-12-31' })).code)).toBe('OK');
  expect(codeOf(await server.call(person, 'people/revokeGrant', { grantId: first }))).toBe('PEOPLE_LAST_CITY');
  expect(await used(person, (await make('city', 'cityStaff', everywhere)).code)).toBe('OK');
  const both = await server.ask<Grants>('city', 'people/grants', { role: 'cityStaff', q: '' });
  const own = both.items.find(({ personId }) => personId === person)?.grantId;
  const replies = await Promise.all([
    server.call('city', 'people/revokeGrant', { grantId: own }),
    server.call(person, 'people/revokeGrant', { grantId: first }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 404]);
  const left = await server.db
    .selectFrom('role_grant')
    .select('id')
    .where('role', '=', 'cityStaff')
    .where('revoked_at', 'is', null)
    .execute();
  expect(left).toHaveLength(1);
});

test('the list says who holds what, who gave it and until when; each sees their own place', async () => {
  const person = await freshPerson(server);
  const { code } = await make('lead-puxian', 'regionStaff', puxian, { note: '县就业局窗口', endsOn: '2026-12-31' });
  await use(person, code);
  const find = async (as: string, filter: object) =>
    (await server.ask<Grants>(as, 'people/grants', { q: '', ...filter })).items;
  expect(await find('city', { regionId: '141033', q: '就业局' })).toEqual([
    {
      grantId: expect.any(String),
      personId: person,
      nameZh: '王小明',
      role: 'regionStaff',
      scope: puxian,
      roleZh: '审核人员',
      scopeZh: '蒲县',
      note: '县就业局窗口',
      givenBy: '蒲县审核负责人',
      givenAt: '2026-11-24T09:00:00+08:00',
      endsAt: '2027-01-01T00:00:00+08:00',
      revocable: true,
    },
  ]);
  const names = (items: Grants['items']) => items.map(({ nameZh, role }) => `${nameZh} ${role}`).sort();
  expect(names(await find('lead-puxian', {}))).toEqual([
    '王小明 regionStaff',
    '蒲县人社窗口人员 loanClerk',
    '蒲县审核人员一 regionStaff',
    '蒲县审核人员二 regionStaff',
    '蒲县审核负责人 regionLead',
    '蒲县审核负责人 regionStaff',
  ]);
  expect(names(await find('lead-puxian', { regionId: '141002' }))).toEqual([]);
  expect(names(await find('auditor', { role: 'cityStaff' }))).toEqual([
    '市级统筹人员 cityStaff',
    '市级统筹人员二 cityStaff',
  ]);
  expect(names(await find('city', { q: '％_小明' }))).toEqual([]);
  expect((await server.call('clerk-puxian-1', 'people/grants', { q: '' })).status).toBe(403);
  expect((await server.call(person, 'people/grantCodes')).status).toBe(403);
});

test('lists page by keyset, and only codes that can be used are listed', async () => {
  for (let n = 0; n < 22; n += 1) {
    server.clock.pass(60_000);
    await make('city', 'judge', puxian, { note: `第 ${n} 个` });
  }
  type Codes = { items: Array<{ note: string; madeBy: string; uses: number; used: number }>; next: string | null };
  const first = await server.ask<Codes>('city', 'people/grantCodes');
  const rest = await server.ask<Codes>('city', 'people/grantCodes', { cursor: first.next });
  expect([first.items.length, rest.items.length, rest.next]).toEqual([20, 2, null]);
  expect(first.items[0]).toMatchObject({ note: '第 21 个', madeBy: '市级统筹人员', uses: 1, used: 0, voidable: true });
  expect((await server.call('lead-puxian', 'people/grantCodes', { cursor: first.next })).status).toBe(422);
  expect((await server.ask<Codes>('auditor', 'people/grantCodes')).items[0]).toMatchObject({ voidable: false });
  server.clock.pass(3 * 86_400_000);
  expect((await server.ask<Codes>('city', 'people/grantCodes')).items).toEqual([]);
});

test('a code that was asked for again under its key is another, and the first is void', async () => {
  const ask = () => server.ask<Made>('city', 'people/makeGrantCode', wish('judge', puxian), 'make-key-1');
  const [first, second] = [await ask(), await ask()];
  expect(second.code).not.toBe(first.code);
  expect(await used(await freshPerson(server), first.code)).toBe('PEOPLE_CODE_VOID');
  expect(await used(await freshPerson(server), second.code)).toBe('OK');
});

test('tries are counted, ten an hour a person and three hundred an address; a code that can be none costs none', async () => {
  const person = await freshPerson(server);
  for (let n = 0; n < 5; n += 1) await use(person, 'AAAAA');
  for (let n = 0; n < 10; n += 1) expect(await used(person, 'AAAAA-AAAAA')).toBe('PEOPLE_CODE_UNKNOWN');
  const { code } = await make('city', 'judge', puxian);
  const refused = await use(person, code);
  expect([refused.status, refused.retryAfter, refused.body]).toEqual([
    429,
    3600,
    { ok: false, error: { code: 'RATE_LIMITED', message: '试的次数太多，请 60 分钟后再试' } },
  ]);
  server.clock.pass(3_600_000);
  expect(await used(person, code)).toBe('OK');
  await sql`insert into call_rate (caller, minute, calls) values ('try:address:test', ${Math.floor(server.clock.now() / 3_600_000) * 60}, 300)
    on conflict (caller, minute) do update set calls = 300`.execute(server.db);
  expect(await used(await freshPerson(server), 'AAAAA-AAAAA')).toBe('RATE_LIMITED');
});

test('each act stands in the audit and in the security log, and whom it concerns is told', async () => {
  const person = await freshPerson(server);
  const made = await make('lead-puxian', 'regionStaff', puxian);
  await use(person, made.code);
  const spare = await make('city', 'judge', puxian);
  await server.ask('city', 'people/voidGrantCode', { codeId: spare.codeId });
  const { items } = await server.ask<Grants>('city', 'people/grants', { q: '王小明' });
  await server.ask('city', 'people/revokeGrant', { grantId: items[0]?.grantId });
  await server.ask('city', 'people/revokeGrant', { grantId: items[0]?.grantId });
  const acts = await server.db
    .selectFrom('audit')
    .select(['subject', 'act', 'actor'])
    .where('act', 'like', 'people/%Grant%')
    .orderBy('at')
    .orderBy('subject')
    .orderBy('n')
    .execute();
  const [city, lead] = [personaId('city'), personaId('lead-puxian')];
  expect(acts.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))).toEqual(
    [
      { subject: `grantCode:${made.codeId}`, act: 'people/makeGrantCode', actor: lead },
      { subject: `grantCode:${made.codeId}`, act: 'people/useGrantCode', actor: person },
      { subject: `grantCode:${spare.codeId}`, act: 'people/makeGrantCode', actor: city },
      { subject: `grantCode:${spare.codeId}`, act: 'people/voidGrantCode', actor: city },
      { subject: `person:${person}`, act: 'people/useGrantCode', actor: person },
      { subject: `person:${person}`, act: 'people/revokeGrant', actor: city },
    ].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  );
  const logged = await server.ask<{ items: Array<{ act: string; actZh: string; outcomeZh: string }> }>(
    'auditor',
    'people/securityLog',
    {},
  );
  expect(
    logged.items
      .filter(({ act }) => act.includes('Grant'))
      .map(({ actZh, outcomeZh }) => `${actZh} ${outcomeZh}`)
      .sort(),
  ).toEqual(
    ['发邀请码 成功', '发邀请码 成功', '使用邀请码 成功', '作废邀请码 成功', '收回权限 成功', '收回权限 成功'].sort(),
  );
  await deliverWaiting(server.home, areas);
  const told = async (as: string) =>
    (await server.ask<{ items: Array<{ title: string; body: string }> }>(as, 'notices/inbox')).items.map(
      ({ title, body }) => `${title}：${body}`,
    );
  expect((await told(person)).sort()).toEqual(
    [
      '您已成为审核人员：权限范围：蒲县。待办在“工作台”查看。',
      '您的审核人员权限已收回：审核人员（蒲县）的权限已收回，即时生效。有疑问的，请联系市级统筹人员。',
    ].sort(),
  );
  expect(await told('lead-puxian')).toEqual([
    '您发的邀请码已使用：王小明已成为审核人员（蒲县）。不是您要邀请的人，请立即收回。',
  ]);
  expect(await told('city')).toEqual([]);
});

test('a new official of the city is told to the others and to the supervisor', async () => {
  await use(await freshPerson(server), (await make('city', 'cityStaff', everywhere)).code);
  await deliverWaiting(server.home, areas);
  const inbox = async (as: string) =>
    (await server.ask<{ items: Array<{ title: string; body: string }> }>(as, 'notices/inbox')).items;
  for (const as of ['city', 'auditor'])
    expect(await inbox(as)).toEqual([
      expect.objectContaining({
        title: '新增一名市级统筹人员',
        body: '王小明已成为市级统筹人员。请核实，有误的立即收回。',
      }),
    ]);
});

test('a code by which nobody came is forgotten a year after its end; one that was used stays with its grants', async () => {
  await make('city', 'judge', puxian, { note: '没有用过' });
  const { code } = await make('city', 'judge', puxian, { note: '用过' });
  await use(await freshPerson(server), code);
  const retention = areas.flatMap((area) => area.retention ?? []);
  const notes = async () => {
    await forgetOldRows(server.home, retention);
    const rows = await server.db.selectFrom('grant_code').select('note').orderBy('note').execute();
    return rows.map(({ note }) => note);
  };
  server.clock.pass(368 * 86_400_000);
  expect(await notes()).toEqual(['没有用过', '用过']);
  server.clock.pass(1);
  expect(await notes()).toEqual(['用过']);
});
