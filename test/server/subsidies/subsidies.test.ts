import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting, makeTick } from '../../../cloudfunctions/core/line/tick';
import { kindOf } from '../../../src/shared/benefits/kinds';
import { subsidyItems } from '../../../src/shared/benefits/kinds/subsidy/items';
import { moveOn } from '../../support/applications';
import { freshPerson, freshUscc } from '../../support/entry-factory';
import { lyingInInboxes } from '../../support/inboxes';
import { keepShipped } from '../../support/referrals';
import { freshServer, type TestServer } from '../../support/server';
import { filledSubsidy, type SubsidyWish, subsidyBusiness } from '../../support/subsidies';

let server: TestServer;
let tick: () => Promise<void>;
beforeAll(async () => {
  server = await freshServer();
  for (const { policy } of subsidyItems) await keepShipped(server, policy);
  tick = makeTick(server.home, areas);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const desk = 'loan-puxian';
type View = {
  state: string;
  clock: { dueDate: string | null };
  records: Array<{ zh: string; at: string | null; lines: Array<{ value: string }> }>;
  timeline: Array<{ zh: string; byZh: string }>;
};
const view = (as: string, applicationId: string) => server.ask<View>(as, 'benefits/application', { applicationId });
const course = async (as: string, applicationId: string) =>
  (await server.ask<{ timeline: object[] }>(as, 'benefits/application', { applicationId })).timeline;
const refusal = async (...[as, path, input]: Parameters<TestServer['call']>) => {
  const { body } = await server.call(as, path, input);
  return body.ok ? null : [body.error.code, body.error.message];
};
const listed = async () =>
  (await server.ask<{ items: object[] }>(null as never, 'subsidies/listed', {})).items as Array<
    Record<'nameZh' | 'itemZh' | 'regionZh' | 'untilOn', string>
  >;
const lines = async (applicationId: string) =>
  (
    await sql<{ id: string; batchId: string; amountFen: number; again: boolean }>`select id, batch_id as "batchId",
      amount_fen as "amountFen", again from payment_line where source_kind = 'subsidy' and source_id = ${applicationId} order by id`.execute(
      server.db,
    )
  ).rows;

/** Moves the clock; whoever is signed in stays so. */
async function day(text: string): Promise<void> {
  const now = Date.parse(`${text}T10:00:00+08:00`);
  server.clock.set(now);
  await server.db
    .updateTable('session')
    .set({ expires_at: new Date(now + 86_400_000) })
    .execute();
}

const filledBy = (as: string, kind: string, wish: SubsidyWish = {}) => filledSubsidy(server, as, kind, wish);

async function listedBy(as: string, kind: string, wish: SubsidyWish = {}): Promise<string> {
  const applicationId = await filledBy(as, kind, wish);
  for (const [who, move] of [
    [as, 'submit'],
    [desk, 'claim'],
    [desk, 'list'],
  ] as const)
    expect([move, await moveOn(server, who, applicationId, move)]).toEqual([move, 200]);
  return applicationId;
}

test('one is reviewed, listed over a holiday, paid once although the worker dies, comes back, is put right and paid; its amount is nobody’s to type', async () => {
  await day('2026-09-29');
  const person = await freshPerson(server);
  const applicationId = await filledBy(person, 'subsidy-one-off', { consents: { 'subsidy-one-off.publicName': true } });
  expect(await moveOn(server, person, applicationId, 'submit')).toBe(200);
  expect(await moveOn(server, desk, applicationId, 'claim')).toBe(200);
  expect(
    await moveOn(server, desk, applicationId, 'return', { faults: [{ section: 'pay', text: '请核对户名' }] }),
  ).toBe(200);
  expect(await moveOn(server, person, applicationId, 'submit')).toBe(200);
  expect(await moveOn(server, desk, applicationId, 'claim')).toBe(200);
  expect(await moveOn(server, desk, applicationId, 'putBack')).toBe(200);
  expect(await moveOn(server, desk, applicationId, 'claim')).toBe(200);
  const read = await view(desk, applicationId);
  // Nothing says that it was paid: once, although it was handed in twice, and at no time.
  expect(read.records.map(({ zh, at, lines }) => [zh, at, lines.map(({ value }) => value)])).toEqual([
    ['应付金额', null, ['5,000.00 元', '5,000.00 元']],
  ]);
  expect(await moveOn(server, desk, applicationId, 'list', { answers: { amount: 1 } })).toBe(200);
  // The supervisor reads as the desk does, without proofs and group; the city state, clocks and amounts.
  type Office = { parts: Array<{ lines: Array<{ field: string }> }>; files: Array<{ slot: string }> };
  const readBy = async (as: string) => {
    const { office, records } = await server.ask<{ office: Office; records: View['records'] }>(
      as,
      'benefits/application',
      {
        applicationId,
      },
    );
    return {
      fields: office.parts.flatMap(({ lines }) => lines.map(({ field }) => field)),
      files: office.files.map(({ slot }) => slot),
      amounts: records.flatMap(({ lines }) => lines.map(({ value }) => value))[0],
    };
  };
  const whole = await readBy(desk);
  expect(whole.fields).toEqual(expect.arrayContaining(['keyGroup', 'payee', 'account']));
  expect(await readBy('auditor')).toEqual({
    fields: whole.fields.filter((field) => field !== 'keyGroup'),
    files: [],
    amounts: '5,000.00 元',
  });
  expect(await readBy('city')).toEqual({ fields: [], files: [], amounts: '5,000.00 元' });
  // From the day after, without the week of the National Day, with the Saturday that is worked for it.
  expect((await view(desk, applicationId)).clock.dueDate).toBe('2026-10-12');
  const covered = await freshPerson(server);
  const other = await listedBy(covered, 'subsidy-one-off');
  const row = { itemZh: '一次性创业补贴', regionZh: '蒲县', untilOn: '2026-10-12' };
  // Those of one day in no order of theirs.
  const shown = await listed();
  expect(shown).toHaveLength(2);
  expect(shown).toEqual(
    expect.arrayContaining([
      { listingId: applicationId, nameZh: '王小明', ...row },
      { listingId: other, nameZh: '王**', ...row },
    ]),
  );
  // A name that is taken back is covered at once, and the application goes on.
  const given = await server.db
    .selectFrom('consent')
    .select('id')
    .where('subject_id', '=', applicationId)
    .where('kind', 'like', '%.publicName')
    .executeTakeFirstOrThrow();
  await server.ask(person, 'rights/withdrawConsent', { consentId: given.id });
  expect((await listed()).map(({ nameZh }) => nameZh)).toEqual(['王**', '王**']);
  expect(await moveOn(server, desk, other, 'strike')).toBe('SUBSIDY_ONE_OFF_REASON_MISSING');
  expect(await moveOn(server, desk, other, 'strike', { reason: '有人反映没有经营' })).toBe(200);

  await day('2026-10-12');
  await tick();
  expect((await view(person, applicationId)).state).toBe('listed');
  await day('2026-10-13');
  // The worker dies as it hands the payment over: nothing of it is written, and the next does it once.
  await sql`alter table payment_line add constraint dies check (false) not valid`.execute(server.db);
  await tick();
  expect([(await view(person, applicationId)).state, await lines(applicationId)]).toEqual(['listed', []]);
  await sql`alter table payment_line drop constraint dies`.execute(server.db);
  server.faults.splice(0);
  await Promise.all([tick(), tick()]);
  await tick();
  const [first, ...more] = await lines(applicationId);
  expect([Number(first?.amountFen), more, (await view(person, applicationId)).state]).toEqual([500_000, [], 'batched']);
  expect(await listed()).toEqual([]);
  expect((await view(desk, applicationId)).timeline.at(-1)).toMatchObject({ zh: '送财政付款', byZh: '系统' });

  await server.ask('finance', 'finance/markFailed', { lineId: first?.id, reason: '账号与户名不符' });
  expect((await view(person, applicationId)).state).toBe('pay_failed');
  const { own } = await server.ask<{
    own: { sections: Array<{ section: string; editable: boolean; version: number }> };
  }>(person, 'benefits/application', { applicationId });
  expect(own.sections.filter(({ editable }) => editable).map(({ section }) => section)).toEqual(['pay']);
  await server.ask(person, 'benefits/saveApplication', {
    applicationId,
    section: 'pay',
    version: own.sections.find(({ section }) => section === 'pay')?.version,
    data: { payee: '王小明' },
    sealed: { account: '6222020000005678' },
  });
  expect(await moveOn(server, person, applicationId, 'fix')).toBe(200);
  const [, second] = await lines(applicationId);
  expect(second).toMatchObject({ again: true });
  expect(await server.ask('finance', 'finance/revealAccount', { lineId: second?.id })).toEqual({
    value: '6222020000005678',
  });
  await server.ask('finance', 'finance/markPaid', { batchId: second?.batchId, lineIds: [], paidOn: '2026-10-13' });
  await tick();
  expect([(await view(person, applicationId)).state, (await lines(applicationId)).length]).toEqual(['paid', 2]);
  const why = expect.objectContaining({ zh: '付款没有成功', reason: '账号与户名不符' });
  for (const as of [desk, person]) expect(await course(as, applicationId)).toContainEqual(why);
  await deliverWaiting(server.home, areas);
  const told = await lyingInInboxes(server.db)
    .innerJoin('outbox as o', 'o.id', 'm.event_id')
    .select(['m.notice', 'm.body'])
    .where('o.subject', '=', `subsidy-one-off:${applicationId}`)
    .where('m.notice', 'like', 'subsidy.%')
    .orderBy('m.notice')
    .execute();
  const deskTold = { notice: 'subsidy.failed.desk', body: '申报人已收到原因，改好账户后自动再送财政。点开看原因。' };
  expect(told).toEqual([
    { notice: 'subsidy.failed', body: '原因：账号与户名不符。请改好收款账户并重新提交。' },
    // Two hold the desk.
    deskTold,
    deskTold,
    {
      notice: 'subsidy.listed',
      body: expect.stringMatching(/^金额 5,000.00 元。公示到 10月12日.*没有疑问的送财政付款。$/),
    },
    { notice: 'subsidy.paid', body: '金额 5,000.00 元，付到您填写的账户。到账时间以银行为准。' },
  ]);
});

test('what counts is multiplied up to its most; another of the same purpose is refused in words that name it, of the person or the business, under way or paid', async () => {
  await day('2026-11-24');
  const [person, partner, third] = [await freshPerson(server), await freshPerson(server), await freshPerson(server)];
  const uscc = freshUscc();
  const hiring = await filledBy(person, 'subsidy-hiring', { uscc, more: { people: 2 } });
  expect(await moveOn(server, person, hiring, 'submit')).toBe('BENEFITS_NOT_ELIGIBLE');
  await server.ask(person, 'benefits/saveApplication', {
    applicationId: hiring,
    section: 'business',
    version: 1,
    data: { ...subsidyBusiness(uscc), people: 4 },
  });
  expect(await moveOn(server, person, hiring, 'submit')).toBe(200);
  expect((await view(person, hiring)).records[0]?.lines.map(({ value }) => value)).toEqual([
    '4,000.00 元',
    '1,000.00 元 × 4 人',
  ]);
  const order = (applicationId: string) => ({ applicationId, version: 1, move: 'submit', reason: '', faults: [] });
  const small = await filledBy(partner, 'subsidy-new-hires', { uscc, more: { people: 4 } });
  expect(await refusal(partner, 'benefits/moveApplication', order(small))).toEqual([
    'SUBSIDIES_STACKED',
    '本人或这个经营主体的“创业带动就业补贴”正在办理，同类补贴不能重复享受，不能再申报“小微企业一次性吸纳就业补助”',
  ]);
  await sql`update application set state = 'paid', waits = null, live = false where id = ${hiring}`.execute(server.db);
  expect((await refusal(partner, 'benefits/moveApplication', order(small)))?.[1]).toContain('“创业带动就业补贴”已付款');
  const again = await filledBy(third, 'subsidy-hiring', { uscc, more: { people: 5 } });
  expect((await refusal(third, 'benefits/moveApplication', order(again)))?.[1]).toContain('同一项补贴不能重复享受');
  // Another purpose stands beside it.
  const post = await filledBy(person, 'subsidy-post', { uscc, more: { people: 2, months: 12 } });
  expect(await moveOn(server, person, post, 'submit')).toBe(200);
  expect((await view(person, post)).records[0]?.lines[0]?.value).toBe('7,200.00 元');
  // How many count at most is the policy's own figure; without it nothing is made up.
  const most = (value: number | null) =>
    sql`update policy_version set definition = jsonb_set(definition, '{parameters}', (select jsonb_agg(case
        when p ->> 'code' = 'mostTimes' then p || jsonb_build_object('value', ${value}::int) else p end)
        from jsonb_array_elements(definition -> 'parameters') p)) where code = 'sx-graduate-rent'`.execute(server.db);
  const tenant = await freshPerson(server);
  const rent = await filledBy(tenant, 'subsidy-rent', { more: { years: 3 } });
  await server.ask(tenant, 'benefits/saveApplication', {
    applicationId: rent,
    section: 'person',
    version: 1,
    data: { name: '王小明', keyGroup: 'graduate', graduationYear: 2023, firstFounding: 'yes' },
  });
  await most(null);
  expect((await refusal(tenant, 'benefits/moveApplication', order(rent)))?.[0]).toBe('BENEFITS_NOT_OPEN');
  await most(2);
  expect(await moveOn(server, tenant, rent, 'submit')).toBe(200);
  expect((await view(tenant, rent)).records[0]?.lines.map(({ value }) => value)).toEqual([
    '4,000.00 元',
    '2,000.00 元 × 3 年，最多按 2 年计',
  ]);
  expect(await moveOn(server, desk, post, 'claim')).toBe(200);
  expect(await moveOn(server, desk, post, 'reject', { reason: '人员不符' })).toBe(200);
});

test('an item that is over says so and takes no application; what is not put right in time lapses, what is withdrawn is over; every move was made', async () => {
  await day('2026-11-24');
  const person = await freshPerson(server);
  expect(await refusal(person, 'benefits/beginApplication', { kind: 'subsidy-graduate', regionId: '141033' })).toEqual([
    'BENEFITS_NOT_OPEN',
    '政策已到期，不再受理，请咨询本县（市、区）人社部门',
  ]);
  const lapsing = await filledBy(person, 'subsidy-one-off');
  await moveOn(server, person, lapsing, 'submit');
  await moveOn(server, desk, lapsing, 'claim');
  await moveOn(server, desk, lapsing, 'return', { faults: [{ section: 'business', text: '请核对日期' }] });
  await day('2026-12-31');
  await tick();
  expect((await view(person, lapsing)).state).toBe('expired');
  const left = await listedBy(person, 'subsidy-one-off');
  expect(await moveOn(server, person, left, 'withdraw')).toBe(200);
  const made = await server.db
    .selectFrom('move as m')
    .innerJoin('subject as s', 's.id', 'm.subject_id')
    .select('m.move')
    .distinct()
    .where('s.kind', 'like', 'subsidy-%')
    .execute();
  const all = Object.keys(kindOf('subsidy-one-off')?.lifecycle.moves ?? {});
  expect(all.filter((name) => !made.some(({ move }) => move === name))).toEqual([]);
});

test('the edition says for how many days something is listed, and how long the desk has', async () => {
  await day('2026-11-24');
  const set = { subsidyList: 2, subsidyReview: 7 };
  await sql`update edition set blueprint = jsonb_set(blueprint, '{clocks}', blueprint -> 'clocks' || ${JSON.stringify(set)}::jsonb)
    where status = 'current'`.execute(server.db);
  const person = await freshPerson(server);
  const applicationId = await filledBy(person, 'subsidy-one-off');
  await moveOn(server, person, applicationId, 'submit');
  expect((await view(desk, applicationId)).clock.dueDate).toBe('2026-12-03');
  await moveOn(server, desk, applicationId, 'claim');
  await moveOn(server, desk, applicationId, 'list');
  expect((await view(desk, applicationId)).clock.dueDate).toBe('2026-11-26');
});

test('what was handed in is looked over by the city without names, by the supervisor and each desk with them: newest first, by item, region and state', async () => {
  type Rows = { items: Array<Record<string, unknown>>; found: object | null; regions: object[]; next: string | null };
  const all = { kind: null, regionId: null, state: null };
  const seen = (as: string, filter: object = {}) => server.ask<Rows>(as, 'subsidies/handedIn', { ...all, ...filter });
  await day('2027-01-04');
  const person = await freshPerson(server);
  const applicationId = await filledBy(person, 'subsidy-one-off');
  const states = async (as: string, filter: object) => (await seen(as, filter)).items.map(({ stateZh }) => stateZh);
  const before = (await seen('city')).items.length;
  // What nobody handed in is nobody's to see.
  expect(before).toBeGreaterThan(3);
  await moveOn(server, person, applicationId, 'submit');
  const { items, found, regions } = await seen('city');
  expect([items.length, found, regions.length]).toEqual([before + 1, { count: before + 1, more: false }, 18]);
  expect(items[0]).toMatchObject({
    applicationId,
    nameZh: null,
    itemZh: '一次性创业补贴',
    regionZh: '蒲县',
    stateZh: '待受理',
    submittedOn: '2027-01-04',
    amountFen: 500_000,
    howZh: '5,000.00 元',
    workdaysOver: null,
  });
  expect(JSON.stringify(items)).not.toContain('王小明');
  expect((await seen('auditor')).items[0]).toMatchObject({ applicationId, nameZh: '王小明' });
  expect((await seen(desk)).items[0]).toMatchObject({ applicationId, nameZh: '王小明' });
  expect((await seen(desk)).regions).toEqual([{ value: '141033', zh: '蒲县' }]);
  expect((await seen('loan-yaodu')).items).toEqual([]);
  expect((await seen('loan-yaodu', { regionId: '141033' })).items).toEqual([]);
  expect(new Set(await states('city', { state: 'expired' }))).toEqual(new Set(['逾期未补正，申报已失效']));
  expect((await seen('city', { kind: 'subsidy-post', regionId: '141033' })).items).toMatchObject([
    { stateZh: '审核未通过', itemZh: '小微企业吸纳就业困难人员岗位补贴' },
  ]);
  expect((await seen('city', { regionId: '141002' })).items).toEqual([]);
  await day('2026-11-24');
  for (const as of ['lender-1', 'clerk-puxian-1', 'finance', person])
    expect([as, (await server.call(as, 'subsidies/handedIn', all)).status]).toEqual([as, 403]);
});
