import { sql } from 'kysely';
import { foldCounts } from '../../../cloudfunctions/core/cases/counts';
import { entryCounted } from '../../../cloudfunctions/core/entry/moves';
import { submittedEntry } from '../../support/entry-factory';
import { insertEntryRows } from '../../support/entry-rows';
import { claimAs, readAll, wantSignatures } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

type Row = { entryId: string; title: string; dueDate: string | null; state: string; claimedByMe: boolean };
type Page = {
  items: Row[];
  next: string | null;
  total: { count: number; more: boolean };
  contests: Array<{ contestId: string; regionZh: string }>;
  tracks: Array<{ code: string }>;
  states: Array<{ state: string; zh: string }>;
};

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const everything = { contestId: null, state: 'waiting', trackCode: null, claimed: 'any', overdue: false, q: '' };
const clerk = 'clerk-puxian-1';
const queue = (as: string, filter: object = {}, cursor?: string | null) =>
  server.ask<Page>(as, 'screening/queue', { filter: { ...everything, ...filter }, cursor });

test('a row says who, where, until when and by whom it is held', async () => {
  const { entryId, reference } = await submittedEntry(server, { title: '蒲县山货直供' });
  await claimAs(server, clerk, entryId);
  const page = await queue(clerk);
  expect(page.items).toEqual([
    {
      entryId,
      version: 3,
      title: '蒲县山货直供',
      reference,
      regionZh: '蒲县',
      trackZh: '乡村振兴',
      groupZh: '创意组',
      leaderZh: '王小明',
      phoneTail: '8000',
      state: 'under_review',
      stateZh: '审核中',
      tone: 'info',
      waits: 'staff',
      editable: false,
      live: true,
      claimedByZh: '蒲县审核人员一',
      claimedByMe: true,
      submittedAt: '2026-11-24T09:00:00+08:00',
      dueDate: '2026-12-01',
      workdaysLeft: 5,
      workdaysOver: null,
      provisional: false,
      overdue: false,
      round: 1,
      ofItsDay: { count: 1, more: false },
      decided: null,
    },
  ]);
  expect([page.total, page.next, page.contests]).toEqual([
    { count: 1, more: false },
    null,
    [{ contestId: 'LF-XH-2026-141033', regionZh: '蒲县' }],
  ]);
  expect(page.tracks.map(({ code }) => code)).toEqual(['modern_services', 'rural_revitalisation', 'silver_economy']);
  expect(page.states.map(({ zh }) => zh)).not.toContain('草稿');
});

test('pages follow one another by due day without a gap or a double, while rows leave in between', async () => {
  await insertEntryRows(server.db, { count: 45, state: 'submitted', regionId: '141033' });
  const first = await queue(clerk);
  expect([first.items.length, first.total]).toEqual([20, { count: 45, more: false }]);
  // A row of the first page goes meanwhile: on the next pages nothing moves.
  await server.db
    .deleteFrom('entry')
    .where('id', '=', first.items[3]?.entryId ?? '')
    .execute();
  const second = await queue(clerk, {}, first.next);
  const third = await queue(clerk, {}, second.next);
  const ids = [...first.items, ...second.items, ...third.items].map(({ entryId }) => entryId);
  expect([second.items.length, third.items.length, third.next, new Set(ids).size]).toEqual([20, 5, null, 45]);
  const due = [...first.items, ...second.items, ...third.items].map(({ dueDate }) => dueDate);
  expect(due).toEqual([...due].sort());
});

test('decided entries come latest first and page as well', async () => {
  await insertEntryRows(server.db, { count: 25, state: 'qualified', regionId: '141033' });
  const first = await queue(clerk, { state: 'qualified' });
  const second = await queue(clerk, { state: 'qualified' }, first.next);
  const titles = [...first.items, ...second.items].map(({ title }) => title);
  expect(titles).toEqual(Array.from({ length: 25 }, (_, i) => `测试项目 ${i + 1}`));
});

test('a place belongs to its filter, and what was made elsewhere is refused', async () => {
  await insertEntryRows(server.db, { count: 21, state: 'submitted', regionId: '141033' });
  const { next } = await queue(clerk);
  const refused = {
    status: 422,
    body: { ok: false, error: { code: 'CURSOR_OUTDATED', message: '列表有更新，请下拉刷新' } },
  };
  const ask = (filter: object, cursor: string | null) =>
    server.call(clerk, 'screening/queue', { filter: { ...everything, ...filter }, cursor });
  expect(await ask({ overdue: true }, next)).toEqual(refused);
  expect(await ask({}, 'bm9uc2Vuc2U')).toEqual(refused);
  const [made] = JSON.parse(Buffer.from(next ?? '', 'base64url').toString()) as [string];
  const forged = Buffer.from(JSON.stringify([made, "2026-01-01' or", 'x'])).toString('base64url');
  expect(await ask({}, forged)).toEqual(refused);
});

test('each filter finds its own', async () => {
  const [first] = await insertEntryRows(server.db, {
    count: 3,
    state: 'submitted',
    regionId: '141033',
    due: '2026-11-23',
  });
  await insertEntryRows(server.db, { count: 2, state: 'under_review', regionId: '141033' });
  await insertEntryRows(server.db, {
    count: 4,
    state: 'under_review',
    regionId: '141033',
    claimedBy: 'clerk-puxian-2',
    trackCode: 'silver_economy',
  });
  await insertEntryRows(server.db, { count: 5, state: 'transferred', regionId: '141033' });
  await insertEntryRows(server.db, { count: 6, state: 'draft', regionId: '141033' });
  const counted = async (filter: object) => {
    const { items, total } = await queue(clerk, filter);
    expect(items.length).toBe(total.count);
    return total.count;
  };
  expect(await counted({})).toBe(14);
  expect(await counted({ state: 'transferred' })).toBe(5);
  expect(await counted({ state: 'qualified' })).toBe(0);
  expect(await counted({ trackCode: 'silver_economy' })).toBe(4);
  expect(await counted({ claimed: 'mine' })).toBe(2);
  expect(await counted({ claimed: 'others' })).toBe(4);
  expect(await counted({ claimed: 'none' })).toBe(8);
  await server.db
    .updateTable('entry')
    .set({ title: '50%_省电\\炉' })
    .where('id', '=', first ?? '')
    .execute();
  expect(await counted({ q: '0%_省' })).toBe(1);
  expect(await counted({ q: '5_%' })).toBe(0);
  expect(await counted({ q: '\\炉' })).toBe(1);
  const { reference } = await server.db
    .selectFrom('entry')
    .select('reference')
    .where('id', '=', first ?? '')
    .executeTakeFirstOrThrow();
  expect(await counted({ q: ` ${reference?.toLowerCase()} ` })).toBe(1);
  const serial = reference?.split('-').at(-1) ?? '';
  expect(serial).toMatch(/^\d{4,}$/);
  expect(await counted({ q: serial })).toBe(1);
  expect(await counted({ q: `141033-${serial}` })).toBe(1);
  expect(
    await counted({ q: Array.from(serial, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('') }),
  ).toBe(1);
  expect(await counted({ q: `141002-${serial}` })).toBe(0);
  expect(await counted({ q: `${serial}-` })).toBe(0);
  await server.db
    .updateTable('entry')
    .set({ title: `第 ${serial} 号（核桃）` })
    .where('reference', '<>', reference)
    .where('state', '=', 'transferred')
    .execute();
  expect(await counted({ q: serial })).toBe(6);
  expect(await counted({ q: '（核桃）' })).toBe(5);
  expect((await server.call(clerk, 'screening/queue', { filter: { ...everything, state: 'draft' } })).status).toBe(400);
});

test('a queue shows the regions of one’s grants by their exact ids, and no other is asked for', async () => {
  await insertEntryRows(server.db, { count: 36, state: 'submitted' });
  const regions = async (as: string) => new Set((await all(as)).map(({ regionZh }) => regionZh));
  expect([...(await regions(clerk))]).toEqual(['蒲县']);
  expect([...(await regions('clerk-yaodu'))]).toEqual(['尧都区']);
  expect([...(await regions('clerk-lfedz'))]).toEqual(['临汾经济开发区']);
  expect((await regions('city')).size).toBe(18);
  expect((await regions('auditor')).size).toBe(18);
  const other = { filter: { ...everything, contestId: 'LF-XH-2026-LFEDZ' } };
  expect(await server.call('clerk-yaodu', 'screening/queue', other)).toEqual({
    status: 403,
    body: { ok: false, error: { code: 'FORBIDDEN', message: '您没有查看这个县（市、区）的权限' } },
  });
  const unknown = { filter: { ...everything, contestId: 'LF-XH-2026-1410' } };
  expect((await server.call('city', 'screening/queue', unknown)).status).toBe(404);
});

async function all(as: string) {
  const first = await queue(as);
  const second = first.next ? await queue(as, {}, first.next) : { items: [] };
  return [...first.items, ...second.items] as unknown as Array<{ regionZh: string }>;
}

test('a clerk of two regions sees both in one list', async () => {
  await insertEntryRows(server.db, { count: 36, state: 'submitted' });
  await sql`insert into role_grant (id, person_id, role, scope_kind, region_id, given_at)
    select '01990000-0000-7000-8000-00000000000a', person_id, 'regionStaff', 'region', '141034', given_at from role_grant
    where region_id = '141002' and role = 'regionStaff'`.execute(server.db);
  const { items, contests } = await queue('clerk-yaodu');
  expect([items.length, contests.map(({ regionZh }) => regionZh)]).toEqual([4, ['尧都区', '汾西县']]);
});

test('other filters count to a thousand and say that there are more', async () => {
  await insertEntryRows(server.db, { count: 1200, state: 'submitted', regionId: '141033' });
  expect((await queue(clerk)).total).toEqual({ count: 1200, more: false });
  expect((await queue(clerk, { claimed: 'none' })).total).toEqual({ count: 1000, more: true });
});

test('folding the kept counts changes no sum, however often and whoever else does', async () => {
  await submittedEntry(server);
  await insertEntryRows(server.db, { count: 10, state: 'submitted', regionId: '141033' });
  await Promise.all([foldCounts(server.home, entryCounted), foldCounts(server.home, entryCounted)]);
  await foldCounts(server.home, entryCounted);
  expect((await queue(clerk)).total).toEqual({ count: 11, more: false });
  const rows = await server.db.selectFrom('entry_count').select(['state', 'track_code', 'delta']).execute();
  expect(rows.map(({ state, delta }) => [state, delta]).sort()).toEqual([
    ['submitted', 1],
    ['submitted', 10],
  ]);
});

test('a row tells what was decided of it, by whom, and how long until it is told; a missing signature too', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  await readAll(server, clerk, entryId);
  await server.ask(clerk, 'screening/approve', { entryId, version });
  server.clock.pass(19_000);
  type Decided = { items: Array<{ decided: unknown }> };
  const decidedOf = async (as: string) => ((await queue(as)) as unknown as Decided).items.map(({ decided }) => decided);
  expect(await decidedOf('clerk-puxian-2')).toEqual([{ zh: '审核通过', byZh: '蒲县审核人员一', secondsLeft: 581 }]);

  await wantSignatures(server, 'all');
  const other = await submittedEntry(server);
  const held = await claimAs(server, clerk, other.entryId);
  const review = await server.ask<{
    signedMoves: string[];
    termDays: number;
    moves: Array<{ move: string; danger: string }>;
  }>(clerk, 'screening/review', { entryId: other.entryId });
  expect(review.signedMoves).toEqual(['approve', 'return', 'reject', 'transfer']);
  expect(review.moves.find(({ move }) => move === 'approve')?.danger).toMatch(
    /^先由另一位负责人复核签字，签字后开始计时。10 分钟后/,
  );
  expect(review.termDays).toBe(5);
  await server.ask(clerk, 'screening/reject', { entryId: other.entryId, version: held, reason: '不符合' });
  expect(await decidedOf(clerk)).toContainEqual({ zh: '不予通过', byZh: '蒲县审核人员一', secondsLeft: null });
});

test('each row knows how many of its filter fall due on its day; what is overdue is one group', async () => {
  await insertEntryRows(server.db, { count: 30, state: 'submitted', regionId: '141033', due: '2026-11-20' });
  await insertEntryRows(server.db, { count: 3, state: 'submitted', regionId: '141002', due: '2026-11-25' });
  type Days = { items: Array<{ dueDate: string; overdue: boolean; ofItsDay: { count: number } | null }>; next: string };
  const rowsOf = async (filter: object, cursor?: string) => (await queue(clerk, filter, cursor)) as unknown as Days;
  const first = await rowsOf({});
  const all = [...first.items, ...(await rowsOf({}, first.next)).items];
  const counted = new Map(all.map(({ dueDate, overdue, ofItsDay }) => [overdue ? 'late' : dueDate, ofItsDay?.count]));
  const truly = new Map<string, number>();
  for (const { dueDate, overdue } of all)
    truly.set(overdue ? 'late' : dueDate, (truly.get(overdue ? 'late' : dueDate) ?? 0) + 1);
  expect(counted).toEqual(truly);
  expect(counted.get('late')).toBe(12);
  expect((await rowsOf({ state: 'qualified' })).items).toEqual([]);
});
