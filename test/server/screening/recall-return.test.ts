import { save, submittedEntry } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { claimAs, decideAs, type Review, readAll, returnAs, reviewOf } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';
import { told } from '../notices/news';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});
let start = fixedNow;
beforeEach(() => {
  start += 900_000;
  server.clock.set(start);
});

const clerk = 'clerk-puxian-1';
const lead = 'lead-puxian';
const wrong = { jobs: { codes: ['JOBS_NO_BASIS'], comment: '' } };

type Own = {
  version: number;
  sections: Array<{ section: string; version: number; editable: boolean; data: Record<string, unknown> }>;
};
const own = (entryId: string, leader: string) => server.ask<Own>(leader, 'entry/get', { entryId });
const jobs = { direct: 7, directBasis: '已签 7 份合同', indirect: 0, indirectBasis: '', insured: 0 };

async function returned() {
  const { entryId, leader } = await submittedEntry(server);
  const version = await returnAs(server, clerk, entryId, wrong);
  return { entryId, leader, version };
}
const recall = (as: string, entryId: string, version: number) =>
  server.call(as, 'screening/recallReturn', { entryId, version, reason: '退错了项目' });
const marksOf = ({ sections }: Review) => Object.fromEntries(sections.map((each) => [each.section, each.verdict]));

test('the lead recalls a wrong return with a reason: the team is told, what it typed is kept, the reading goes on where it was', async () => {
  const { entryId, leader, version } = await returned();
  await save(server, { entryId, leader }, 'jobs', 1, jobs);
  await told(server);
  expect((await recall(clerk, entryId, version)).status).toBe(403);
  expect((await recall(lead, entryId, version)).status).toBe(200);
  expect(await told(server)).toEqual(['王小明: entry.returnRecalled']);
  const { timeline } = await server.ask<{ timeline: Array<{ zh: string; reason: string | null }> }>(
    leader,
    'entry/status',
    { entryId },
  );
  expect(timeline.at(-1)).toMatchObject({ zh: '审核方收回退回', reason: '退错了项目' });
  const kept = (await own(entryId, leader)).sections.find(({ section }) => section === 'jobs');
  expect(kept).toMatchObject({ editable: false, data: jobs });

  const review = await reviewOf(server, lead, entryId);
  expect(review).toMatchObject({ state: 'under_review', round: 1, claimedByZh: '蒲县审核负责人' });
  expect(review.notices).toMatchObject([{ n: 1, recalled: true }]);
  expect(marksOf(review).jobs).toBe('fault');
  expect(marksOf(review).project).toBe('ok');
  await readAll(server, lead, entryId);
  const mark = review.sections.find(({ section }) => section === 'jobs');
  expect(mark?.markVersion).toBe(1);
  const approved = await decideAs(server, lead, 'approve', { entryId, version: review.version });
  expect(approved.state).toBe('qualified');
});

test('a return after one that was recalled is the first again: its letter has the next number, anybody may send it', async () => {
  const { entryId, leader, version } = await returned();
  await recall(lead, entryId, version);
  const { version: held } = await reviewOf(server, lead, entryId);
  await server.ask(lead, 'screening/release', { entryId, version: held });
  await returnAs(server, clerk, entryId, wrong);
  const review = await reviewOf(server, clerk, entryId);
  expect(review.notices).toMatchObject([
    { n: 1, recalled: true },
    { n: 2, recalled: false },
  ]);
  await save(server, { entryId, leader }, 'jobs', 1, jobs);
  await server.ask(leader, 'entry/resubmit', { entryId, version: (await own(entryId, leader)).version });
  await claimAs(server, clerk, entryId);
  const again = await reviewOf(server, clerk, entryId);
  expect(again.round).toBe(2);
  expect(again.sections.filter(({ changed }) => changed).map(({ section }) => section)).toEqual(['jobs']);
});

test('a second return that is recalled leaves what changed since the first, and goes back to where it had come from', async () => {
  const { entryId, leader } = await returned();
  await save(server, { entryId, leader }, 'jobs', 1, jobs);
  await server.ask(leader, 'entry/resubmit', { entryId, version: (await own(entryId, leader)).version });
  const version = await returnAs(server, clerk, entryId, wrong);
  expect((await recall(lead, entryId, version)).status).toBe(200);
  const review = await reviewOf(server, lead, entryId);
  expect(review.round).toBe(2);
  expect(review.sections.filter(({ changed }) => changed).map(({ section }) => section)).toEqual(['jobs']);
  const released = await server.ask(lead, 'screening/release', { entryId, version: review.version });
  expect(released).toMatchObject({ state: 'resubmitted' });
});

test('once the team has answered, or its term is over, nothing is recalled; it needs a reason', async () => {
  const { entryId, leader, version } = await returned();
  const none = await server.call(lead, 'screening/recallReturn', { entryId, version, reason: ' ' });
  expect(none.status).toBe(400);
  server.clock.set(Date.UTC(2026, 11, 1, 16));
  const late = await recall(lead, entryId, version);
  expect(late.body).toMatchObject({ ok: false, error: { code: 'ENTRY_CORRECTION_OVERDUE' } });
  server.clock.set(start);
  await save(server, { entryId, leader }, 'jobs', 1, jobs);
  const sent = await server.ask<{ version: number }>(leader, 'entry/resubmit', {
    entryId,
    version: (await own(entryId, leader)).version,
  });
  const answered = await recall(lead, entryId, sent.version);
  expect(answered.body).toMatchObject({ ok: false, error: { code: 'ENTRY_MOVE_NOT_ALLOWED' } });
  const back = await server.ask<{ version: number }>(leader, 'entry/recall', { entryId, version: sent.version });
  const taken = await recall(lead, entryId, back.version);
  expect(taken.body).toMatchObject({ ok: false, error: { code: 'ENTRY_ALREADY_CORRECTED' } });
});
