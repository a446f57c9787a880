import { type FactName, factNames, isSensitive, keptFacts, type SensitiveFact } from '@shared/policies/facts';
import { knownOf } from '@shared/policies/known';
import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { drawAwards } from '../../../cloudfunctions/core/policies/facts/draw-awards';
import { drawEntries } from '../../../cloudfunctions/core/policies/facts/draw-entries';
import { knownFactsOf, readRecords } from '../../../cloudfunctions/core/policies/facts/fact-rows';
import { keepFacts, type Learnt } from '../../../cloudfunctions/core/policies/facts/keep-facts';
import { erase } from '../../../cloudfunctions/core/rights/erase-asked';
import { personWith } from '../../../cloudfunctions/core/rights/registry';
import { registryOf } from '../../../cloudfunctions/core/rights/registry-of';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { insertAwards } from '../../support/award-rows';
import { filledDraft, freshPerson, sendBytes, submittedEntry } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { randomFrom, someValue } from '../../support/policies/random-rules';
import { makeJpg } from '../../support/sample-files/picture';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await settle();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});
afterEach(() => server.clock.set(fixedNow));

type View = {
  fact: string;
  value: unknown;
  valueZh: string | null;
  sourceZh: string | null;
  checked: boolean;
  otherwiseZh: string | null;
};
type Views = {
  facts: Array<View & { evidence: object | null }>;
  history: Array<{
    factId: string | null;
    evidence: object | null;
    zh: string;
    endedAt: string | null;
    note: string;
    byZh: string | null;
  }>;
};

async function settle() {
  await deliverWaiting(server.home, areas);
  await drawEntries(server.home);
  await drawAwards(server.home);
}
const valuesOf = async (personId: string) =>
  Object.fromEntries(Object.entries(await knownFactsOf(server.db, personId)).map(([fact, { value }]) => [fact, value]));
const rowOf = async (personId: string) =>
  (await server.db.selectFrom('person_facts').select('facts').where('person_id', '=', personId).executeTakeFirst())
    ?.facts;
const mine = async (as: string, fact: string) =>
  (await server.ask<Views>(as, 'policies/myFacts')).facts.find((one) => one.fact === fact);
const declare = (as: string, values: Record<string, unknown>) =>
  server.call(as, 'policies/declareFacts', {
    facts: Object.entries(values).map(([fact, value]) => ({ fact, value })),
  });

const submitDraft = async ({ entryId, leader }: { entryId: string; leader: string }) => {
  const { version } = await server.ask<{ version: number }>(leader, 'entry/get', { entryId });
  return server.ask<{ entryId: string; version: number }>(leader, 'entry/submit', { entryId, version });
};

/** An entry whose leader chose this key group. */
async function entryOf(keyGroup: string | null) {
  const draft = await filledDraft(server, { group: 'start_up' });
  const form = await server.ask<{ sections: Array<{ section: string; version: number; data: object }> }>(
    draft.leader,
    'entry/get',
    {
      entryId: draft.entryId,
    },
  );
  const leader = form.sections.find(({ section }) => section === 'leader');
  await server.ask(draft.leader, 'entry/saveSection', {
    entryId: draft.entryId,
    section: 'leader',
    version: leader?.version,
    data: { ...leader?.data, keyGroup },
  });
  return draft;
}

test('a submission says facts of its leader: the firm, the place, the month of birth and no closer', async () => {
  const draft = await entryOf('graduate');
  await submitDraft(draft);
  await settle();
  const values = await valuesOf(draft.leader);
  expect(values).toMatchObject({
    regionId: '141033',
    registered: true,
    registrationDate: '2025-03-03',
    entityKind: 'company',
    track: 'rural_revitalisation',
    group: 'start_up',
    age: '1990-03',
    'keyGroup.graduate': true,
  });
  // One group was chosen: of the others nothing is known.
  expect(values['keyGroup.veteran']).toBeUndefined();
  expect(await rowOf(draft.leader)).toEqual(values);
  expect(await mine(draft.leader, 'registrationDate')).toMatchObject({
    sourceZh: expect.stringMatching(/^XH2026-141033-\d{4} 报名表$/),
  });
  expect(JSON.stringify(await rowOf(draft.leader))).not.toContain('1990-03-07');
});

test('“none of these” says so of every group that was offered, and of no other', async () => {
  const draft = await entryOf('none');
  await submitDraft(draft);
  await settle();
  const values = await valuesOf(draft.leader);
  expect(values['keyGroup.veteran']).toBe(false);
  expect(Object.keys(values).filter((fact) => fact.startsWith('keyGroup.') && isSensitive(fact as FactName))).toEqual(
    [],
  );
});

test('a submission that is taken back or withdrawn says nothing more; what it said stays in the history', async () => {
  const entry = await submittedEntry(server);
  await settle();
  const { leader_id } = await server.db
    .selectFrom('entry')
    .select('leader_id')
    .where('id', '=', entry.entryId)
    .executeTakeFirstOrThrow();
  const leader = leader_id ?? '';
  expect((await valuesOf(leader)).registered).toBe(false);
  await server.ask(leader, 'entry/recall', { entryId: entry.entryId, version: entry.version });
  await settle();
  expect(await valuesOf(leader)).toEqual({});
  expect(await rowOf(leader)).toEqual({});
  const rows = await server.db.selectFrom('person_fact').select('ended_at').where('person_id', '=', leader).execute();
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.every(({ ended_at }) => ended_at !== null)).toBe(true);
});

test('a confirmed award is a fact of whoever led the entry', async () => {
  const draft = await filledDraft(server);
  const { entryId } = await submitDraft(draft);
  await insertAwards(server, [entryId], 'second');
  await settle();
  expect(await valuesOf(draft.leader)).toMatchObject({ awardLevel: 'second', awardCancelled: false });
  const view = await mine(draft.leader, 'awardLevel');
  expect(view).toMatchObject({ valueZh: '二等奖', checked: true });
  // Drawn again it is not drawn anew.
  const before = await server.db
    .selectFrom('person_fact')
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  await drawAwards(server.home);
  expect(
    await server.db.selectFrom('person_fact').select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow(),
  ).toEqual(before);
});

test('one says facts of oneself, says them anew and takes them back', async () => {
  const person = await freshPerson(server);
  expect((await declare(person, { employees: 3, 'keyGroup.veteran': true, age: '1990-03-07' })).status).toBe(200);
  expect(await valuesOf(person)).toEqual({ employees: 3, 'keyGroup.veteran': true, age: '1990-03' });
  await declare(person, { employees: 4 });
  expect(await mine(person, 'employees')).toMatchObject({
    value: 4,
    valueZh: '4 人',
    sourceZh: '本人填写',
    on: '2026-11-24',
    withdrawable: true,
  });
  await server.ask(person, 'policies/withdrawFact', { fact: 'employees' });
  expect(await mine(person, 'employees')).toMatchObject({ value: null, withdrawable: false, declarable: true });
  expect(await rowOf(person)).toEqual({ 'keyGroup.veteran': true, age: '1990-03' });
});

test('what is wrong is said beside it and changes nothing', async () => {
  const person = await freshPerson(server);
  const wrong = await declare(person, { employees: 3, registrationDate: '2026-11-25' });
  expect(wrong).toMatchObject({
    status: 422,
    body: { error: { code: 'POLICIES_FACT_WRONG', fields: { 'facts.1.value': '日期不能晚于今天' } } },
  });
  expect((await declare(person, { employees: -1 })).body).toMatchObject({
    error: { fields: { 'facts.0.value': '请填写 0 或正整数（人）' } },
  });
  expect((await declare(person, { employees: 1_000_001 })).body).toMatchObject({
    error: { fields: { 'facts.0.value': '数字太大，请核对' } },
  });
  expect((await declare(person, { regionId: '999999' })).body).toMatchObject({
    error: { fields: { 'facts.0.value': '请重新选择' } },
  });
  expect(await valuesOf(person)).toEqual({});
});

test('what only an application may ask, or nobody may say of themselves, is not taken', async () => {
  const person = await freshPerson(server);
  const values: Record<string, unknown> = { otherLoans: ['car'], consumerLoanFen: 1, spouseOtherLoans: [] };
  for (const fact of factNames.filter((name) => isSensitive(name) || name === 'awardLevel' || name === 'tradeFit')) {
    const reply = await declare(person, { [fact]: values[fact] ?? (fact === 'awardLevel' ? 'first' : true) });
    expect([fact, reply.status, reply.body]).toMatchObject([fact, 422, { error: { code: 'POLICIES_NO_SUCH_FACT' } }]);
  }
});

test('staff of the region check a fact with its evidence: it counts before what was said', async () => {
  const draft = await entryOf('returning_migrant');
  const { entryId } = await submitDraft(draft);
  await settle();
  await declare(draft.leader, { employees: 12 });
  const checked = await server.ask<Views>('clerk-puxian-1', 'policies/checkFact', {
    entryId,
    fact: 'employees',
    value: 8,
    on: '2026-11-20',
    note: '社保缴费名单 8 人',
  });
  expect(checked.facts.find(({ fact }) => fact === 'employees')).toMatchObject({
    value: 8,
    sourceZh: '蒲县审核人员核对',
    checked: true,
    otherwiseZh: '本人填写：12 人',
  });
  expect(checked.history[0]).toMatchObject({ zh: '现有职工人数', note: '社保缴费名单 8 人', endedAt: null });
  expect(await rowOf(draft.leader)).toMatchObject({ employees: 8 });
  // Said anew or taken back, what was checked still counts.
  await declare(draft.leader, { employees: 20 });
  await server.ask(draft.leader, 'policies/withdrawFact', { fact: 'employees' });
  expect(await rowOf(draft.leader)).toMatchObject({ employees: 8 });
  const refused = async (as: string, more: object = {}) =>
    (
      await server.call(as, 'policies/checkFact', {
        entryId,
        fact: 'employees',
        value: 1,
        on: '2026-11-20',
        note: '无',
        ...more,
      })
    ).status;
  expect(await refused('clerk-yaodu')).toBe(404);
  expect(await refused(draft.leader)).toBe(404);
  expect(await refused('clerk-puxian-1', { on: '2026-11-25' })).toBe(422);
  expect(await refused('clerk-puxian-1', { fact: 'keyGroup.disabled', value: true })).toBe(422);
  expect(await refused('clerk-puxian-1', { note: '' })).toBe(400);
});

test('a checked fact has a file: whoever reads the fact opens it and its person too, who is told; it is handed out and goes with them', async () => {
  const entry = await entryOf('graduate');
  const { entryId, version } = await submitDraft(entry);
  const { leader } = entry;
  const clerk = 'clerk-puxian-1';
  const checked = await server.ask<Views>(clerk, 'policies/checkFact', {
    entryId,
    fact: 'employees',
    value: 8,
    on: '2026-11-20',
    note: '社保缴费名单 8 人',
  });
  const factId = checked.history[0]?.factId ?? '';
  expect(checked.history[0]).toMatchObject({ evidence: null });
  const bytes = makeJpg();
  const file = { factId, slot: 'evidence', name: '缴费名单.jpg', size: bytes.length };
  const begin = (as: string, more: object = {}) => server.call(as, 'policies/beginFactFile', { ...file, ...more });
  expect([(await begin(leader)).status, (await begin('clerk-yaodu')).status]).toEqual([404, 404]);
  expect((await begin(clerk, { name: '名单.docx' })).status).toBe(422);
  expect((await begin(clerk, { size: 10 * 1024 ** 2 + 1 })).status).toBe(422);
  const { uploadId } = await server.ask<{ uploadId: string }>(clerk, 'policies/beginFactFile', file);
  await sendBytes(server, clerk, uploadId, [bytes]);
  await server.ask(clerk, 'policies/finishFactFile', { uploadId });

  const evidence = { uploadId, name: '缴费名单.jpg', state: 'accepted' };
  const read = await server.ask<Views>('auditor', 'policies/factsOf', { entryId });
  expect(read.facts.find(({ fact }) => fact === 'employees')).toMatchObject({ evidence });
  expect(read.history.find((one) => one.factId === factId)).toMatchObject({ evidence });
  expect(await mine(leader, 'employees')).toMatchObject({ evidence });

  const open = (as: string, more: object = {}) => server.call(as, 'policies/openFactFile', { uploadId, ...more });
  const others = await submittedEntry(server);
  expect((await open(leader)).status).toBe(200);
  expect((await open(clerk, { entryId })).status).toBe(200);
  expect((await open(await freshPerson(server))).status).toBe(404);
  expect((await open('clerk-yaodu', { entryId })).status).toBe(404);
  // By an entry of somebody else nobody comes to it.
  expect((await open(clerk, { entryId: others.entryId })).status).toBe(404);
  expect((await server.call(leader, 'entry/openMaterial', { uploadId })).status).toBe(404);
  const openings = await server.ask<{ items: Array<{ whatZh: string; whyZh: string; officeZh: string }> }>(
    leader,
    'oversight/myOpenings',
    {},
  );
  expect(openings.items).toEqual([
    expect.objectContaining({
      whatZh: '文件：核对情况的依据',
      whyZh: expect.stringMatching(/^核对申请人情况 XH2026-141033-/),
      officeZh: '蒲县审核人员',
    }),
  ]);
  const acts = server.db.selectFrom('audit').select('actor').where('subject', '=', `fact:${factId}`);
  expect(await acts.where('act', '=', 'fact/openMaterial').execute()).toHaveLength(2);

  // What was taken back nobody of staff reads, nor adds to; the person still does.
  await server.ask(leader, 'entry/recall', { entryId, version });
  expect([(await open(clerk)).status, (await open(leader)).status]).toEqual([404, 200]);
  expect((await begin(clerk)).body).toMatchObject({ error: { code: 'POLICIES_ENTRY_RECALLED' } });

  const registry = registryOf(areas);
  const person = await personWith(server.db, registry, leader);
  expect(person.things).toContainEqual({ kind: 'fact', id: factId });
  await erase(server.db, registry, { ...person, kept: new Set(), askedAt: server.clock.now() });
  const left = await server.db.selectFrom('upload').select('id').where('subject_id', '=', factId).execute();
  expect(left).toEqual([]);
});

test('the database itself refuses what is sensitive, and takes what is not', async () => {
  const person = await freshPerson(server);
  const insert = (fact: string) =>
    sql`insert into person_fact (id, person_id, fact, value, source, holds_on, learnt_at, source_zh)
      values (gen_random_uuid(), ${person}, ${fact}, 'true', 'declared', '2026-11-24', '2026-11-24', '')`.execute(
      server.db,
    );
  const keep = (fact: string) =>
    sql`insert into person_facts (person_id, facts) values (${person}, jsonb_build_object(${fact}::text, true))
      on conflict (person_id) do update set facts = excluded.facts`.execute(server.db);
  for (const fact of factNames.filter(isSensitive)) {
    await expect(insert(fact)).rejects.toThrow('person_fact_not_sensitive');
    await expect(keep(fact)).rejects.toThrow('person_facts_not_sensitive');
  }
  for (const fact of keptFacts) await insert(fact);
  await keep('age');
  // Nor does a sensitive fact compile where one is kept.
  const kept: [Extract<SensitiveFact, Learnt['fact']>] extends [never] ? 'none' : 'some' = 'none';
  expect(kept).toBe('none');
});

test('the row that a push asks is what counts of the history, however it came about', async () => {
  const random = randomFrom(11);
  const people = [await freshPerson(server), await freshPerson(server)];
  const call = makeCall(server.home, server.db, null, server.clock.now());
  for (let turn = 0; turn < 12; turn++) {
    const learnt = Array.from({ length: 6 }, (): Learnt => {
      const fact = random.pick(keptFacts);
      return {
        personId: random.pick(people),
        fact,
        value: someValue(random, fact, '2026-11-24'),
        source: random.pick(['declared', 'staff', 'entry']),
        on: `2026-11-${10 + random.below(10)}`,
        sourceZh: '试验',
        subjectId: null,
      };
    }).filter(
      (one, i, all) =>
        all.findIndex(
          (other) => other.personId === one.personId && other.fact === one.fact && other.source === one.source,
        ) === i,
    );
    const ending = random.chance(0.3) ? sql`f.source = 'declared' and f.person_id = ${random.pick(people)}` : null;
    await keepFacts(call, learnt, ending);
    const records = await readRecords(server.db, people);
    for (const person of people) {
      const known = Object.entries(knownOf(records.get(person) ?? [])).map(([fact, { value }]) => [fact, value]);
      expect((await rowOf(person)) ?? {}).toEqual(Object.fromEntries(known));
    }
  }
});
