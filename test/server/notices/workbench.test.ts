import { record } from '../../bench/record';
import { filledDraft, freshPerson, submittedEntry } from '../../support/entry-factory';
import { insertEntryRows } from '../../support/entry-rows';
import { fixedNow } from '../../support/fixed-clock';
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

type Todo = {
  kind: string;
  title: string;
  detail: string;
  link: string;
  dueDate: string | null;
  workdaysLeft: number | null;
  provisional: boolean;
  tone: string;
};
type Queue = { contestId: string; waiting: number; unclaimed: number; mine: number; overdue: number; link: string };
type Workbench = { waitsForMe: Todo[]; iWaitFor: Todo[]; over: Todo[]; queues: Queue[] };
const workbench = (as: string) => server.ask<Workbench>(as, 'notices/workbench');
const nothing = { waitsForMe: [], iWaitFor: [], over: [], queues: [] };

test('who has nothing to do sees nothing, and a visitor is asked to sign in', async () => {
  expect(await workbench('entrant-new')).toEqual(nothing);
  expect((await server.call(null, 'notices/workbench')).status).toBe(401);
});

test('who has none of the rows that a list is of is not asked for that list', async () => {
  const { leader } = await filledDraft(server, {});
  await workbench(leader);
  const asked = async () => (await record(() => workbench(leader))).map(({ text }) => text);
  const letters = /select "id", "reference", "kind", "due_date" from "feedback"/;
  // Who calls; whose rows are there; and the entries, which are asked for at once.
  expect(await asked()).toEqual([
    expect.stringContaining('role_grant'),
    expect.stringMatching(/^select array\[exists \(select from "feedback" where "person_id" = \$1\)/),
    expect.stringContaining('entry_member'),
  ]);
  await server.ask(leader, 'people/sendFeedback', { kind: 'question', body: '什么时候公布名单？', contact: '' });
  expect((await workbench(leader)).iWaitFor.map(({ title }) => title)).toEqual(['您的咨询等待答复']);
  expect(await asked()).toContainEqual(expect.stringMatching(letters));
  expect(await asked()).toHaveLength(4);
});

test('a leader with a draft has it to fill before sign-up closes, and then is told what became of it', async () => {
  const { entryId } = await filledDraft(server, { leader: 'entrant-new' });
  expect(await workbench('entrant-new')).toEqual({
    waitsForMe: [
      {
        id: `fill-${entryId}`,
        kind: 'fill',
        title: '填写“蒲县山货直供”',
        detail: '填好后请提交，报名12月13日（周日）24:00 截止，还剩 19 天',
        link: `/packages/entry/entry/index?entryId=${entryId}`,
        dueDate: '2026-12-13',
        workdaysLeft: null,
        workdaysOver: null,
        provisional: false,
        tone: 'info',
      },
    ],
    iWaitFor: [],
    over: [],
    queues: [],
  });
  server.clock.set(Date.UTC(2026, 11, 13, 12, 40));
  const [last] = (await workbench('entrant-new')).waitsForMe;
  expect([last?.detail, last?.tone]).toEqual([
    '填好后请提交，报名12月13日（周日）24:00 截止，还剩 3 小时 20 分',
    'warn',
  ]);
  server.clock.set(Date.UTC(2026, 11, 13, 16));
  const { over, ...rest } = await workbench('entrant-new');
  expect({ ...rest, over: [] }).toEqual(nothing);
  expect(over.map(({ kind, title, detail, link }) => [kind, title, detail, link])).toEqual([
    [
      'unsent',
      '“蒲县山货直供”没有提交',
      '报名已于12月13日（周日）24:00 截止。填写的内容还在，可以查看',
      `/packages/entry/entry/index?entryId=${entryId}`,
    ],
  ]);
});

test('a submitted entry is waited for, with who holds it and until when; a returned one waits for its leader', async () => {
  const { entryId } = await submittedEntry(server, { leader: 'entrant-returned' });
  expect((await workbench('entrant-returned')).iWaitFor).toEqual([
    {
      id: `review-${entryId}`,
      kind: 'review',
      title: '“蒲县山货直供”',
      detail: '已提交，等待审核，由蒲县审核人员办理',
      link: `/packages/entry/status/index?entryId=${entryId}`,
      dueDate: '2026-12-01',
      workdaysLeft: 5,
      workdaysOver: null,
      provisional: false,
      tone: 'info',
    },
  ]);
  await returnAs(server, 'clerk-puxian-1', entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  server.clock.set(Date.UTC(2026, 10, 27, 1));
  expect(await workbench('entrant-returned')).toEqual({
    waitsForMe: [
      {
        id: `correct-${entryId}`,
        kind: 'correct',
        title: '补正“蒲县山货直供”',
        detail: '改好后请提交，12月1日（周二）24:00 截止',
        link: `/packages/entry/entry/index?entryId=${entryId}`,
        dueDate: '2026-12-01',
        workdaysLeft: 2,
        workdaysOver: null,
        provisional: false,
        tone: 'warn',
      },
    ],
    iWaitFor: [],
    over: [],
    queues: [],
  });
});

test('a member is asked to agree first, and the leader sees who is waited for', async () => {
  const draft = await filledDraft(server, { leader: 'entrant-new' });
  const { token } = await server.ask<{ token: string }>('entrant-new', 'entry/inviteMember', {
    entryId: draft.entryId,
    access: 'view',
  });
  await server.ask('member', 'entry/joinTeam', {
    token,
    name: '李小红',
    roleZh: '财务',
    phone: '19900008001',
    sensitive: true,
  });
  const before = await workbench('member');
  expect(before.waitsForMe.map(({ kind, title, link }) => [kind, title, link])).toEqual([
    ['consent', '确认参加“蒲县山货直供”', `/packages/entry/team/index?entryId=${draft.entryId}`],
  ]);
  expect(before.iWaitFor.map(({ kind }) => kind)).toEqual(['leader']);
  expect((await workbench('entrant-new')).iWaitFor.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['memberConsent', '还有 1 名成员没有确认，由成员本人办理'],
  ]);
  await server.ask('member', 'entry/consentAsMember', { entryId: draft.entryId, agreed: true });
  expect((await workbench('member')).waitsForMe).toEqual([]);
  expect((await workbench('entrant-new')).iWaitFor).toEqual([]);
});

test('a clerk sees the claimed ones by due date, and the queue of the own region alone', async () => {
  await insertEntryRows(server.db, { count: 3, regionId: '141033', state: 'submitted', due: '2026-11-10' });
  await insertEntryRows(server.db, { count: 2, regionId: '141002', state: 'submitted' });
  await insertEntryRows(server.db, {
    count: 1,
    regionId: '141033',
    state: 'under_review',
    claimedBy: 'clerk-puxian-2',
    due: '2026-12-01',
  });
  const later = await submittedEntry(server, { title: '后到期' });
  await claimAs(server, 'clerk-puxian-1', later.entryId);
  const { waitsForMe, queues } = await workbench('clerk-puxian-1');
  expect(waitsForMe).toEqual([
    {
      id: `claimed-${later.entryId}`,
      kind: 'claimed',
      title: '审核“后到期”',
      detail: `${later.reference} · 蒲县 · 乡村振兴`,
      link: `/packages/staff/review/index?entryId=${later.entryId}`,
      dueDate: '2026-12-01',
      workdaysLeft: 5,
      workdaysOver: null,
      provisional: false,
      tone: 'info',
    },
  ]);
  expect(queues).toEqual([
    {
      contestId: 'LF-XH-2026-141033',
      regionZh: '蒲县',
      waiting: 5,
      unclaimed: 3,
      mine: 1,
      overdue: 3,
      link: '/packages/staff/queue/index?contestId=LF-XH-2026-141033',
    },
  ]);
  expect((await workbench('lead-puxian')).queues.map(({ contestId }) => contestId)).toEqual(['LF-XH-2026-141033']);
  expect((await workbench('clerk-puxian-2')).waitsForMe.map(({ kind }) => kind)).toEqual(['claimed']);
  expect((await workbench('clerk-yaodu')).queues.map((q) => [q.contestId, q.waiting])).toEqual([
    ['LF-XH-2026-141002', 2],
  ]);
  // The zone's code begins like 尧都区's neighbours' and is still a region of its own.
  expect((await workbench('clerk-lfedz')).queues.map((q) => [q.contestId, q.waiting])).toEqual([
    ['LF-XH-2026-LFEDZ', 0],
  ]);
});

test('the city has letters to answer and sees all 18 queues; the auditor sees the queues and has nothing to do', async () => {
  const { id } = await server.ask<{ id: string }>('member', 'people/sendFeedback', {
    kind: 'question',
    body: '何时出结果',
    contact: '',
  });
  const city = await workbench('city');
  expect(city.waitsForMe).toEqual([
    {
      id: `feedback-${id}`,
      kind: 'feedback',
      title: '答复咨询',
      detail: 'TS-20261124-0001，请最迟12月15日（周二）答复',
      link: '/packages/staff/feedback/index',
      dueDate: '2026-12-15',
      workdaysLeft: 15,
      workdaysOver: null,
      provisional: false,
      tone: 'info',
    },
  ]);
  expect(city.queues).toHaveLength(18);
  const auditor = await workbench('auditor');
  expect([auditor.waitsForMe, auditor.iWaitFor, auditor.queues.length]).toEqual([[], [], 18]);
  expect((await workbench('member')).iWaitFor.map(({ kind, title, dueDate }) => [kind, title, dueDate])).toEqual([
    ['ownFeedback', '您的咨询等待答复', '2026-12-15'],
  ]);
});

test('a clock that runs into a year without an official table says so', async () => {
  server.clock.set(Date.UTC(2026, 11, 15, 1));
  await server.ask('member', 'people/sendFeedback', { kind: 'question', body: '年底的问题', contact: '' });
  expect((await workbench('city')).waitsForMe.map(({ dueDate, provisional }) => [dueDate, provisional])).toEqual([
    ['2027-01-05', true],
  ]);
  server.clock.set(fixedNow);
});

test('someone who is on no team sees nothing of others’ entries', async () => {
  await submittedEntry(server);
  await filledDraft(server);
  expect(await workbench(await freshPerson(server))).toEqual(nothing);
});
