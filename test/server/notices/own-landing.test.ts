import { filledDraft, freshPerson, submittedEntry } from '../../support/entry-factory';
import { claimAs, returnAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Own = {
  story: {
    entryId: string;
    state: string;
    waits: string | null;
    untilZh: string | null;
    workdaysLeft: number | null;
    termDays: number | null;
    faults: Array<{ zh: string; partZh: string; link: string }>;
    thenZh: string | null;
    path: Array<{ zh: string; standing: string }>;
  } | null;
  todos: Array<{ kind: string }>;
  queue: { waiting: number; unclaimed: number; mine: number; overdue: number; reviews: boolean } | null;
};
const landing = (as: string | null) => server.ask<{ own: Own | null; waits: number }>(as, 'notices/landing');

test('a visitor is told nothing of their own, a newcomer that nothing waits', async () => {
  expect((await landing(null)).own).toBeNull();
  expect((await landing('entrant-new')).own).toEqual({ story: null, todos: [], queue: null });
});

test('the landing page knows a draft, what is with staff, and a returned entry with each fault and the way to its field', async () => {
  const leader = await freshPerson(server);
  const { entryId } = await filledDraft(server, { leader });
  const draft = (await landing(leader)).own;
  expect([draft?.story?.state, draft?.story?.untilZh, draft?.todos.map(({ kind }) => kind)]).toEqual([
    'draft',
    '报名12月13日（周日）24:00 截止，还剩 19 天',
    ['fill'],
  ]);

  const sent = await submittedEntry(server, { leader: 'entrant-returned' });
  const waiting = (await landing('entrant-returned')).own?.story;
  expect([waiting?.waits, waiting?.untilZh, waiting?.workdaysLeft, waiting?.termDays, waiting?.faults]).toEqual([
    'staff',
    '12月1日（周二）24:00 截止',
    5,
    5,
    [],
  ]);

  await returnAs(server, 'clerk-puxian-1', sent.entryId, {
    project: { codes: ['PROJECT_UNCLEAR'] },
    materials: { codes: ['PLAN_MISSING_PARTS'] },
  });
  const story = (await landing('entrant-returned')).own?.story;
  expect(story).toMatchObject({
    entryId: sent.entryId,
    state: 'returned',
    waits: 'own',
    termDays: 5,
    thenZh: '只需改这 2 处，其余内容已锁定。改好提交后，蒲县审核人员在 3 个工作日内复审。',
  });
  expect(story?.faults.map(({ partZh, link }) => [partZh, link])).toEqual([
    ['项目情况', `/packages/entry/section/index?entryId=${sent.entryId}&section=project&check=1`],
    ['参赛材料', `/packages/entry/materials/index?entryId=${sent.entryId}`],
  ]);
  expect(story?.path.find(({ standing }) => standing === 'now')?.zh).toBe('补正');
  expect(entryId).not.toBe(sent.entryId);
});

test('what was not sent in while there was time is no story; a reviewer is told what all queues hold', async () => {
  const leader = await freshPerson(server);
  await filledDraft(server, { leader });
  const { entryId } = await submittedEntry(server, { leader: 'entrant-returned' });
  await claimAs(server, 'clerk-puxian-1', entryId);
  const { own, waits } = await landing('clerk-puxian-1');
  expect([own?.queue, waits, own?.todos.map(({ kind }) => kind)]).toEqual([
    { waiting: 1, unclaimed: 0, mine: 1, overdue: 0, reviews: true },
    1,
    ['claimed'],
  ]);
  expect((await landing('clerk-yaodu')).own?.queue?.waiting).toBe(0);
  expect((await landing('auditor')).own?.queue).toMatchObject({ waiting: 1, reviews: false });
  server.clock.set(Date.UTC(2026, 11, 13, 16));
  expect((await landing(leader)).own?.story).toBeNull();
});
