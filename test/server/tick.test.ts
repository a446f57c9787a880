import { areas } from '../../cloudfunctions/core/areas';
import type { AnyArea, Job } from '../../cloudfunctions/core/line/area';
import { makeTick } from '../../cloudfunctions/core/line/tick';
import { verifyAudit } from '../../cloudfunctions/core/platform/audit/verify-audit';
import { filledDraft, freshPerson, save, sendBytes, submittedEntry, uploadFile } from '../support/entry-factory';
import { fixedNow } from '../support/fixed-clock';
import { lyingInInboxes } from '../support/inboxes';
import { claimAs, returnAs, reviewOf } from '../support/review-acts';
import { makePdf } from '../support/sample-files/pdf';
import { freshServer, type TestServer } from '../support/server';

/** After sign-up (2026-12-14), after every correction, and in the end after screening. */
const afterSignUp = Date.UTC(2026, 11, 15, 2);
const afterAllEnds = Date.UTC(2026, 11, 26, 2);
const inSignUp = Date.UTC(2026, 11, 10, 2);

let server: TestServer;
let tick: () => Promise<void>;
beforeEach(async () => {
  server = await freshServer();
  tick = makeTick(server.home, areas, { name: null });
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  expect(await verifyAudit(server.db, server.home.auditKeys)).toMatchObject({ ok: true });
  await server.close();
});

async function standAt(ms: number): Promise<void> {
  server.clock.set(ms);
  await tick();
  await tick();
}

/** Whatever was told to anybody, in words, and how often. */
const told = async () =>
  (
    await lyingInInboxes(server.db)
      .select(({ fn }) => ['person_id', 'notice', 'title', 'body', fn.countAll<number>().as('times')])
      .groupBy(['person_id', 'notice', 'title', 'body'])
      .orderBy('person_id')
      .orderBy('notice')
      .orderBy('body')
      .execute()
  ).map(({ person_id, notice, body, times }) => `${times} ${person_id} ${notice} ${body}`);
const moves = (entryId: string) =>
  server.db.selectFrom('move').select(['n', 'move']).where('subject_id', '=', entryId).orderBy('n').execute();

test('an area’s jobs are done in their order, the hourly ones once an hour, and one that fails holds up none', async () => {
  const done: string[] = [];
  const job = (name: string, hourly?: true): Job => ({
    name,
    run: async () => void done.push(name),
    ...(hourly && { hourly }),
  });
  const failing: Job = { name: 'failing', run: () => Promise.reject(new Error('no')) };
  const area = (name: string, jobs: readonly Job[]): AnyArea => ({
    name,
    access: {},
    procedures: {},
    tables: [],
    jobs,
  });
  const handed = [area('b', [failing, job('b2'), job('b1')]), area('a', [job('a hourly', true), job('a1')])];
  const own = makeTick(server.home, handed);
  await own();
  expect(done.splice(0)).toEqual(['b2', 'b1', 'a1', 'a hourly']);
  expect(server.faults.splice(0)).toMatchObject([{ part: 'failing' }]);
  await own();
  expect(done.splice(0)).toEqual(['b2', 'b1', 'a1']);
  for (let minutes = 0; minutes < 60; minutes += 30) {
    server.clock.pass(30 * 60_000);
    await own();
  }
  expect(done).toEqual(['b2', 'b1', 'a1', 'b2', 'b1', 'a1', 'a hourly']);
  server.faults.splice(0);
});

test('set forward past every end, back, and forward again: each phase and each lapse is told once', async () => {
  const { entryId } = await submittedEntry(server);
  await returnAs(server, 'clerk-puxian-1', entryId, { project: { comment: '请写明产品' } });
  await standAt(fixedNow);
  await standAt(afterSignUp);
  const once = await told();
  const made = await moves(entryId);
  expect(made.filter(({ move }) => move === 'expire')).toHaveLength(1);
  expect(once.filter((one) => one.includes('phase.'))).not.toEqual([]);
  expect(once.every((one) => one.startsWith('1 '))).toBe(true);
  await standAt(fixedNow);
  await standAt(afterSignUp);
  expect(await told()).toEqual(once);
  expect(await moves(entryId)).toEqual(made);

  await standAt(afterAllEnds);
  const all = await told();
  await standAt(fixedNow);
  await standAt(afterSignUp);
  await standAt(afterAllEnds);
  expect(await told()).toEqual(all);
});

test('an act that is sent again after the clock was in another month and came back is not done twice', async () => {
  const person = await freshPerson(server);
  const start = { contestId: 'LF-XH-2026-141033', trackCode: 'modern_services', groupCode: 'idea_team' };
  await tick();
  const first = await server.ask(person, 'entry/start', start, 'the-same-key');
  await standAt(afterAllEnds);
  await standAt(fixedNow);
  expect(await server.ask(person, 'entry/start', start, 'the-same-key')).toEqual(first);
});

test('what is begun, sent and written before and after goes on: no number twice, no fault, nothing held back', async () => {
  const draft = await filledDraft(server);
  const plan = { name: '商业计划书.pdf', bytes: makePdf() };
  const begin = () =>
    server.ask<{ uploadId: string }>(draft.leader, 'entry/beginUpload', {
      entryId: draft.entryId,
      slot: 'business_plan',
      name: plan.name,
      size: plan.bytes.length,
    });
  const letter = () =>
    server.ask<{ reference: string }>(draft.leader, 'people/sendFeedback', {
      kind: 'question',
      body: '问',
      contact: '',
    });
  const first = await letter();

  // Sent but not finished, when a day passes that never was.
  const { uploadId } = await begin();
  await sendBytes(server, draft.leader, uploadId, [plan.bytes]);
  await standAt(inSignUp);
  // Begun on that day.
  const later = await begin();
  expect((await letter()).reference).toBe('TS-20261210-0001');
  await server.ask(draft.leader, 'entry/inviteMember', { entryId: draft.entryId, access: 'view' });
  await standAt(fixedNow);

  const finished = await server.call(draft.leader, 'entry/finishUpload', { uploadId });
  expect([200, 422]).toContain(finished.status);
  expect((await server.call(draft.leader, 'entry/finishUpload', { uploadId: later.uploadId })).status).toBe(422);
  expect((await letter()).reference).not.toBe(first.reference);
  const { version } = await server.ask<{ version: number }>(draft.leader, 'entry/get', { entryId: draft.entryId });
  expect(await server.call(draft.leader, 'entry/submit', { entryId: draft.entryId, version })).toMatchObject({
    status: 200,
  });
  expect(
    await uploadFile(server, (await filledDraft(server)).leader, draft.entryId, 'business_plan', plan).catch(String),
  ).toMatch(/NOT_FOUND/);
  await standAt(afterSignUp);
});

test('what changed since the last return is seen by the order of the acts, not by their dates', async () => {
  const correct = async (entryId: string, leader: string, words: string) => {
    const form = await server.ask<{
      version: number;
      sections: Array<{ section: string; version: number; data: object }>;
    }>(leader, 'entry/get', { entryId });
    const project = form.sections.find(({ section }) => section === 'project');
    await save(server, { entryId, leader }, 'project', project?.version ?? 0, { ...project?.data, summary: words });
    await server.ask(leader, 'entry/resubmit', { entryId, version: form.version });
  };
  const changed = async (entryId: string) =>
    (await reviewOf(server, 'clerk-puxian-1', entryId)).sections
      .filter((section) => section.changed)
      .map(({ section }) => section);

  const early = await submittedEntry(server, { title: '先到的项目' });
  server.clock.set(inSignUp);
  const late = await submittedEntry(server, { title: '后到的项目' });
  await returnAs(server, 'clerk-puxian-1', early.entryId, { project: { comment: '请写明产品' } });
  server.clock.set(fixedNow);
  await returnAs(server, 'clerk-puxian-1', late.entryId, { project: { comment: '请写明产品' } });
  for (const { entryId, leader } of [early, late]) {
    await correct(entryId, leader, '改写后的简介：把山里的核桃直接送到城里');
    expect([entryId, await changed(entryId)]).toEqual([entryId, ['project']]);
    await claimAs(server, 'clerk-puxian-1', entryId);
  }
});
