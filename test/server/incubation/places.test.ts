import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { verifyAudit } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import { scopeColumns } from '../../../cloudfunctions/core/platform/grants';
import { at as instant } from '../../../cloudfunctions/core/platform/schema';
import { dramaBase, incubator } from '../../../cloudfunctions/core/seeds/organisations';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { usualTerms } from '../../../src/shared/incubation/terms';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { fixedNow } from '../../support/fixed-clock';
import { giveRole } from '../../support/grant';
import { lyingInInboxes } from '../../support/inboxes';
import {
  dramaId,
  filledPlace,
  insertStanding,
  insertWaiting,
  marks,
  movePlace,
  operator,
  passes,
  placeAnswers,
  placeCalled,
  sharedPlaces,
  siteId,
  withSites,
} from '../../support/incubation';
import { actsAgree, offersAtOnce } from '../../support/place-acts';
import { knowOf } from '../../support/referrals';
import { freshServer, type TestServer } from '../../support/server';
import { contender, losesAward, people } from '../../support/training';
import { untilSomebodyWaits } from '../../support/waiting';
import { makeRandom } from '../../trials/random';

let server: TestServer;
let tick: () => Promise<void>;
beforeAll(async () => {
  server = await freshServer();
  await withSites(server);
  tick = makeTick(server.home, areas);
});
afterAll(async () => {
  await tick();
  expect(server.faults).toEqual([]);
  expect(await verifyAudit(server.db, server.home.auditKeys)).toMatchObject({ ok: true, unsealed: 0 });
  await server.close();
});
afterEach(() => server.clock.set(fixedNow));

type Stay = {
  state: string;
  line: { before: number; later: number } | null;
  place: { code: string; lapsesAt: string | null } | null;
  tenures: Array<{ from: string; lastDay: string }>;
  monthsHad: number;
  renewalClosedZh: string | null;
  rent: Array<{ tenancyId: string; n: number; dueOn: string; dueFen: number; paidOn: string | null }>;
};
type Board = {
  counts: Record<'total' | 'occupied' | 'held' | 'repair' | 'free', number>;
  arrears: Array<{ tenancyId: string; n: number; days: number; nameZh: string }>;
  endings: Array<{ lastDay: string; daysLeft: number }>;
  lines: Array<{ type: string; waiting: number; first: { applicationId: string } | null }>;
  todos: number;
};
const stay = (as: string, applicationId: string) => server.ask<Stay>(as, 'incubation/stay', { applicationId });
const board = () => server.ask<Board>(operator, 'incubation/board', { siteId });
const move = (as: string, applicationId: string, name: string, more: object = {}) =>
  movePlace(server, as, applicationId, name, more);
const codeOf = async (as: string | null, path: string, input: object) => {
  const { status, body } = await server.call(as, path, input);
  return body.ok ? status : body.error.code;
};
const offer = async (code: string) =>
  server.ask<{ applicationId: string; lapsesAt: string }>(operator, 'incubation/offer', {
    siteId,
    placeId: await placeCalled(server, code),
  });
const at = (day: string, hour = 9) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);

async function told(applicationId: string): Promise<string[]> {
  const rows = await lyingInInboxes(server.db)
    .innerJoin('outbox as o', 'o.id', 'm.event_id')
    .select(['m.notice', 'd.person_id'])
    .where('o.subject', '=', `incubator-place:${applicationId}`)
    .execute();
  return rows.map(({ notice, person_id }) => `${notice} ${person_id}`).sort();
}

/** Handed in, looked through and marked, so that it waits. */
async function waiting(as: string): Promise<string> {
  const id = await filledPlace(server, as);
  expect(await move(as, id, 'submit')).toBe(200);
  expect(await move(operator, id, 'claim')).toBe(200);
  expect(await move(operator, id, 'pass', passes)).toBe(200);
  expect(await move(operator, id, 'admit', marks(80, 70, 75))).toBe(200);
  return id;
}

test('a place is applied for, marked, offered until its hour, let go, offered to the next; signed, paid for, renewed to 36 months and no further', async () => {
  const [first, second] = ['entrant-new', 'member'] as const;
  const one = await filledPlace(server, first);
  expect(await move(first, one, 'submit')).toBe(200);
  // Of other organisations nothing is seen, and a site's own people see what was handed in alone.
  expect(await codeOf('loan-city', 'benefits/application', { applicationId: one })).toBe('NOT_FOUND');
  expect(await codeOf('loan-city', 'incubation/stay', { applicationId: one })).toBe('NOT_FOUND');
  expect(await move(operator, one, 'claim')).toBe(200);
  const unfit = { answers: { ...passes.answers, safetyOk: 'no' } };
  expect(await move(operator, one, 'pass', unfit)).toBe('BENEFITS_ANSWERS_WRONG');
  expect(await move(operator, one, 'return', { faults: [{ section: 'business', text: '请写明样品' }] })).toBe(200);
  server.clock.pass(60_000);
  expect(await move(first, one, 'submit')).toBe(200);
  expect(await move(operator, one, 'claim')).toBe(200);
  expect(await move(operator, one, 'pass', passes)).toBe(200);
  // The pass mark is the site's: with a mean below it nobody is let in, with one above nobody is kept out.
  expect(await move(operator, one, 'admit', marks(59, 60, 60))).toBe('BENEFITS_ANSWERS_WRONG');
  expect(await move(operator, one, 'failMark', { ...marks(60, 60, 60), reason: '不够' })).toBe(
    'BENEFITS_ANSWERS_WRONG',
  );
  expect(await move(operator, one, 'admit', marks(60, 60, 60))).toBe(200);
  server.clock.pass(60_000);
  const two = await waiting(second);
  // It stands by when it was handed in first, however often it was sent back.
  expect(await stay(first, one)).toMatchObject({ state: 'waitlisted', line: { before: 0, later: 0 } });
  expect(await stay(second, two)).toMatchObject({ line: { before: 1, later: 0 } });
  // A winner who comes later goes first, and those who are passed are told why.
  const [winner = ''] = await insertWaiting(server, [1], fixedNow + 600_000);
  expect(await stay(second, two)).toMatchObject({ line: { before: 2, later: 1 } });
  expect((await board()).lines.find(({ type }) => type === 'desk')).toMatchObject({
    waiting: 3,
    first: { applicationId: winner },
  });

  expect(await move(operator, one, 'offer')).toBe('BENEFITS_NO_SUCH_MOVE');
  server.clock.set(at('2026-11-24', 12));
  const made = [await offer('A01'), await offer('A02')];
  expect(made).toEqual([
    { applicationId: winner, lapsesAt: '2026-12-02T00:00:00+08:00' },
    { applicationId: one, lapsesAt: '2026-12-02T00:00:00+08:00' },
  ]);
  expect(await codeOf(operator, 'incubation/offer', { siteId, placeId: await placeCalled(server, 'A01') })).toBe(
    'INCUBATION_PLACE_TAKEN',
  );
  expect((await board()).counts).toEqual({ total: 30, occupied: 0, held: 2, repair: 1, free: 27 });
  // Declined: to the next in line at once, and who declined stands at the end of its rank.
  expect(await move(first, one, 'decline')).toBe(200);
  expect(await stay(second, two)).toMatchObject({ state: 'offered', place: { code: 'A02' } });
  expect(await stay(first, one)).toMatchObject({ state: 'waitlisted', line: { before: 0 } });
  // Never the same place again.
  expect(await move(second, two, 'decline')).toBe(200);
  expect(await stay(first, one)).toMatchObject({ state: 'waitlisted', line: { before: 0 } });
  expect((await board()).counts).toMatchObject({ held: 1, free: 28 });

  // The winner lets the hour pass: at the instant itself the place is free, and the job gives it to the next.
  server.clock.set(at('2026-12-01', 12));
  await tick();
  expect((await told(winner)).map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['offer.made', 'offer.lapsing']),
  );
  server.clock.set(Date.parse('2026-12-02T00:00:00+08:00'));
  expect((await board()).counts).toMatchObject({ held: 0, free: 29 });
  await Promise.all([tick(), makeTick(server.home, areas)()]);
  expect(await stay(first, one)).toMatchObject({
    state: 'offered',
    place: { code: 'A01', lapsesAt: '2026-12-10T00:00:00+08:00' },
  });
  await tick();
  expect(await told(winner)).toEqual(expect.arrayContaining([`offer.lapsed.operator ${personaId(operator)}`]));
  // Whoever passes it from one state of theirs to another is not told that it came to them.
  expect(await told(one)).not.toContain(`application.passedOn.desk ${personaId(operator)}`);
  expect(await told(one)).toEqual(
    expect.arrayContaining([`offer.made ${personaId(first)}`, `offer.made.operator ${personaId(operator)}`]),
  );

  // The server's instant decides: a second too late is refused, whether or not anybody tidied up.
  server.clock.set(Date.parse('2026-12-10T00:00:00+08:00'));
  expect(await move(first, one, 'accept')).toBe('INCUBATOR_PLACE_OFFER_LAPSED');
  server.clock.set(Date.parse('2026-12-09T23:59:59+08:00'));
  expect(await move(first, one, 'accept')).toBe(200);
  expect((await board()).counts).toMatchObject({ held: 1 });
  const agreement = { answers: { number: '孵字 2026-001', from: '2026-12-15' } };
  expect(await move(operator, one, 'sign', { answers: { ...agreement.answers, from: '2026-12-08' } })).toBe(
    'BENEFITS_ANSWERS_WRONG',
  );
  expect(await move(operator, one, 'sign', agreement)).toBe(200);
  expect(await move(operator, one, 'moveIn')).toBe(200);
  const let_ = await stay(first, one);
  expect(let_).toMatchObject({
    state: 'moved_in',
    monthsHad: 12,
    tenures: [{ from: '2026-12-15', lastDay: '2027-12-14' }],
  });
  expect(let_.rent.map(({ dueFen }) => dueFen)).toEqual(Array(12).fill(0));
  expect(let_.renewalClosedZh).toContain('10月16日（周六）起可以申请续期');
  expect(await move(first, one, 'askRenewal')).toBe('INCUBATOR_PLACE_NO_RENEWAL');

  // A session lives for a month, and this goes on for years.
  await server.db
    .updateTable('session')
    .set({ expires_at: new Date('2031-01-01') })
    .execute();
  // Renewed twice, and a third time refused; the clock tells before the end, and graduates at it.
  for (const [day, number] of [
    ['2027-11-01', '孵字 2027-001'],
    ['2028-11-01', '孵字 2028-001'],
  ] as const) {
    server.clock.set(at(day));
    await tick();
    expect(await move(first, one, 'askRenewal')).toBe(200);
    expect(await move(operator, one, 'renew', { answers: { number } })).toBe(200);
  }
  server.clock.set(at('2029-11-01'));
  await tick();
  expect(await move(first, one, 'askRenewal')).toBe('INCUBATOR_PLACE_NO_RENEWAL');
  const last = await stay(first, one);
  expect(last).toMatchObject({ monthsHad: 36, tenures: [{}, {}, { from: '2028-12-15', lastDay: '2029-12-14' }] });
  expect([12, 23, 24].map((i) => last.rent[i]?.dueFen)).toEqual([15_000, 15_000, 21_000]);
  const wall = await board();
  expect(wall.endings).toEqual([expect.objectContaining({ lastDay: '2029-12-14', daysLeft: 43 })]);
  expect(wall.arrears).toHaveLength(20);
  const [oldest] = wall.arrears;
  expect(oldest?.nameZh).not.toBe('');
  const { tenancyId = '', n = 0 } = oldest ?? {};
  for (const paidOn of ['2029-11-02', '2026-01-01'])
    expect(await codeOf(operator, 'incubation/recordRent', { siteId, tenancyId, n, paidOn })).toBe(
      'INCUBATION_RENT_DAY_WRONG',
    );
  expect(await codeOf(operator, 'incubation/recordRent', { siteId, tenancyId, n, paidOn: '2029-11-01' })).toBe(200);
  expect((await board()).arrears[0]).not.toMatchObject({ tenancyId, n });

  // Warned for what is owed, and not removed before the notice is over.
  expect(await move(operator, one, 'warn', { reason: '请补交', answers: { ground: 'rent' } })).toBe(200);
  expect(await move(operator, one, 'remove', { reason: '没有补交' })).toBe('INCUBATOR_PLACE_NOTICE_RUNS');
  await tick();
  expect(await told(one)).toEqual(
    expect.arrayContaining([
      `place.warned ${personaId(first)}`,
      `place.endSoon ${personaId(first)}`,
      `rent.due ${personaId(first)}`,
      `rent.due.operator ${personaId(operator)}`,
    ]),
  );
  expect(await move(operator, one, 'clear')).toBe(200);
  server.clock.set(Date.parse('2029-12-14T23:59:59+08:00'));
  await tick();
  expect((await board()).counts).toMatchObject({ occupied: 1 });
  server.clock.set(Date.parse('2029-12-15T00:00:00+08:00'));
  expect((await board()).counts).toMatchObject({ occupied: 0, free: 29 });
  await tick();
  expect(await stay(first, one)).toMatchObject({ state: 'graduated', place: null });
  // The months are spent, at whatever site: the next agreement is refused.
  const again = await filledPlace(server, first);
  for (const [as, name, more] of [
    [first, 'submit', {}],
    [operator, 'claim', {}],
    [operator, 'pass', passes],
    [operator, 'admit', marks(90, 90, 90)],
  ] as const)
    expect(await move(as, again, name, more)).toBe(200);
  await server.db.updateTable('place_wish').set({ rank: 1 }).where('application_id', '=', again).execute();
  await sql`update place_wish set waiting = false where application_id <> ${again}`.execute(server.db);
  expect(await offer('A01')).toMatchObject({ applicationId: again });
  expect(await move(first, again, 'accept')).toBe(200);
  expect(await move(operator, again, 'sign', { answers: { number: '孵字 2029-9', from: '2029-12-20' } })).toBe(
    'BENEFITS_ANSWERS_WRONG',
  );
  expect(await move(first, again, 'withdraw')).toBe(200);
  expect((await board()).counts).toMatchObject({ held: 0, free: 29 });
  expect(await sharedPlaces(server)).toBe(0);
});

test('thirty at once for three places: three are held, each for the next in line, and the others are told that they came too late', async () => {
  await sql`update place_wish set waiting = false`.execute(server.db);
  const line = await insertWaiting(server, Array(30).fill(3), server.clock.now());
  expect(await offersAtOnce(server, 30, ['A04', 'A05', 'A06'])).toEqual({
    200: 3,
    INCUBATION_PLACE_TAKEN: 27,
  });
  const { rows } = await sql<{
    id: string;
  }>`select application_id as id from tenancy where stands and kind = 'hold' order by starts_at, id`.execute(server.db);
  expect(rows.map(({ id }) => id).sort()).toEqual(line.slice(0, 3).sort());
  expect(await sharedPlaces(server)).toBe(0);
  // The database itself refuses a second, whatever the code before it believes; and an empty time, which would slip past.
  const held = await server.db
    .selectFrom('tenancy')
    .selectAll()
    .where('application_id', '=', line[0] ?? '')
    .executeTakeFirstOrThrow();
  const again = {
    ...held,
    id: line[9] ?? '',
    application_id: line[9] ?? '',
    starts_at: new Date(held.starts_at),
    lapses_at: null,
    ends_at: null,
    told_at: null,
  };
  await expect(server.db.insertInto('tenancy').values(again).execute()).rejects.toThrow('tenancy_one_at_a_time');
  await expect(
    server.db
      .insertInto('tenancy')
      .values({ ...again, ends_at: new Date(held.starts_at) })
      .execute(),
  ).rejects.toThrow('tenancy_check');
});

test('twenty random acts come to the same at the server as by the rules alone', async () => {
  await sql`update place_wish set waiting = false`.execute(server.db);
  await sql`update tenancy set stands = false`.execute(server.db);
  expect(await actsAgree(server, tick, makeRandom(7), { acts: 20, people: 6 })).toBeNull();
});

test('hours of a studio: by whoever has a team, never two at once, given back in time; who did not come twice waits', async () => {
  const [one = '', two = ''] = await insertStanding(server, [{ state: 'moved_in' }, { state: 'moved_in' }]);
  await sql`insert into tenancy (id, place_id, site_id, application_id, person_id, kind, starts_at, ends_at, stands, number_zh)
    select gen_random_uuid(), p.id, p.site_id, a.id, a.applicant_id, 'agreement', ${new Date(fixedNow - 1000)}, ${new Date(fixedNow + 9e9)}, true, '演示'
    from application a join place p on p.code = case a.id when ${one}::uuid then 'A14' else 'A15' end where a.id in (${one}, ${two})`.execute(
    server.db,
  );
  const { rows } = await sql<{
    person: string;
  }>`select applicant_id as person from application where id in (${one}, ${two}) order by id = ${two}::uuid`.execute(
    server.db,
  );
  const [mine = '', theirs = ''] = rows.map(({ person }) => person);
  const placeId = await placeCalled(server, 'S1');
  const book = (as: string, day: string, from: number, to: number) =>
    codeOf(as, 'incubation/book', { placeId, day, from, to });
  expect(await book('loan-city', '2026-11-30', 9, 11)).toBe('INCUBATION_NO_TEAM');
  expect(
    (await Promise.all([book(mine, '2026-11-30', 9, 11), book(theirs, '2026-11-30', 10, 12)])).map(String).sort(),
  ).toEqual(['200', 'INCUBATION_HOURS_TAKEN']);
  const booked = async (as: string) =>
    await server.ask<{ weekLeft: number; mine: Array<{ bookingId: string }> }>(as, 'incubation/hours', {
      siteId: dramaId,
      day: '2026-11-30',
    });
  const [holder, other] = (await booked(mine)).mine.length === 1 ? [mine, theirs] : [theirs, mine];
  expect(await booked(holder)).toMatchObject({ weekLeft: 6 });
  const { bookingId = '' } = (await booked(holder)).mine[0] ?? {};
  expect(await codeOf(other, 'incubation/cancelBooking', { bookingId })).toBe('NOT_FOUND');
  expect(await codeOf(holder, 'incubation/cancelBooking', { bookingId })).toBe(200);
  // Given back, the hours are free at once.
  expect(await book(other, '2026-11-30', 9, 12)).toBe(200);
  expect(await book(other, '2026-12-01', 9, 14)).toBe(200);
  expect(await book(other, '2026-12-02', 9, 10)).toBe('INCUBATION_WEEK_FULL');
  const late = (await booked(other)).mine;
  server.clock.set(at('2026-12-01', 8));
  expect(await codeOf(other, 'incubation/cancelBooking', { bookingId: late[1]?.bookingId ?? '' })).toBe(
    'INCUBATION_BOOKING_BEGUN',
  );
  expect(await codeOf(operator, 'incubation/markNoShow', { bookingId: late[1]?.bookingId ?? '' })).toBe(
    'INCUBATION_BOOKING_NOT_OVER',
  );
  // So near, hours say that they cannot be given back.
  type Day = { places: Array<{ slots: Array<{ from: number; bound: boolean }> }> };
  const slotsOf = async (day: string) =>
    (await server.ask<Day>(other, 'incubation/hours', { siteId: dramaId, day })).places[0]?.slots;
  expect((await slotsOf('2026-12-01'))?.every(({ bound }) => bound)).toBe(true);
  expect((await slotsOf('2026-12-03'))?.some(({ bound }) => bound)).toBe(false);
  server.clock.set(at('2026-12-01', 20));
  for (const { bookingId: missed } of late)
    expect(await codeOf(operator, 'incubation/markNoShow', { bookingId: missed })).toBe(200);
  expect(await book(other, '2026-12-08', 9, 10)).toBe('INCUBATION_BOOKING_PAUSED');
});

test('an operator opens their organisation’s site and its places; what is taken is neither closed nor made another, what a colleague changed is told', async () => {
  const as = 'entrant-returned';
  const organisationId = makeUuidV7(fixedNow, server.home.random(10));
  const before = {
    organisationId,
    regionId: '141033',
    nameZh: '蒲县孵化基地（演示）',
    addressZh: '蒲城镇',
    aboutZh: '',
  };
  expect(await codeOf(as, 'incubation/makeSite', before)).toBe('FORBIDDEN');
  const { db } = server;
  await db
    .insertInto('organisation')
    .values({ id: organisationId, kind: 'incubator', name_zh: '蒲县孵化中心（演示）', region_id: null, active: true })
    .execute();
  const given = { role: 'incubatorOperator', given_by: null, given_at: instant(fixedNow) } as const;
  await db
    .insertInto('role_grant')
    .values({
      id: makeUuidV7(fixedNow, server.home.random(10)),
      person_id: personaId(as),
      ...given,
      ...scopeColumns({ kind: 'organisation', organisationId }),
    })
    .execute();
  expect(await server.ask(as, 'incubation/siteChoices', {})).toMatchObject({
    organisations: [{ value: organisationId, zh: '蒲县孵化中心（演示）' }],
  });
  expect(await codeOf(operator, 'incubation/makeSite', before)).toBe('INCUBATION_SITE_WRONG');
  // One that people would read as another's name is that name.
  const taken = { ...before, nameZh: '尧都 创业孵化基地(演示)' };
  expect(await codeOf(as, 'incubation/makeSite', taken)).toBe('INCUBATION_SITE_WRONG');
  const { siteId: own } = await server.ask<{ siteId: string }>(as, 'incubation/makeSite', before);
  expect(await codeOf(as, 'incubation/makeSite', { ...before, nameZh: '另一个' })).toBe('INCUBATION_SITE_WRONG');

  type Setup = { version: number; places: Array<{ placeId: number; code: string; taken: boolean; rentFen: number }> };
  const setup = (who: string, id: string) => server.ask<Setup>(who, 'incubation/siteSetup', { siteId: id });
  expect(await codeOf(operator, 'incubation/siteSetup', { siteId: own })).toBe('NOT_FOUND');
  const place = {
    siteId: own,
    version: 1,
    placeId: null,
    floor: 3,
    code: 'C08',
    type: 'desk',
    detailZh: '',
    rentFen: 100,
    many: 3,
  };
  expect(await codeOf(as, 'incubation/savePlace', place)).toBe(200);
  expect((await setup(as, own)).places.map(({ code }) => code)).toEqual(['C08', 'C09', 'C10']);
  expect(await codeOf(as, 'incubation/savePlace', place)).toBe('INCUBATION_SITE_STALE');
  const { version, places } = await setup(as, own);
  for (const code of ['C10', 'c 10', 'Ｃ１０'])
    expect(await codeOf(as, 'incubation/savePlace', { ...place, version, code, many: 1 })).toBe(
      'INCUBATION_PLACE_WRONG',
    );
  expect(await codeOf(as, 'incubation/savePlace', { ...place, version, code: 'C' })).toBe('INCUBATION_PLACE_WRONG');
  expect(
    await codeOf(as, 'incubation/savePlace', {
      ...place,
      version,
      placeId: places[0]?.placeId,
      type: 'studio',
      code: 'S1',
    }),
  ).toBe(200);
  expect((await setup(as, own)).places[0]).toMatchObject({ code: 'S1', rentFen: 0 });
  expect(await server.ask(null, 'incubation/site', { siteId: own })).toMatchObject({
    total: 2,
    free: 2,
    hourly: [{ code: 'S1' }],
  });

  // Its own rules, by its own people, one after the other, each change in the audit: from then on they hold, and everybody reads them.
  const terms = { ...usualTerms, passMark: 70_00, reliefPercent: [80], sourceZh: '蒲就发〔2026〕1号' };
  const said = async (who: string, more: object = {}) =>
    codeOf(who, 'incubation/saveSiteTerms', {
      siteId: own,
      version: (await setup(as, own)).version,
      ...terms,
      ...more,
    });
  expect(await said(operator)).toBe('NOT_FOUND');
  expect(await said(as, { firstMonths: 40 })).toBe('INCUBATION_SITE_WRONG');
  expect(await said(as, { reliefPercent: [101] })).toBe('MALFORMED');
  expect(await said(as)).toBe(200);
  expect(await codeOf(as, 'incubation/saveSiteTerms', { siteId: own, version, ...terms })).toBe(
    'INCUBATION_SITE_STALE',
  );
  expect(await server.ask(null, 'incubation/site', { siteId: own })).toMatchObject({
    terms: { reliefZh: '第一年减 80%（蒲就发〔2026〕1号）', passZh: expect.stringContaining('平均 70 分以上') },
  });

  // Of the demo's own: one that somebody has.
  const there = await setup(operator, siteId);
  const had = there.places.find((each) => each.taken)?.placeId;
  const free = there.places.find((each) => !each.taken)?.placeId;
  const closing = { siteId, version: there.version, closed: true };
  expect(await codeOf(operator, 'incubation/closePlace', { ...closing, placeId: had })).toBe('INCUBATION_PLACE_TAKEN');
  expect(await codeOf(operator, 'incubation/closePlace', { ...closing, placeId: places[1]?.placeId })).toBe(
    'NOT_FOUND',
  );
  const { counts } = await board();
  expect(await codeOf(operator, 'incubation/closePlace', { ...closing, placeId: free })).toBe(200);
  expect((await board()).counts.total).toBe(counts.total - 1);
});

test('whoever lost an award stands in a site’s line by what is left, and the next place goes to who is first then', async () => {
  await sql`update place_wish set waiting = false`.execute(server.db);
  await sql`update tenancy set stands = false`.execute(server.db);
  const [won, group] = [await contender(server, 'first'), await contender(server, 'third')];
  const [plain = ''] = await people(server, 1);
  await knowOf(server, group, { 'keyGroup.graduate': true });
  const lines: string[] = [];
  for (const as of [plain, group, won]) {
    lines.push(await waiting(as));
    server.clock.pass(60_000);
  }
  const [last = '', second = '', first = ''] = lines;
  const inLine = async () =>
    (
      await server.ask<{ items: Array<{ applicationId: string; rank: number; rankZh: string }> }>(
        operator,
        'incubation/line',
        { siteId, type: 'desk', cursor: null },
      )
    ).items.map(({ applicationId, rank, rankZh }) => [applicationId, rank, rankZh]);
  expect(await inLine()).toEqual([
    [first, 1, '一等奖'],
    [second, 2, '三等奖'],
    [last, 5, '其他申请人'],
  ]);
  for (const as of [won, group]) await losesAward(server, as);
  await sql`update entry set state = 'withdrawn' where leader_id = ${group}`.execute(server.db);
  await tick();
  expect(await inLine()).toEqual([
    [first, 3, '报名审核通过'],
    [second, 4, '重点群体'],
    [last, 5, '其他申请人'],
  ]);
  await sql`update entry set state = 'withdrawn' where leader_id = ${won}`.execute(server.db);
  await sql`update outbox set delivered_at = null where event = 'award.cancelled'`.execute(server.db);
  await tick();
  // Since when they stand there is what it was.
  expect(await inLine()).toEqual([
    [second, 4, '重点群体'],
    [last, 5, '其他申请人'],
    [first, 5, '其他申请人'],
  ]);
  expect(await offer('A09')).toMatchObject({ applicationId: second });
});

test('what is being closed is not booked, and what is being booked is not closed', async () => {
  const as = await contender(server, null);
  const made = (code: string) =>
    sql`insert into place (site_id, floor, spot, code, type, detail_zh, rent_fen)
    values (${dramaId}, 1, 900, ${code}, 'studio', '', 0)`.execute(server.db);
  for (const code of ['S7', 'S8', 'S9']) await made(code);
  const [one, two, three] = await Promise.all(['S7', 'S8', 'S9'].map((code) => placeCalled(server, code)));
  const books = (placeId: number | undefined) =>
    codeOf(as, 'incubation/book', { placeId, day: '2026-11-26', from: 10, to: 11 });
  const closes = async (placeId: number | undefined) => {
    const { version } = await server.ask<{ version: number }>(operator, 'incubation/siteSetup', { siteId: dramaId });
    return codeOf(operator, 'incubation/closePlace', { siteId: dramaId, version, placeId, closed: true });
  };
  const { booking } = await server.db.transaction().execute(async (tx) => {
    await sql`select from place where id = ${one} for update`.execute(tx);
    const begun = books(one);
    await untilSomebodyWaits(server);
    await sql`update place set shut = 'closed' where id = ${one}`.execute(tx);
    return { booking: begun };
  });
  expect(await booking).toBe('INCUBATION_NOT_BOOKABLE');
  const { closing } = await server.db.transaction().execute(async (tx) => {
    await sql`insert into place_booking (id, place_id, team_id, person_id, starts_at, ends_at, made_at)
      select gen_random_uuid(), ${two}, e.id, e.leader_id, ${new Date(fixedNow + 1e8)}, ${new Date(fixedNow + 2e8)},
        ${new Date(fixedNow)} from entry e where e.leader_id = ${as}`.execute(tx);
    const begun = closes(two);
    await untilSomebodyWaits(server);
    return { closing: begun };
  });
  expect(await closing).toBe('INCUBATION_PLACE_TAKEN');
  const both = await Promise.all([books(three), closes(three)]);
  expect(both.filter((code) => code === 200)).toHaveLength(1);
  const { rows } = await sql`select from place_booking b join place p on p.id = b.place_id
    where p.shut = 'closed' and b.cancelled_at is null and b.ends_at > ${new Date(fixedNow)}`.execute(server.db);
  expect(rows).toEqual([]);
});

test('who chose another site is read by its people from then on, and by those of the site before no more', async () => {
  await sql`insert into place (site_id, floor, spot, code, type, detail_zh, rent_fen)
    values (${dramaId}, 3, 900, 'Z9', 'desk', '', 50000)`.execute(server.db);
  const [as = '', before = '', after = ''] = await people(server, 3);
  const [former, now] = [incubator.id, dramaBase.id];
  await giveRole(server.db, before, 'incubatorOperator', { kind: 'organisation', organisationId: former });
  await giveRole(server.db, after, 'incubatorOperator', { kind: 'organisation', organisationId: now });
  const id = await filledPlace(server, as);
  expect(await move(as, id, 'submit')).toBe(200);
  expect(await move(before, id, 'claim')).toBe(200);
  const faults = [{ section: 'place', text: '请换一个基地' }];
  expect(await move(before, id, 'return', { reason: '请补正', faults })).toBe(200);
  // Sent back, it is still theirs to read.
  expect(await codeOf(before, 'incubation/stay', { applicationId: id })).toBe(200);
  const place = { ...placeAnswers.place, operator: now };
  await server.ask(as, 'benefits/saveApplication', { applicationId: id, section: 'place', version: 1, data: place });
  expect(await codeOf(after, 'incubation/stay', { applicationId: id })).toBe('NOT_FOUND');
  expect(await move(as, id, 'submit')).toBe(200);
  const reads = () =>
    Promise.all([before, after, as].map((who) => codeOf(who, 'incubation/stay', { applicationId: id })));
  expect(await reads()).toEqual(['NOT_FOUND', 200, 200]);
  expect(await move(after, id, 'claim')).toBe(200);
  expect(await move(after, id, 'pass', passes)).toBe(200);
  expect(await move(after, id, 'admit', marks(90, 91, 92))).toBe(200);
  await server.ask(after, 'incubation/offer', { siteId: dramaId, placeId: await placeCalled(server, 'Z9') });
  // Offered and over it lies with nobody's office; whose it was last goes on reading it.
  expect(await reads()).toEqual(['NOT_FOUND', 200, 200]);
  expect(await move(as, id, 'accept')).toBe(200);
  expect(await move(after, id, 'sign', { answers: { number: 'B-77', from: '2026-12-01' } })).toBe(200);
  // Nor is anything said of their rent.
  const [month] = (await stay(after, id)).rent;
  const rent = { siteId, tenancyId: month?.tenancyId, n: 1, paidOn: '2026-01-01' };
  expect(await codeOf(before, 'incubation/recordRent', rent)).toBe('INCUBATION_NO_SUCH_RENT');
  expect(await move(as, id, 'leave', { reason: '搬走了' })).toBe(200);
  expect(await reads()).toEqual(['NOT_FOUND', 200, 200]);
});
