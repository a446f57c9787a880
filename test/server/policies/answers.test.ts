import { json } from '../../../cloudfunctions/core/platform/schema';
import { currentEdition } from '../../../cloudfunctions/core/seeds/editions';
import type { PolicyDefinition } from '../../../src/shared/policies/policy';
import { freshPerson, submittedEntry } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
const definition: PolicyDefinition = {
  rule: {
    all: [
      { fact: 'registered', op: 'is', value: true, zh: '已办营业执照', basis: '示例第一条' },
      { fact: 'employees', op: 'max', param: 'mostPeople', zh: '现有职工不超过 20 人', basis: '示例第二条' },
      { fact: 'safetyOk', op: 'is', value: true, zh: '消防和环保可行', basis: '示例第三条' },
    ],
    zh: '以下各条都要符合',
  },
  parameters: [
    {
      code: 'mostPeople',
      zh: '人数',
      from: '2026-01-01',
      to: null,
      value: 20,
      docNo: '示例〔2026〕1号',
      confidence: 'demonstration',
    },
    {
      code: 'amount',
      zh: '金额',
      from: null,
      to: null,
      value: 30_000_000,
      docNo: '示例〔2026〕1号',
      confidence: 'demonstration',
    },
  ],
  benefits: [{ code: 'amount', zh: '最高', unit: 'fen', param: 'amount' }],
  examples: [],
};

beforeAll(async () => {
  server = await freshServer();
  await server.db.deleteFrom('policy_version').execute();
  const words = {
    summary_zh: '',
    body_zh: '正文',
    kind: 'x',
    doc_no: '示例〔2026〕1号',
    confirmed_zh: '示例',
    demonstration: true,
  };
  await server.db
    .insertInto('policy_version')
    .values([
      {
        ...words,
        code: 'workshop',
        version: 1,
        title_zh: '小作坊补贴',
        effective_from: '2026-01-01',
        effective_to: '2026-12-31',
        definition: json(definition),
      },
      { ...words, code: 'only-words', version: 1, title_zh: '只有文字', effective_from: null, effective_to: null },
      {
        ...words,
        code: 'old',
        version: 1,
        title_zh: '旧政策',
        effective_from: null,
        effective_to: '2026-11-23',
        definition: json(definition),
      },
    ])
    .execute();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Answer = {
  code: string;
  version: number;
  stand: string;
  whyZh: string;
  before: { standZh: string; newVersion: boolean } | null;
  missing: Array<{ fact: string; asked: string }>;
  lines: Array<{ zh: string; verdict: string; valueZh: string | null; asked: string | null }>;
  benefits: Array<{ valueZh: string }>;
};
const mine = async (who: string) => (await server.ask<{ policies: Answer[] }>(who, 'policies/mine')).policies;
const workshop = async (who: string) => (await mine(who)).find(({ code }) => code === 'workshop') as Answer;
const say = (who: string, facts: object) =>
  server.ask(who, 'policies/declareFacts', {
    facts: Object.entries(facts).map(([fact, value]) => ({ fact, value })),
  });
const check = (entryId: string, fact: string, value: unknown) =>
  server.ask('clerk-puxian-1', 'policies/checkFact', { entryId, fact, value, on: '2026-11-24', note: '现场查看' });

test('a person reads what is missing and who says it, then one thing to change, then that all of it fits; a change is marked', async () => {
  const who = await freshPerson(server);
  const entry = await submittedEntry(server, { leader: who, group: 'idea_team' });
  await server.db.deleteFrom('person_fact').where('person_id', '=', who).execute();
  const first = await workshop(who);
  expect([first.stand, first.whyZh]).toEqual([
    'unknown',
    '还要知道：是否办了营业执照、现有职工人数、消防和环保是否可行。',
  ]);
  expect(first.missing.map(({ fact, asked }) => [fact, asked])).toEqual([
    ['registered', 'me'],
    ['employees', 'me'],
    ['safetyOk', 'staff'],
  ]);
  expect(first.benefits.map(({ valueZh }) => valueZh)).toEqual(['30 万元']);
  expect((await mine(who)).map(({ code, stand }) => [code, stand])).toEqual([
    ['workshop', 'unknown'],
    ['only-words', 'text'],
    ['old', 'over'],
  ]);
  await server.ask(who, 'policies/seen', { policies: [{ code: 'workshop', version: 1, stand: 'unknown' }] });

  await say(who, { registered: false, employees: 20 });
  await check(entry.entryId, 'safetyOk', true);
  const second = await workshop(who);
  expect([second.stand, second.whyZh, second.before]).toEqual([
    'near',
    '只差一项：已办营业执照。',
    { standZh: '还不清楚', newVersion: false },
  ]);

  await say(who, { registered: true });
  const third = await workshop(who);
  expect([third.stand, third.lines.map(({ verdict }) => verdict)]).toEqual(['pass', ['pass', 'pass', 'pass', 'pass']]);
  await server.ask(who, 'policies/seen', {
    policies: [
      { code: 'workshop', version: 1, stand: 'near' },
      // Named twice, it was seen as it was named last.
      { code: 'workshop', version: 1, stand: 'pass' },
    ],
  });
  expect((await workshop(who)).before).toBeNull();

  await say(who, { employees: 21 });
  // Of the ones who fail it is told whether it can still be changed.
  expect((await workshop(who)).stand).toBe('near');
  await check(entry.entryId, 'safetyOk', false);
  expect(await workshop(who)).toMatchObject({ stand: 'fail', whyZh: '现有职工不超过 20 人：不符合。' });

  // The same on paper, for phones that print no page.
  const paper = await server.ask<{ name: string; base64: string }>(who, 'policies/printed');
  const drawn = Buffer.from(paper.base64, 'base64');
  expect([paper.name, drawn.subarray(0, 5).toString(), drawn.length < 640_000]).toEqual([
    '星火_我能享受的政策_2026-11-24.pdf',
    '%PDF-',
    true,
  ]);

  // Whoever reviews the entry reads the same answers.
  const staff = await server.ask<{ policies: Answer[] }>('clerk-puxian-1', 'policies/answersFor', {
    entryId: entry.entryId,
  });
  expect(staff.policies.map(({ code, stand }) => [code, stand])).toEqual([
    ['workshop', 'fail'],
    ['only-words', 'text'],
    ['old', 'over'],
  ]);
  expect((await server.call('clerk-yaodu', 'policies/answersFor', { entryId: entry.entryId })).status).toBe(404);
  expect(entry.reference).toContain(currentEdition.slice(-4));
});

test('anybody may ask by a few things said, of which nothing is kept; a sensitive one is not taken', async () => {
  const ask = (facts: object[]) => server.call(null, 'policies/check', { facts });
  const before = await server.db.selectFrom('person_fact').select('id').execute();
  const { body } = await ask([
    { fact: 'registered', value: true },
    { fact: 'employees', value: 30 },
  ]);
  expect(body).toMatchObject({
    ok: true,
    data: { policies: expect.arrayContaining([expect.objectContaining({ code: 'workshop', stand: 'near' })]) },
  });
  expect(await server.db.selectFrom('person_fact').select('id').execute()).toEqual(before);
  for (const facts of [
    [{ fact: 'keyGroup.disabled', value: true }],
    [{ fact: 'employees', value: 'many' }],
    [{ fact: 'nothing', value: 1 }],
  ]) {
    expect((await ask(facts)).body).toMatchObject({ ok: false, error: { code: 'POLICIES_NO_SUCH_FACT' } });
  }
});
