import { sql } from 'kysely';
import { verifyChain } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import { findDefects, lackedToday } from '../../../cloudfunctions/core/policies/library/defects';
import { openVersion } from '../../../cloudfunctions/core/policies/library/version-rows';
import { shippedPolicies } from '../../../cloudfunctions/core/policies/shipped';
import { seedPolicies } from '../../../cloudfunctions/core/seeds/policies';
import { fixedNow } from '../../support/fixed-clock';
import {
  type Draft,
  type DraftPart,
  moveDraft,
  readDraft,
  readyAmendment,
  typeDraft,
} from '../../support/policy-drafts';
import { freshServer, type TestServer } from '../../support/server';
import { told } from '../notices/news';

let server: TestServer;
const second = 'city-2';
beforeAll(async () => {
  server = await freshServer();
  await server.db.deleteFrom('policy_version').execute();
  await seedPolicies(server.db);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});
afterEach(async () => {
  server.clock.set(fixedNow);
  // Whatever a test leaves is over, so that the next may amend the same policy.
  await sql`update policy_draft set state = 'discarded', waits = null where waits is not null`.execute(server.db);
});

type Library = {
  versions: Array<{ code: string; version: number; standing: string; mark: string; closedZh: string | null }>;
  drafts: Array<{ policyDraftId: string; titleZh: string; stateZh: string }>;
  shipped: Array<{ code: string }>;
};
type History = {
  versions: Array<{
    version: number;
    effectiveTo: string | null;
    differences: unknown[];
    confirmed: object | null;
    mark: string;
    confirmable: boolean;
  }>;
  defects: string[];
};
type Todos = { waitsForMe: Array<{ title: string; detail: string }>; iWaitFor: Array<{ title: string }> };
const library = (as = 'city') => server.ask<Library>(as, 'policies/library');
const history = (code: string) => server.ask<History>('city', 'policies/history', { code });
const errorOf = (reply: { body: unknown }) =>
  (reply.body as { error: { code: string; message: string; fields?: Record<string, string> } }).error;
const todos = (as: string) => server.ask<Todos>(as, 'notices/workbench');

test('a policy is amended, proposed, and published by a second person: the version before it ends the day before, and everybody reads the new one', async () => {
  const policyDraftId = await readyAmendment(server, 'training');
  await typeDraft(server, policyDraftId, 'basics', { titleZh: '定制化创业培训（修订）' });
  await told(server);
  expect(await readDraft(server, policyDraftId)).toMatchObject({
    obstacles: [],
    differences: expect.arrayContaining([
      { partZh: '基本信息', zh: '政策名称', before: '定制化创业培训', after: '定制化创业培训（修订）' },
      { partZh: '基本信息', zh: '生效日期', before: '没有写明', after: '2026-12-15' },
    ]),
  });
  expect(await server.ask('city', 'policies/draftReach', { policyDraftId })).toEqual({
    zh: expect.stringContaining('按 2026-11-24 的资料'),
  });
  expect((await moveDraft(server, 'city', policyDraftId, 'publish')).status).toBe(422);
  const proposed = await moveDraft(server, 'city', policyDraftId, 'propose');
  expect(proposed.body).toMatchObject({ data: { state: 'proposed', stateZh: '已送签，待发布' } });
  expect(await told(server)).toEqual(['city-2: policy.proposed']);
  expect([(await todos('city')).iWaitFor.map(({ title }) => title), (await todos(second)).waitsForMe]).toMatchObject([
    expect.arrayContaining(['等待另一位统筹人员发布政策']),
    expect.arrayContaining([expect.objectContaining({ title: '核对并发布政策', detail: '定制化创业培训（修订）' })]),
  ]);
  // The first is never the second, and nobody changes what is proposed.
  expect(errorOf(await moveDraft(server, 'city', policyDraftId, 'publish'))).toMatchObject({
    code: 'FORBIDDEN',
    message: '您送签的政策要由另一位市级统筹人员发布',
  });
  const { version, data } = await server.ask<DraftPart>('city', 'policies/draftPart', { policyDraftId, part: 'text' });
  const late = await server.call(second, 'policies/saveDraftPart', { policyDraftId, part: 'text', version, data });
  expect(errorOf(late).code).toBe('POLICY_DRAFT_CLOSED');
  // Two taps at once publish once.
  const stood = await readDraft(server, policyDraftId);
  const both = await Promise.all(
    [1, 2].map(() => server.call(second, 'policies/publishDraft', { policyDraftId, version: stood.version })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { versions } = await history('training');
  expect(versions).toMatchObject([
    { version: 2, effectiveFrom: '2026-12-15', standing: 'notYet', publishedByZh: '市级统筹人员二' },
    { version: 1, effectiveTo: '2026-12-14', standing: 'inForce' },
  ]);
  const { payload } = await server.db
    .selectFrom('outbox')
    .select('payload')
    .where('event', '=', 'policy.published')
    .executeTakeFirstOrThrow();
  expect(payload).toEqual({
    policyId: 'training',
    version: 2,
    title: '定制化创业培训（修订）',
    validFrom: '2026-12-15',
    validTo: null,
    amends: 1,
  });
  const title = async () => (await server.ask<{ titleZh: string }>(null, 'policies/get', { code: 'training' })).titleZh;
  expect(await title()).toBe('定制化创业培训');
  server.clock.set(Date.UTC(2026, 11, 14, 16));
  expect(await title()).toBe('定制化创业培训（修订）');
  const acts = await server.db
    .selectFrom('audit')
    .select(['subject', 'act'])
    .where('subject', '=', 'policy:training')
    .orderBy('n')
    .execute();
  expect(acts).toEqual([{ subject: 'policy:training', act: 'policies/publishDraft' }]);
  expect(await verifyChain(server.db, `policy_draft:${policyDraftId}`)).toEqual({ rows: 5 });
});

test('everything that is missing is named at once, proposing and publishing alike, and nothing is changed', async () => {
  const { policyDraftId } = await server.ask<Draft>('city', 'policies/startDraft', { from: 'new', code: null });
  const refused = errorOf(await moveDraft(server, 'city', policyDraftId, 'propose'));
  expect(refused.code).toBe('POLICY_DRAFT_NOT_READY');
  expect(refused.message).toContain('还有 9 处没有准备好');
  expect(Object.keys(refused.fields ?? {}).sort()).toEqual([
    'basics.docNo',
    'basics.effectiveFrom',
    'basics.forZh',
    'basics.kind',
    'basics.summaryZh',
    'basics.titleZh',
    'examples.examples',
    'rule.root/parts',
    'text.bodyZh',
  ]);
  // An official policy with figures that nobody confirmed, and examples that come out otherwise.
  const loan = (await server.ask<Draft>('city', 'policies/startDraft', { from: 'amend', code: 'incubator-place' }))
    .policyDraftId;
  await typeDraft(server, loan, 'basics', { effectiveFrom: '2026-12-01', demonstration: false, docNo: '' });
  await typeDraft(server, loan, 'examples', { 'examples/e1/expect': 'fail' });
  const places = (await readDraft(server, loan)).obstacles.map(({ part, place }) => `${part}.${place}`);
  expect(places).toEqual(
    expect.arrayContaining(['basics.docNo', 'parameters.parameters/r1/confidence', 'examples.examples/e1/expect']),
  );
  expect(await server.ask('city', 'policies/draftReach', { policyDraftId: loan })).toEqual({
    zh: '内容填全后才能算出影响多少人',
  });
  expect((await readDraft(server, policyDraftId)).state).toBe('draft');
});

test('what is sent back says why and comes to whoever proposed it; what is discarded leaves the lists', async () => {
  const policyDraftId = await readyAmendment(server, 'referral');
  for (const [as, may] of [
    ['city', true],
    ['auditor', false],
  ] as const)
    expect([
      await server.ask(as, 'policies/draftPart', { policyDraftId, part: 'text' }),
      await server.ask(as, 'policies/library'),
      await server.ask(as, 'policies/history', { code: 'referral' }),
    ]).toMatchObject([{ editable: may }, { writes: may }, { writes: may }]);
  await moveDraft(server, 'city', policyDraftId, 'propose');
  expect((await moveDraft(server, second, policyDraftId, 'sendBack', { reason: ' ' })).status).toBe(400);
  await told(server);
  expect((await moveDraft(server, second, policyDraftId, 'sendBack', { reason: '第二条依据不足' })).status).toBe(200);
  expect(await told(server)).toEqual(['city: policy.sentBack']);
  expect((await todos('city')).waitsForMe.map(({ title }) => title)).toContain('修改被退回的政策');
  const shown = await server.ask<{ timeline: Array<{ zh: string; reason: string | null }> }>(
    'auditor',
    'policies/draft',
    { policyDraftId },
  );
  expect(shown.timeline.at(-1)).toMatchObject({ zh: '退回修改', reason: '第二条依据不足' });
  // Who proposed may send it back to themselves.
  await moveDraft(server, second, policyDraftId, 'propose');
  await moveDraft(server, second, policyDraftId, 'sendBack', { reason: '日期写错了' });
  expect((await todos('city')).waitsForMe.map(({ title }) => title)).not.toContain('修改被退回的政策');
  expect((await moveDraft(server, 'city', policyDraftId, 'discard')).status).toBe(200);
  expect((await library()).drafts).toEqual([]);
  expect(errorOf(await moveDraft(server, 'city', policyDraftId, 'propose')).code).toBe('POLICY_DRAFT_MOVE_NOT_ALLOWED');
});

test('a draft into which a colleague typed meanwhile is not proposed unseen; those who type into different parts do not meet', async () => {
  const policyDraftId = await readyAmendment(server, 'referral');
  const seen = await readDraft(server, policyDraftId);
  const parts = await Promise.all(
    (['basics', 'text'] as const).map(async (part) => ({
      part,
      ...(await server.ask<DraftPart>('city', 'policies/draftPart', { policyDraftId, part })),
    })),
  );
  for (const [i, { part, version, data }] of parts.entries())
    await server.ask(i === 0 ? 'city' : second, 'policies/saveDraftPart', { policyDraftId, part, version, data });
  const propose = (version: number) => server.call('city', 'policies/proposeDraft', { policyDraftId, version });
  expect(errorOf(await propose(seen.version))).toMatchObject({
    code: 'CASE_STALE',
    current: { state: 'draft', version: seen.version + 2 },
  });
  expect((await propose(seen.version + 2)).status).toBe(200);
  await moveDraft(server, 'city', policyDraftId, 'discard');
});

test('where the edition lets one person do both, who proposed publishes', async () => {
  const policyDraftId = await readyAmendment(server, 'referral');
  await moveDraft(server, 'city', policyDraftId, 'propose');
  const alone = (value: string) =>
    sql`update edition set blueprint = jsonb_set(blueprint, '{policySecond}', ${JSON.stringify(value)}) where status = 'current'`.execute(
      server.db,
    );
  await alone('none');
  expect((await readDraft(server, policyDraftId)).moves.map(({ move }) => move)).toContain('publish');
  expect((await moveDraft(server, 'city', policyDraftId, 'publish')).status).toBe(200);
  await alone('needed');
});

test('a stale save changes nothing and is shown what stands; a repeated one is done once; one draft a policy', async () => {
  const policyDraftId = await readyAmendment(server, 'guaranteed-loan-firm');
  const part = await server.ask<DraftPart>('city', 'policies/draftPart', { policyDraftId, part: 'text' });
  const save = (as: string, bodyZh: string, key?: string) =>
    server.call(
      as,
      'policies/saveDraftPart',
      { policyDraftId, part: 'text', version: part.version, data: { bodyZh } },
      key,
    );
  const first = await save('city', '甲');
  expect(first.body).toMatchObject({ data: { version: part.version + 1, data: { bodyZh: '甲' } } });
  expect((await save(second, '乙')).body).toMatchObject({
    error: { code: 'CASE_STALE', current: { data: { bodyZh: '甲' } } },
  });
  const once = { policyDraftId, part: 'text', version: part.version + 1, data: { bodyZh: '丙' } };
  const twice = [
    await server.call('city', 'policies/saveDraftPart', once, 'one-key-0001'),
    await server.call('city', 'policies/saveDraftPart', once, 'one-key-0001'),
  ];
  expect(twice[1]?.body).toEqual(twice[0]?.body);
  const another = await Promise.all(
    [1, 2].map(() => server.call('city', 'policies/startDraft', { from: 'amend', code: 'guaranteed-loan-national' })),
  );
  expect(another.map(({ status }) => status).sort()).toEqual([200, 422]);
  const idNumber = { ...once, version: part.version + 2, data: { bodyZh: '如 11010519491231002X' } };
  expect((await server.call('city', 'policies/saveDraftPart', idNumber)).status).toBe(422);
  expect([
    (await server.call('clerk-puxian-1', 'policies/library')).status,
    (await server.call('auditor', 'policies/startDraft', { from: 'new', code: null })).status,
  ]).toEqual([403, 403]);
});

test('dates that overlap a version to come are named, and the database lets none in whoever asks', async () => {
  const policyDraftId = await readyAmendment(server, 'guaranteed-loan-national', '2027-01-01');
  const [newest] = await server.db
    .selectFrom('policy_version')
    .selectAll()
    .where('code', '=', 'guaranteed-loan-national')
    .orderBy('version', 'desc')
    .execute();
  await sql`update policy_version set effective_to = '2027-05-31' where code = 'guaranteed-loan-national' and version = 2`.execute(
    server.db,
  );
  const later = {
    ...newest,
    version: 3,
    effective_from: '2027-06-01',
    effective_to: '2027-12-31',
    definition: JSON.stringify(newest?.definition),
    confirmed_at: undefined,
    published_at: undefined,
  };
  await server.db
    .insertInto('policy_version')
    .values(later as never)
    .execute();
  expect((await readDraft(server, policyDraftId)).obstacles).toEqual([
    {
      part: 'basics',
      place: 'effectiveFrom',
      text: '与第 3 版（2027-06-01 至 2027-12-31）的日期重叠，请改生效或失效日期',
    },
  ]);
  await typeDraft(server, policyDraftId, 'basics', { effectiveTo: '2027-05-31' });
  await moveDraft(server, 'city', policyDraftId, 'propose');
  expect((await moveDraft(server, second, policyDraftId, 'publish')).status).toBe(200);
  expect(
    (await history('guaranteed-loan-national')).versions.map(({ version, effectiveTo }) => [version, effectiveTo]),
  ).toEqual([
    [4, '2027-05-31'],
    [3, '2027-12-31'],
    [2, '2026-12-31'],
    [1, '2023-09-30'],
  ]);
});

test('a demonstration is confirmed once by its document, and says so to everybody; then production takes applications', async () => {
  const opens = async () => (await openVersion(server.db, 'sx-hiring-reward', '2026-11-24', 'production'))?.opens;
  expect(await opens()).toMatchObject({ closed: 'unconfirmed' });
  expect((await history('sx-hiring-reward')).versions[0]).toMatchObject({ mark: 'demonstration', confirmable: true });
  const confirm = (docNo: string, version = 1) =>
    server.call('city', 'policies/confirmVersion', { code: 'sx-hiring-reward', version, docNo });
  expect([(await confirm('')).status, (await confirm('临人社发〔2026〕9号', 7)).status]).toEqual([400, 404]);
  expect((await confirm('临人社发〔2026〕9号')).body).toMatchObject({
    data: { versions: [{ mark: 'confirmed', confirmed: { docNo: '临人社发〔2026〕9号' } }] },
  });
  expect(errorOf(await confirm('临人社发〔2026〕9号')).code).toBe('POLICIES_CONFIRMED');
  expect(await server.ask(null, 'policies/get', { code: 'sx-hiring-reward' })).toMatchObject({
    docNo: '临人社发〔2026〕9号',
    mark: 'confirmed',
    demonstration: false,
    confirmedZh: '市级统筹人员 2026-11-24 按文号核定',
  });
  expect(await opens()).toEqual({ ok: true });
  expect(
    errorOf(
      await server.call('city', 'policies/confirmVersion', {
        code: 'guaranteed-loan-national',
        version: 1,
        docNo: '号',
      }),
    ).code,
  ).toBe('POLICIES_CONFIRMED');
});

test('a figure that is missing is told to the city once of each policy and stands among what waits; to the person it is unknown', async () => {
  await findDefects(server.home);
  await told(server);
  await sql`update policy_version set definition = jsonb_set(definition, '{parameters,0,to}', '"2026-11-23"') where code = 'incubator-place'`.execute(
    server.db,
  );
  expect(await lackedToday(server.db, '2026-11-24')).toEqual([
    { code: 'incubator-place', version: 1, title: '创业孵化基地入驻', parameter: '注册年限' },
  ]);
  expect([await findDefects(server.home), await findDefects(server.home)]).toEqual([1, 0]);
  expect(await told(server)).toEqual(['city: policy.figureMissing', 'city-2: policy.figureMissing']);
  expect((await todos('city')).waitsForMe.map(({ title }) => title)).toContain('补上“注册年限”的数值');
  expect((await history('incubator-place')).defects).toEqual(['注册年限']);
});

test('the preview reads as the person’s page would, answered for the first example', async () => {
  const policyDraftId = await readyAmendment(server, 'sx-graduate-rent');
  expect(await server.ask('auditor', 'policies/previewDraft', { policyDraftId })).toMatchObject({
    policy: { titleZh: expect.any(String), standing: 'inForce' },
    answer: { stand: 'pass' },
    missing: 0,
  });
});

test('after a version for a few days the next amendment is begun from, and ends, the version that begins last', async () => {
  const publish = async (from: string, effectiveTo: string | null, titleZh: string) => {
    const policyDraftId = await readyAmendment(server, 'sx-graduate-rent', from);
    const begun = await server.ask<DraftPart>('city', 'policies/draftPart', { policyDraftId, part: 'basics' });
    await typeDraft(server, policyDraftId, 'basics', { effectiveTo, titleZh });
    expect((await readDraft(server, policyDraftId)).obstacles).toEqual([]);
    await moveDraft(server, 'city', policyDraftId, 'propose');
    expect((await moveDraft(server, second, policyDraftId, 'publish')).status).toBe(200);
    return begun.data.titleZh;
  };
  await publish('2027-01-01', null, '次年版');
  expect(await publish('2026-12-10', '2026-12-31', '年末临时版')).toBe('次年版');
  expect(await publish('2027-06-01', null, '年中修订版')).toBe('次年版');
  const spans = await server.db
    .selectFrom('policy_version')
    .select(['version', 'effective_from', 'effective_to'])
    .where('code', '=', 'sx-graduate-rent')
    .orderBy('version', 'desc')
    .limit(4)
    .execute();
  expect(spans.map((row) => [row.version, row.effective_from, row.effective_to])).toEqual([
    [4, '2027-06-01', null],
    [3, '2026-12-10', '2026-12-31'],
    [2, '2027-01-01', '2027-05-31'],
    [1, null, '2026-12-09'],
  ]);
  // One that begins while another is in force and another follows is in the way of the one that follows.
  const between = await readyAmendment(server, 'sx-graduate-rent', '2027-03-01');
  await typeDraft(server, between, 'basics', { effectiveTo: '2027-07-31' });
  expect((await readDraft(server, between)).obstacles).toMatchObject([
    { part: 'basics', place: 'effectiveFrom', text: expect.stringContaining('与第 4 版') },
  ]);
});

test('production begins empty: what comes with the product is taken over one by one or all at once, as drafts', async () => {
  await sql`delete from policy_version where draft_id is null`.execute(server.db);
  await sql`delete from policy_version`.execute(server.db);
  const codes = [...new Set(shippedPolicies.map(({ code }) => code))];
  expect((await library()).shipped.map(({ code }) => code).sort()).toEqual([...codes].sort());
  const { policyDraftId } = await server.ask<Draft>('city', 'policies/startDraft', {
    from: 'shipped',
    code: 'guaranteed-loan-national',
  });
  const unconfirmed = /effectiveFrom$|confidence$/;
  const lacking = async (id: string) =>
    (await readDraft(server, id)).obstacles.map(({ place }) => place).filter((place) => !unconfirmed.test(place));
  // What it came with says everything but a first day where the document has none, and figures that nobody confirmed.
  expect(await lacking(policyDraftId)).toEqual([]);
  expect(await server.ask('city', 'policies/takeOverShipped')).toEqual({ begun: codes.length - 1 });
  expect(await server.ask('city', 'policies/takeOverShipped')).toEqual({ begun: 0 });
  const { shipped, drafts } = await library();
  expect([shipped, drafts.length]).toEqual([[], codes.length]);
  for (const draft of drafts) expect([draft.titleZh, await lacking(draft.policyDraftId)]).toEqual([draft.titleZh, []]);
});
