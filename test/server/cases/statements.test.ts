import { ofTransaction, record, waitsOf } from '../../bench/record';
import { filledDraft, submittedEntry } from '../../support/entry-factory';
import { claimAs, readAll } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';

async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  return ofTransaction(await record(act)).length;
}

test('a move costs so many statements in its transaction and no more, whoever makes it', async () => {
  const counts: Record<string, number> = {};
  /** A decision, and its being sent. */
  const decided = async (move: 'return' | 'transfer', input: object) => {
    const answer: Array<{ decision: { decisionId: string; version: number } }> = [];
    counts[move] = await statementsOf(async () => answer.push(await server.ask(clerk, `screening/${move}`, input)));
    const { decisionId = '', version: n = 1 } = answer[0]?.decision ?? {};
    counts[`${move} sent`] = await statementsOf(() =>
      server.ask(clerk, 'screening/sendNow', { decisionId, version: n }),
    );
  };
  const draft = await filledDraft(server);
  counts.submit = await statementsOf(() =>
    server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 }),
  );
  const asked = { entryId: draft.entryId, version: 2 };
  counts.claim = await statementsOf(() => server.ask(clerk, 'screening/claim', asked));
  await readAll(server, clerk, draft.entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  await decided('return', { ...asked, version: 3, message: '' });
  const other = await submittedEntry(server);
  const version = await claimAs(server, clerk, other.entryId);
  await decided('transfer', {
    entryId: other.entryId,
    version,
    toContestId: 'LF-XH-2026-LFEDZ',
    trackCode: 'micro_audiovisual',
    reason: '注册地在开发区',
  });
  expect(counts).toEqual({ submit: 17, claim: 8, return: 9, 'return sent': 12, transfer: 9, 'transfer sent': 15 });
});

test('a review page waits for the database at most five times, however much stands on it', async () => {
  const { entryId } = await submittedEntry(server);
  await claimAs(server, clerk, entryId);
  const page = () => server.ask(clerk, 'screening/review', { entryId });
  await page();
  expect(await waitsOf(page)).toBeLessThanOrEqual(5);
  expect((await record(page)).length).toBeGreaterThan(10);
});

test('a save waits for the database three times, a submission five', async () => {
  const { entryId, leader } = await filledDraft(server);
  const data = { direct: 7, directBasis: '现有 3 人', indirect: 15, indirectBasis: '十五户', insured: 0 };
  const save = (version: number) =>
    server.ask(leader, 'entry/saveSection', { entryId, section: 'jobs', version, data });
  await save(1);
  expect(await waitsOf(() => save(2))).toBe(3);
  expect(await waitsOf(() => server.ask(leader, 'entry/submit', { entryId, version: 1 }))).toBe(5);
});
