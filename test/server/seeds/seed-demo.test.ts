import { entryLifecycle } from '@shared/entry/lifecycle';
import type { EntryState } from '@shared/entry/states';
import { referralLifecycle } from '@shared/referral/lifecycle';
import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { verifyAudit } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import { drawAwards } from '../../../cloudfunctions/core/policies/facts/draw-awards';
import { drawEntries } from '../../../cloudfunctions/core/policies/facts/draw-entries';
import { knownFactsOf } from '../../../cloudfunctions/core/policies/facts/fact-rows';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { plan2025 } from '../../../cloudfunctions/core/seeds/plan-2025';
import { seedDemo } from '../../../cloudfunctions/core/seeds/seed-demo';
import { faultyFiles, faultyLoans, missingStates } from '../../support/seeded-files';
import { freshServer, type TestServer } from '../../support/server';
import { fingerprint } from '../fuzz/fingerprint';

/**
 * All of 2025 is planned to the digit (test/house/seeds.test.ts), and each entry is played alike: two counties that took part, one of them
 * with a project that the report names, show that what is planned is what stands; the rows that do not count are there for all 18.
 */
const past = plan2025().filter(({ regionId }) => ['141022', '141033'].includes(regionId));

let server: TestServer;

beforeAll(async () => {
  server = await freshServer();
  // The tests' template holds editions and personas; the demo begins with nothing but the regions, which migrations put in.
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%' and table_name <> 'region'`.execute(
    server.db,
  );
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))} cascade`.execute(server.db);
  await seedDemo(server.home, areas, server.clock.now(), () => undefined, past);
}, 300_000);
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const one = async <T>(query: ReturnType<typeof sql<T>>): Promise<T | undefined> =>
  (await query.execute(server.db)).rows[0];

test('2025 stands in the database as it was planned, to the digit', async () => {
  const totals = await one(sql`select count(*) as rows,
      count(*) filter (where e.state = 'qualified') as participating,
      count(a.id) as winners, count(distinct region_id) as regions,
      coalesce(sum(expected_direct) filter (where e.state = 'qualified'), 0) as direct,
      coalesce(sum(expected_indirect) filter (where e.state = 'qualified'), 0) as indirect
    from entry e left join award a on a.entry_id = e.id where e.edition_id = 'LF-XH-2025'`);
  expect(totals).toEqual({
    rows: 32 + 23,
    participating: 32,
    winners: 14,
    regions: 18,
    direct: 365 + 896,
    indirect: 745 + 2036,
  });
  const { rows } = await sql<{
    title: string;
    level: string | null;
    synthetic: boolean;
    direct: number;
    track: string;
  }>`
    select title, level, synthetic, expected_direct as direct, track_code as track
    from entry e left join award a on a.entry_id = e.id and a.state = 'confirmed'
    where e.edition_id = 'LF-XH-2025' and e.state = 'qualified'`.execute(server.db);
  const planned = past.flatMap(({ entries }) => entries);
  expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
    new Set(
      planned.map(({ script: { title, direct, trackCode }, award, synthetic }) =>
        JSON.stringify({ title, level: award, synthetic, direct, track: trackCode }),
      ),
    ),
  );
});

test('its other rows are there and do not count: 9 rejected, 6 withdrawn, 5 expired, 3 drafts', async () => {
  const { rows } = await sql<{ state: string; n: number }>`select state, count(*) as n from entry
    where edition_id = 'LF-XH-2025' group by state order by state`.execute(server.db);
  expect(Object.fromEntries(rows.map(({ state, n }) => [state, n]))).toEqual({
    qualified: 32,
    rejected: 9,
    withdrawn: 6,
    expired: 5,
    draft: 3,
  });
});

test('every award has its number, seven in each region', async () => {
  const { rows } = await sql<{
    level: string;
    n: number;
  }>`select level, count(*) as n from award group by 1 order by 1`.execute(server.db);
  expect(rows).toEqual([
    { level: 'first', n: 2 },
    { level: 'second', n: 4 },
    { level: 'third', n: 8 },
  ]);
  const uneven =
    await sql`select region_id from award a join entry e on e.id = a.entry_id group by 1 having count(*) <> 7`.execute(
      server.db,
    );
  expect(uneven.rows).toEqual([]);
});

test('the home page and the results page tell the same numbers', async () => {
  const landing = await server.ask<{ past: Record<string, unknown> }>(null, 'notices/landing');
  expect(landing.past).toMatchObject({ participating: 32, winners: 14, directExpected: 1261, indirectExpected: 2781 });
  const results = await server.ask<{ total: number; regions: unknown[] }>(null, 'awards/results', {
    editionId: 'LF-XH-2025',
    regionId: null,
  });
  expect([results.total, results.regions.length]).toEqual([14, 18]);
});

test('the counts kept by deltas are the counts of the rows', async () => {
  const counted = sql`select contest_id, state, track_code, sum(delta) as n from entry_count group by 1, 2, 3 having sum(delta) <> 0`;
  const there = sql`select contest_id, state, track_code, count(*) as n from entry group by 1, 2, 3`;
  const { rows } = await sql`(${counted} except ${there}) union all (${there} except ${counted})`.execute(server.db);
  expect(rows).toEqual([]);
});

test('every entry waits for whom its state says', async () => {
  const { rows } = await sql<{
    state: EntryState;
    waits: string | null;
  }>`select distinct state, waits from entry`.execute(server.db);
  expect(rows).toHaveLength(new Set(rows.map(({ state }) => state)).size);
  expect(rows.filter(({ state, waits }) => entryLifecycle.states[state].waits !== waits)).toEqual([]);
});

test('蒲县 shows three entries of every state that can be reached now, and other regions some', async () => {
  const { rows } = await sql<{ state: string; n: number }>`select state, count(*) as n from entry
    where edition_id = 'LF-XH-2026' and region_id = '141033' group by state`.execute(server.db);
  const states = Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  const expected = [
    'draft',
    'submitted',
    'under_review',
    'returned',
    'resubmitted',
    'transferred',
    'qualified',
    'rejected',
    'withdrawn',
    'expired',
  ];
  expect(expected.filter((state) => (states[state] ?? 0) < 3)).toEqual([]);
  const elsewhere = await one<{ n: number }>(
    sql`select count(distinct region_id) as n from entry where edition_id = 'LF-XH-2026' and region_id <> '141033'`,
  );
  expect(elsewhere?.n).toBeGreaterThan(3);
});

test('whoever was approved stands in no list, and a second person signed each rejection but one, which waits for that', async () => {
  const unlooked = await sql`select e.id from entry e where state = 'qualified'
    and (select count(distinct code) from credit_check c where c.entry_id = e.id and c.clear) <> 4`.execute(server.db);
  expect(unlooked.rows).toEqual([]);
  const { rows } = await sql<{ state: string; mine: boolean; n: number }>`
    select d.state, d.signed_by = d.decided_by as mine, count(*) as n from decision d
    where d.decided ->> 'move' = 'reject' group by 1, 2 order by 1`.execute(server.db);
  expect(rows).toEqual([
    { state: 'made', mine: false, n: 12 },
    { state: 'unsigned', mine: null, n: 1 },
  ]);
});

test('every contest goes the whole way to the end of the publicity', async () => {
  const { rows } = await sql<{ kinds: string[]; n: number }>`select kinds, count(*) as n from
    (select array_agg(kind order by opens_at, closes_at) as kinds from phase group by contest_id) each group by 1`.execute(
    server.db,
  );
  expect(rows).toEqual([{ kinds: ['signUp', 'screening', 'judging', 'publicity'], n: 36 }]);
});

test('the audit chains of all that playing hold', async () => {
  expect(await verifyAudit(server.db, server.home.auditKeys)).toMatchObject({ ok: true });
});

test('there is an application in every state that a lifecycle knows, and a referral', async () => {
  expect(await missingStates(server.db)).toEqual([]);
  const { rows } = await sql<{ state: string }>`select distinct state from referral`.execute(server.db);
  expect(Object.keys(referralLifecycle.states).filter((state) => !rows.some((row) => row.state === state))).toEqual([]);
});

test('what stands in each file is what its lifecycle says: who has it, whose list it waits on, its clock, its way and its audit', async () => {
  expect(await faultyFiles(server.db)).toEqual([]);
  expect(await faultyLoans(server.db, server.clock.now())).toEqual([]);
});

test('whoever has a place has one, and nobody else: thirty places, of which five are free, three held, one in repair', async () => {
  const { rows } = await sql`select a.state, count(t.id)::int as places from application a left join tenancy t
    on t.application_id = a.id and t.stands and (t.ends_at is null or t.ends_at > ${new Date(server.clock.now())})
    where a.kind = 'incubator-place' group by a.id, a.state
    having count(t.id) <> case when a.state in ('offered', 'accepted', 'signed', 'moved_in', 'renewal_requested', 'warned') then 1 else 0 end`.execute(
    server.db,
  );
  expect(rows).toEqual([]);
  type Board = { counts: object; arrears: unknown[]; endings: unknown[]; lines: Array<{ waiting: number }> };
  const { sites } = await server.ask<{ sites: Array<{ siteId: string; nameZh: string }> }>(
    'incubator-1',
    'incubation/mySites',
    {},
  );
  const siteId = sites.find(({ nameZh }) => nameZh.includes('尧都'))?.siteId;
  const board = await server.ask<Board>('incubator-1', 'incubation/board', { siteId });
  expect(board).toMatchObject({
    counts: { total: 30, occupied: 21, held: 3, repair: 1, free: 5 },
    lines: [{ waiting: 3 }, { waiting: 2 }],
  });
  expect([board.arrears.length > 5, board.endings.length]).toEqual([true, 2]);
});

test('two banks see their own alone: forty loans at the first; lists at finance stand in every way', async () => {
  type Page = { items: Array<{ applicationId: string }>; next: string | null };
  const loansOf = async (persona: string) => {
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await server.ask(persona, 'lending/loans', { cursor });
      found.push(...page.items.map(({ applicationId }) => applicationId));
      cursor = page.next;
    } while (cursor !== null);
    return found;
  };
  const [first, second] = [await loansOf('lender-1'), await loansOf('lender-2')];
  expect([first.length, second.length, new Set([...first, ...second]).size]).toEqual([40, 8, 48]);
  expect((await server.call('lender-2', 'lending/loan', { applicationId: first[0] ?? '' })).status).toBe(404);
  const { rows } = await sql<{
    stands: string;
  }>`select distinct case when paid + failed = 0 then 'waits' when paid + failed < lines then 'partly'
      when failed > 0 then 'came back' else 'paid' end as stands
    from (select count(*) as lines, count(paid_on) as paid, count(failed_at) as failed from payment_line group by batch_id) b order by 1`.execute(
    server.db,
  );
  expect(rows.map(({ stands }) => stands)).toEqual(['came back', 'paid', 'partly', 'waits']);
  const { rows: twice } =
    await sql`select source_id from payment_line where failed_at is null group by 1 having count(*) > 1`.execute(
      server.db,
    );
  expect(twice).toEqual([]);
});

test('on the day of seeding nothing of it is due by the clock', async () => {
  const jobs = areas
    .filter(({ name }) => ['benefits', 'lending', 'incubation', 'training'].includes(name))
    .flatMap(({ jobs: own = [] }) => own);
  const made = [];
  for (const { name, run } of jobs) made.push([name, await run(server.home)]);
  expect(made.filter(([, n]) => n !== 0)).toEqual([]);
});

test('a second seeding changes nothing', async () => {
  const before = await fingerprint(server.db);
  await seedDemo(server.home, areas, server.clock.now(), () => undefined, past);
  expect(await fingerprint(server.db)).toEqual(before);
});

test('whoever won in 2025 among the personas has the award by a code, and policies know it', async () => {
  const { rows } = await sql<{ persona: string; level: string }>`select p.persona, a.level from award a
    join person p on p.id = a.person_id order by p.persona`.execute(server.db);
  expect(rows).toEqual([
    { persona: 'winner-first', level: 'first' },
    { persona: 'winner-refused', level: 'third' },
  ]);
  await deliverWaiting(server.home, areas);
  await drawEntries(server.home);
  await drawAwards(server.home);
  const known = await knownFactsOf(server.db, personaId('winner-first'));
  expect([known.awardLevel?.value, known.registered?.value, known.regionId?.value]).toEqual(['first', true, '141033']);
});

test('a trainer has a class of 30 with 28 people, and one that has begun; a topic is wanted by 14 of 15', async () => {
  type Desk = { classes: Array<{ title: string; capacity: number; free: number }>; topics: object[] };
  const desk = await server.ask<Desk>(personaId('trainer-1'), 'training/desk', {});
  expect(desk.classes.map(({ capacity, free }) => [capacity, free])).toEqual([
    [30, 2],
    [20, 8],
  ]);
  expect(desk.topics).toMatchObject([{ wanting: 14, needed: 15, classId: null }]);
});
