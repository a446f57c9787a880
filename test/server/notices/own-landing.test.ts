import { sql } from 'kysely';
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
  posts?: unknown[];
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

test('a judge is told where, by whom and until when, and when judging is, on the first page and on the workbench; nothing once the right is gone', async () => {
  const judge = await freshPerson(server);
  const scope = { kind: 'region', regionId: '141033' };
  const made = { role: 'judge', scope, note: '', uses: 1, days: '7', endsOn: '2026-12-20' };
  const { code } = await server.ask<{ code: string }>('lead-puxian', 'people/makeGrantCode', made);
  await server.ask(judge, 'people/useGrantCode', { code, name: '李评委' });
  const { own, waits } = await landing(judge);
  expect([waits, own]).toEqual([
    0,
    {
      story: null,
      todos: [],
      queue: null,
      posts: [
        {
          contestId: 'LF-XH-2026-141033',
          placeZh: '蒲县赛场',
          givenBy: expect.stringMatching(/./),
          givenAt: '2026-11-24T09:00:00+08:00',
          endsAt: '2026-12-21T00:00:00+08:00',
          judging: expect.objectContaining({ zh: '评审', state: 'before' }),
        },
      ],
    },
  ]);
  type Desk = { waitsForMe: unknown[]; iWaitFor: Array<{ title: string; detail: string; link: string }> };
  const desk = await server.ask<Desk>(judge, 'notices/workbench');
  expect(desk.waitsForMe).toEqual([]);
  expect(desk.iWaitFor).toEqual([
    expect.objectContaining({
      title: '蒲县赛场评审',
      detail: expect.stringMatching(/^评审.+开始，您是评委，由.+授权$/),
      link: '/packages/open/region/index?contestId=LF-XH-2026-141033',
    }),
  ]);
  await sql`delete from phase where kind = 'judging'`.execute(server.db);
  expect((await server.ask<Desk>(judge, 'notices/workbench')).iWaitFor[0]?.detail).toMatch(/^评审时间待定，/);

  server.clock.set(Date.UTC(2026, 11, 20, 16));
  expect((await landing(judge)).own).toEqual({ story: null, todos: [], queue: null });
  expect((await server.ask<Desk>(judge, 'notices/workbench')).iWaitFor).toEqual([]);
});
