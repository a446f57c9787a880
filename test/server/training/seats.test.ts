import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { verifyAudit } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import { tidyClasses } from '../../../cloudfunctions/core/training/class/by-the-clock';
import { forgetPhones } from '../../../cloudfunctions/core/training/enrolment/forget-phones';
import { enrolmentPhoneBook } from '../../../cloudfunctions/core/training/enrolment/phone-book';
import { dyingAt } from '../../support/dying-database';
import { fixedNow } from '../../support/fixed-clock';
import { giveRole } from '../../support/grant';
import { lyingInInboxes } from '../../support/inboxes';
import { claimBy, claimCodeOf, pastAward } from '../../support/past-awards';
import { freshServer, type TestServer } from '../../support/server';
import {
  contender,
  details,
  enrol,
  fourHalfDays,
  losesAward,
  openClass,
  people,
  plan,
  standingIn,
  trainer,
} from '../../support/training';
import { untilSomebodyWaits } from '../../support/waiting';

let server: TestServer;
let tick: () => Promise<void>;
beforeAll(async () => {
  server = await freshServer();
  tick = makeTick(server.home, areas);
});
afterAll(async () => {
  await tick();
  expect(server.faults).toEqual([]);
  expect(await verifyAudit(server.db, server.home.auditKeys)).toMatchObject({ ok: true, unsealed: 0 });
  await server.close();
});
afterEach(() => server.clock.set(fixedNow));

const hour = 3_600_000;
const start = Date.parse('2026-12-07T08:30:00+08:00');
const codeOf = ({ body }: Awaited<ReturnType<TestServer['call']>>) => (body.ok ? 'ok' : body.error.code);
type Own = {
  enrolmentId: string;
  version: number;
  state: string;
  place: number | null;
  offerEndsAt: string | null;
  known: boolean;
  rankZh: string;
};
type Class = { state: string; free: number; own: Own | null; prefill: Record<string, unknown> };
const view = (as: string | null, classId: string) => server.ask<Class>(as, 'training/class', { classId });
const mine = async (as: string, classId: string): Promise<Own> => {
  const { own } = await view(as, classId);
  if (!own) throw new Error('not enrolled');
  return own;
};
const act = async (as: string, classId: string, path: 'accept' | 'cancel', more: object = {}) => {
  const { enrolmentId, version } = await mine(as, classId);
  return server.call(as, `training/${path}`, {
    enrolmentId,
    version,
    ...(path === 'accept' && { details: null }),
    ...more,
  });
};
const countIn = async (classId: string, state: string) =>
  (await standingIn(server, classId)).filter((one) => one.state === state).length;
const told = async (personId: string) =>
  (await lyingInInboxes(server.db).select('m.notice').where('d.person_id', '=', personId).execute())
    .map(({ notice }) => notice)
    .sort();

test('a class is planned in its own organisation, judged beside its fields, and known to nobody before the city confirms it', async () => {
  const wrong = await server.call(trainer, 'training/proposeClass', plan({ capacity: 31, halfDays: [] }));
  expect(wrong.body).toMatchObject({
    error: { code: 'TRAINING_PLAN_WRONG', fields: { capacity: '每班 1 至 30 人', halfDays: '请填写上课时间' } },
  });
  const foreign = await server.call(trainer, 'training/proposeClass', plan({ organisationId: crypto.randomUUID() }));
  expect(foreign.body).toMatchObject({ error: { fields: { organisationId: '请选择培训机构' } } });
  const { classId } = await server.ask<{ classId: string }>(trainer, 'training/proposeClass', plan());
  expect((await server.call(null, 'training/class', { classId })).status).toBe(404);
  const approve = { classId, version: 1, move: 'approve', reason: '' };
  expect((await server.call('entrant-new', 'training/moveClass', approve)).status).toBe(404);
  expect((await server.call(trainer, 'training/moveClass', approve)).status).toBe(403);
  await tick();
  // Whoever is of the city and trains for that organisation leaves it to another.
  const [both = ''] = await people(server, 1);
  await giveRole(server.db, both, 'cityStaff', { kind: 'all' });
  await giveRole(server.db, both, 'trainer', { kind: 'organisation', organisationId: plan().organisationId });
  const ownClass = { code: 'FORBIDDEN', message: '这是您任职的机构办的班，应当回避，请由另一位市级统筹人员确认' };
  for (const move of ['approve', 'decline'])
    expect(
      (await server.call(both, 'training/moveClass', { ...approve, move, reason: '自己办的班' })).body,
    ).toMatchObject({
      error: ownClass,
    });
  await server.ask('city', 'training/moveClass', approve);
  expect(await view(null, classId)).toMatchObject({ state: 'open', free: 30, own: null });
  await server.ask('city', 'training/moveClass', { ...approve, version: 2, move: 'cancel', reason: '教室另有安排' });
});

test('fifty at once for two seats: two have them, forty-eight stand in line one behind the other, and nobody is there twice', async () => {
  const classId = await openClass(server, { capacity: 2 });
  const crowd = await people(server, 50);
  const replies = await Promise.all(crowd.map((as) => enrol(server, as, classId)));
  expect(replies.map(codeOf).filter((code) => code !== 'ok')).toEqual([]);
  const standing = await standingIn(server, classId);
  const seated = standing.filter(({ state }) => state === 'confirmed').map(({ seat }) => seat);
  expect(seated.sort()).toEqual([1, 2]);
  expect(standing.filter(({ state }) => state === 'waitlisted')).toHaveLength(48);
  expect(await view(null, classId)).toMatchObject({ state: 'full', free: 0 });
  // Once more it is refused, and so is a second class.
  expect(codeOf(await enrol(server, crowd[0] ?? '', classId))).toBe('TRAINING_QUOTA');
  expect(codeOf(await enrol(server, crowd[49] ?? '', await openClass(server)))).toBe('TRAINING_QUOTA');
  // The database itself knows of no third seat.
  const takes = (seat: number) =>
    server.db
      .updateTable('enrolment')
      .set({ seat, state: 'confirmed' })
      .where('class_id', '=', classId)
      .where('person_id', '=', standing.at(-1)?.person ?? '')
      .execute();
  await expect(takes(3)).rejects.toThrow('enrolment_class_id_seat_fkey');
  await expect(takes(2)).rejects.toThrow('enrolment_seat');
});

test('whoever won stands first in line however late; a seat that is given up is offered in the same moment, for a day, and then to the next', async () => {
  const classId = await openClass(server, { capacity: 1 });
  const [seated = '', plain = '', group = ''] = await people(server, 3);
  const [took, won] = [await contender(server, null), await contender(server, 'third')];
  await enrol(server, seated, classId);
  for (const as of [plain, group, took, won]) {
    await enrol(server, as, classId, { keyGroup: as === group });
    server.clock.pass(1000);
  }
  expect(await Promise.all([won, took, group, plain].map(async (as) => (await mine(as, classId)).place))).toEqual([
    1, 2, 3, 4,
  ]);
  expect(codeOf(await act(seated, classId, 'cancel'))).toBe('ok');
  const offered = await mine(won, classId);
  expect(offered).toMatchObject({ state: 'offered', place: null });
  expect(Date.parse(offered.offerEndsAt ?? '')).toBe(server.clock.now() + 24 * hour);
  expect(await view(null, classId)).toMatchObject({ state: 'full', free: 0 });
  // Who left and comes back stands at the end of their own.
  await enrol(server, seated, classId);
  expect((await mine(seated, classId)).place).toBe(4);
  // The instant decides, whether or not the clock has tidied up: what ran out is free as it is read, and can be taken by the next alone.
  server.clock.pass(24 * hour);
  expect((await view(null, classId)).free).toBe(1);
  expect(codeOf(await act(won, classId, 'accept'))).toBe('TRAINING_OFFER_OVER');
  await tick();
  expect((await mine(won, classId)).state).toBe('cancelled');
  expect((await mine(took, classId)).state).toBe('offered');
  expect(codeOf(await act(took, classId, 'accept'))).toBe('ok');
  expect((await mine(took, classId)).state).toBe('confirmed');
  await tick();
  expect([await told(won), await told(took)]).toEqual([['class.offer', 'class.offerLapsed'], ['class.offer']]);
  // For phones too: as what is agreed to by itself, with the number that was given as they enrolled, while the seat is held.
  const { enrolmentId } = await mine(took, classId);
  const letter = await server.db
    .selectFrom('message')
    .select(['phone_purpose', 'phone_fields', 'text_kind'])
    .where('text_subject', '=', enrolmentId)
    .executeTakeFirstOrThrow();
  expect(letter).toMatchObject({ phone_purpose: 'classOffer', text_kind: 'offer' });
  expect(letter.phone_fields).toMatchObject({ thing3: '点开确认名额' });
  const asked = [{ personId: took, subjectId: enrolmentId, kind: 'offer' }];
  const [entry] = await enrolmentPhoneBook(server.db, asked);
  expect(entry).toMatchObject({ concerned: false, sealed: expect.stringMatching(/./) });
  expect(await enrolmentPhoneBook(server.db, [{ ...asked[0], personId: won } as never])).toEqual([]);
});

test('the phones of who was in a class go by the clock, six months after their part was over, and nothing else of them', async () => {
  const classId = await openClass(server, { capacity: 2 });
  const [stays = '', left = ''] = await people(server, 2);
  for (const as of [stays, left]) await enrol(server, as, classId);
  const { enrolmentId } = await mine(left, classId);
  expect(codeOf(await act(left, classId, 'cancel'))).toBe('ok');
  const phones = async () =>
    (await server.db.selectFrom('sealed_value').select('subject_id').where('subject_id', '=', enrolmentId).execute())
      .length;
  const before = await server.db
    .selectFrom('sealed_value')
    .select('subject_id')
    .where('field', '=', 'person.phone')
    .execute();
  server.clock.set(Date.parse('2027-05-24T23:59:00+08:00'));
  await forgetPhones(server.home);
  expect(await phones()).toBe(1);
  server.clock.set(Date.parse('2027-05-25T00:01:00+08:00'));
  expect(await forgetPhones(server.home)).toBeGreaterThan(0);
  expect(await phones()).toBe(0);
  expect(await forgetPhones(server.home)).toBe(0);
  const after = await server.db
    .selectFrom('sealed_value')
    .select('subject_id')
    .where('field', '=', 'person.phone')
    .execute();
  expect(after.length).toBeLessThan(before.length);
  expect(after.length).toBeGreaterThan(0);
});

test('nothing is offered once a class has begun: who has a seat attends, who has none goes without', async () => {
  const classId = await openClass(server, { capacity: 1 });
  const [seated = '', next = '', last = ''] = await people(server, 3);
  for (const as of [seated, next, last]) await enrol(server, as, classId);
  server.clock.set(start - 2 * hour);
  await act(seated, classId, 'cancel');
  const { offerEndsAt } = await mine(next, classId);
  expect(Date.parse(offerEndsAt ?? '')).toBe(start);
  server.clock.set(start);
  expect(codeOf(await act(next, classId, 'accept'))).toBe('TRAINING_OFFER_OVER');
  expect(codeOf(await enrol(server, seated, classId))).toBe('TRAINING_CLOSED');
  await tick();
  expect((await standingIn(server, classId)).map(({ state }) => state)).toEqual([
    'cancelled',
    'cancelled',
    'cancelled',
  ]);
  expect((await view(null, classId)).state).toBe('running');
  await tick();
  expect(await told(last)).toEqual(['class.closed']);
});

test('a voucher comes with an award, is used once by its holder, comes back before the start and not after, and is good for 180 days', async () => {
  const [winner = '', other = ''] = await people(server, 2);
  const award = await pastAward(server);
  const claimId = await claimBy(server, winner, await claimCodeOf(server, 'clerk-puxian-1', award));
  await server.ask('clerk-puxian-1', 'awards/confirmClaim', { claimId, version: 1 });
  await tick();
  type Training = { vouchers: Array<{ state: string; until: string }> };
  const vouchers = async () => (await server.ask<Training>(winner, 'training/myTraining', {})).vouchers;
  expect(await vouchers()).toMatchObject([{ state: 'free', until: '2027-05-23' }]);
  const classId = await openClass(server);
  expect(codeOf(await enrol(server, other, classId, { useVoucher: true }))).toBe('TRAINING_VOUCHER_NOT_YOURS');
  await enrol(server, winner, classId, { useVoucher: true });
  expect((await vouchers())[0]?.state).toBe('used');
  await act(winner, classId, 'cancel');
  expect((await vouchers())[0]?.state).toBe('free');
  expect(codeOf(await enrol(server, winner, classId, { useVoucher: true }))).toBe('ok');
  server.clock.set(start + hour);
  await tick();
  await act(winner, classId, 'cancel');
  expect((await vouchers())[0]?.state).toBe('used');
  await server.db.updateTable('enrolment').set({ voucher_id: null }).where('person_id', '=', winner).execute();
  await sql`update training_voucher set ends_at = ${new Date(server.clock.now())}`.execute(server.db);
  expect((await vouchers())[0]?.state).toBe('over');
});

test('a voucher is whose the award is by now, though it was claimed, taken back and claimed by another before the worker told of any', async () => {
  const [one = '', two = '', three = ''] = await people(server, 3);
  const award = await pastAward(server);
  const claims = async (as: string) => {
    const claimId = await claimBy(server, as, await claimCodeOf(server, 'lead-puxian', award));
    await server.ask('clerk-puxian-1', 'awards/confirmClaim', { claimId, version: 1 });
    server.clock.pass(1000);
    return claimId;
  };
  const takesBack = async (claimId: string) => {
    await server.ask('lead-puxian', 'awards/revokeClaim', { claimId, version: 2, reason: '认领错人' });
    server.clock.pass(1000);
  };
  const vouchers = async (as: string) =>
    (await server.ask<{ vouchers: Array<{ state: string }> }>(as, 'training/myTraining', {})).vouchers;
  await takesBack(await claims(one));
  const second = await claims(two);
  await tick();
  expect(await Promise.all([one, two].map(vouchers))).toEqual([
    [],
    [expect.objectContaining({ state: 'free', until: '2027-05-23' })],
  ]);
  await takesBack(second);
  await takesBack(await claims(three));
  await tick();
  expect(await Promise.all([two, three].map(vouchers))).toEqual([[expect.objectContaining({ state: 'over' })], []]);
});

test('one class at a time is held in a room, however its name is written; of two that are planned at once one is', async () => {
  const room = '尧都区培训楼 A1 室';
  const classId = await openClass(server, { room });
  const problem = '12月7日（周一）上午这里有“产生你的企业想法 第 1 期”，请换时间或地点';
  const refused = async (path: string, input: object) => {
    const { body } = await server.call(trainer, path, input);
    return body.ok ? null : [body.error.code, body.error.fields];
  };
  expect(await refused('training/proposeClass', plan({ room: '尧都区培训楼a１室' }))).toEqual([
    'TRAINING_PLAN_WRONG',
    { room: problem },
  ]);
  // The half-day beside it is free; its own time, and what was called off, are in nobody's way.
  const later = fourHalfDays.map((half) => ({ ...half, day: half.day.replace('-12-0', '-12-1') }));
  const moved = plan({ room, halfDays: later });
  const both = await Promise.all([1, 2].map(() => refused('training/proposeClass', moved)));
  expect(both.filter((one) => one === null)).toHaveLength(1);
  expect(await refused('training/reschedule', { classId, version: 2, room, halfDays: later })).toEqual([
    'TRAINING_PLAN_WRONG',
    { room: '12月17日（周四）上午这里有“产生你的企业想法 第 1 期”，请换时间或地点' },
  ]);
  expect(await refused('training/reschedule', { classId, version: 2, room, halfDays: fourHalfDays })).toBeNull();
  await server.ask(trainer, 'training/moveClass', { classId, version: 3, move: 'cancel', reason: '老师生病' });
  expect(await refused('training/proposeClass', plan({ room }))).toBeNull();
});

test('a class that is called off tells everybody; another time is told to whoever is in it; a day before, all are reminded once', async () => {
  const [one = '', two = ''] = await people(server, 2);
  const classId = await openClass(server);
  await enrol(server, one, classId);
  await server.db.insertInto('phone_quota').values({ person_id: one, purpose: 'classSoon', left_over: 3 }).execute();
  const halfDays = plan().halfDays.map((half) => ({ ...half, day: half.day.replace('-12-0', '-12-1') }));
  await server.ask(trainer, 'training/reschedule', { classId, version: 2, room: '102 室', halfDays });
  await tick();
  await enrol(server, two, classId);
  server.clock.set(Date.parse('2026-12-17T07:30:00+08:00') - 23 * hour);
  await tick();
  await tick();
  await server.ask(trainer, 'training/moveClass', { classId, version: 3, move: 'cancel', reason: '老师生病' });
  await tick();
  expect(await told(one)).toEqual(['class.calledOff', 'class.moved', 'class.soon']);
  expect(await told(two)).toEqual(['class.calledOff', 'class.soon']);
  // All three reach the phone of who agreed to be told when and where it is, and of nobody else.
  const phones = await server.db
    .selectFrom('phone_message as p')
    .innerJoin('message as m', 'm.id', 'p.message_id')
    .select(['p.person_id', 'm.notice', 'm.phone_fields', 'p.purpose'])
    .where('m.notice', 'in', ['class.calledOff', 'class.moved', 'class.soon'])
    .orderBy('m.notice')
    .execute();
  const title = { thing1: '产生你的企业想法 第 1 期' };
  expect(phones).toEqual(
    [
      ['class.calledOff', { ...title, time2: '2026年12月17日 08:30', thing3: '已取消，点开看原因' }],
      ['class.moved', { ...title, time2: '2026年12月17日 08:30', thing3: '102 室' }],
      ['class.soon', { ...title, time2: '2026年12月17日 08:30', thing3: '102 室' }],
    ].map(([notice, phone_fields]) => ({ person_id: one, notice, phone_fields, purpose: 'classSoon' })),
  );
  expect(await view(one, classId)).toMatchObject({
    state: 'cancelled',
    reason: '老师生病',
    own: { state: 'cancelled' },
  });
});

test('fifteen who want a topic make a to-do; the city opens it, all are told, and seats go to them in order, wherever the worker dies', async () => {
  const { topicId } = await server.ask<{ topicId: string }>('city', 'training/addTopic', {
    title: '短视频带货',
    about: '',
  });
  // One that is open is not added again, however it is spaced.
  const again = await server.call('city', 'training/addTopic', { title: '短视频 带货', about: '' });
  expect(again.body).toMatchObject({
    error: { code: 'TRAINING_TOPIC_KNOWN', fields: { title: '已有“短视频带货”，0 人想参加。请换一个名称' } },
  });
  const wishers = await people(server, 14);
  const wish = (as: string, wanted = true) => server.ask(as, 'training/wish', { topicId, wanted });
  for (const as of wishers) {
    await wish(as);
    server.clock.pass(1000);
  }
  const custom = plan({ course: 'CUSTOM', title: '短视频带货', capacity: 3 });
  expect(codeOf(await server.call('city', 'training/openTopic', { topicId, ...custom }))).toBe(
    'TRAINING_TOPIC_TOO_FEW',
  );
  const won = await contender(server, 'first');
  await Promise.all([wish(won), wish(won)]);
  type Bench = { waitsForMe: Array<{ title: string }> };
  const { waitsForMe } = await server.ask<Bench>('city', 'notices/workbench', {});
  expect(waitsForMe.map(({ title }) => title)).toContain('为定制主题开班');
  const { classId } = await server.ask<{ classId: string }>('city', 'training/openTopic', { topicId, ...custom });
  expect(codeOf(await server.call('city', 'training/openTopic', { topicId, ...custom }))).toBe('TRAINING_TOPIC_OPENED');
  for (let n = 1; ; n += 7) {
    const dying = dyingAt(server.db, n);
    const died = await tidyClasses({ ...server.home, db: dying.db }).then(
      () => false,
      () => true,
    );
    const standing = await standingIn(server, classId);
    expect([0, 15]).toContain(standing.length);
    if (!died) break;
  }
  const standing = await standingIn(server, classId);
  const offered = standing.filter(({ state }) => state === 'offered').sort((a, b) => (a.seat ?? 0) - (b.seat ?? 0));
  expect(offered.map(({ person }) => person)).toEqual([won, ...wishers.slice(0, 2)]);
  await tidyClasses(server.home);
  expect(await standingIn(server, classId)).toEqual(standing);
  await tick();
  expect([await told(won), await told(wishers[13] ?? '')]).toEqual([['class.offer', 'class.opened'], ['class.opened']]);
  // Name and phone are given with the seat.
  expect(codeOf(await act(won, classId, 'accept'))).toBe('TRAINING_DETAILS_WRONG');
  expect(codeOf(await act(won, classId, 'accept', { details: details() }))).toBe('ok');
  expect(await countIn(classId, 'confirmed')).toBe(1);
});

/** A class of a topic that all of these wanted, one after the other; nobody is placed in it yet. */
async function topicClass(title: string, wishers: readonly string[], more: object = {}): Promise<string> {
  const { topicId } = await server.ask<{ topicId: string }>('city', 'training/addTopic', { title, about: '' });
  for (const as of wishers) {
    await server.ask(as, 'training/wish', { topicId, wanted: true });
    server.clock.pass(1000);
  }
  const custom = plan({ course: 'CUSTOM', title, ...more });
  return (await server.ask<{ classId: string }>('city', 'training/openTopic', { topicId, ...custom })).classId;
}
const acceptsWithDetails = (as: string, classId: string) => act(as, classId, 'accept', { details: details() });

test('whoever wanted a topic and enrols in its class goes on with the place that the topic gave, before the clock and after it', async () => {
  const wishers = await people(server, 15);
  const classId = await topicClass('农产品上行', wishers, { capacity: 2 });
  const [first = '', second = '', third = ''] = wishers;
  const last = wishers.at(-1) ?? '';
  // Nobody was placed by then: whoever enrols brings all into line, themselves too, and waits where they would have.
  const waits = await enrol(server, last, classId, { name: '李小兰' });
  const theirs = await mine(last, classId);
  expect(waits.body).toMatchObject({
    data: { enrolmentId: theirs.enrolmentId, state: 'waitlisted', stateZh: '候补中', version: 1 },
  });
  expect(theirs).toMatchObject({ place: 13, known: true });
  expect(await standingIn(server, classId)).toHaveLength(15);
  const kept = await server.db
    .selectFrom('sealed_value')
    .select('field')
    .where('subject_id', '=', theirs.enrolmentId)
    .execute();
  expect(kept).toEqual([{ field: 'person.phone' }]);
  // What was offered already is theirs as they enrol; of a key group they stand before who is not.
  expect((await enrol(server, first, classId)).body).toMatchObject({ data: { state: 'confirmed', version: 3 } });
  await enrol(server, third, classId, { keyGroup: true });
  expect(await mine(third, classId)).toMatchObject({ state: 'waitlisted', place: 1, rankZh: '重点群体' });
  expect(codeOf(await enrol(server, third, classId))).toBe('TRAINING_QUOTA');
  expect(codeOf(await acceptsWithDetails(second, classId))).toBe('ok');
  expect(await standingIn(server, classId)).toHaveLength(15);
});

test('of a class that places who wanted its topic and an enrolment elsewhere at the same moment, the enrolment is what stands', async () => {
  const wishers = await people(server, 15);
  const classId = await topicClass('乡村民宿', wishers);
  const elsewhere = await openClass(server);
  const [one = ''] = wishers;
  // The enrolment waits for its class while the clock places the others.
  const { enrolling } = await server.db.transaction().execute(async (tx) => {
    await sql`select from training_class where id = ${elsewhere} for update`.execute(tx);
    const begun = enrol(server, one, elsewhere);
    await untilSomebodyWaits(server);
    await tidyClasses(server.home);
    return { enrolling: begun };
  });
  expect(codeOf(await enrolling)).toBe('ok');
  expect(await standingIn(server, classId)).toHaveLength(14);
  await tidyClasses(server.home);
  expect((await standingIn(server, classId)).map(({ person }) => person)).not.toContain(one);
  expect(await mine(one, elsewhere)).toMatchObject({ state: 'confirmed' });
});

test('the quotas are asked of whoever comes by a topic too: who has had theirs is not placed, and takes no seat that was offered before', async () => {
  const wishers = await people(server, 15);
  const [had = '', has = ''] = wishers;
  const first = await topicClass('非遗手作', wishers);
  await tidyClasses(server.home);
  const second = await topicClass('社区团购', wishers);
  const complete = (as: string, classId: string) =>
    sql`update enrolment set state = 'completed', offer_ends_at = null where person_id = ${as} and class_id = ${classId}`.execute(
      server.db,
    );
  await tidyClasses(server.home);
  // Who is in one class is placed in no other.
  expect([await standingIn(server, first), await standingIn(server, second)].map(({ length }) => length)).toEqual([
    15, 0,
  ]);
  await complete(had, first);
  const third = await topicClass('同城配送', [had, ...(await people(server, 14))]);
  await tidyClasses(server.home);
  expect(await standingIn(server, third)).toHaveLength(14);
  expect((await view(had, third)).own).toBeNull();
  const refused = await enrol(server, had, third);
  const said = '定制化培训每人参加 1 次，您已参加过“非遗手作”';
  expect(refused.body).toMatchObject({ error: { code: 'TRAINING_QUOTA', message: said } });
  // What came to count only after the seat was offered.
  await sql`update enrolment set class_id = ${second}, seat = 1 where person_id = ${had}`.execute(server.db);
  await sql`update enrolment set person_id = ${has} where person_id = ${had}`.execute(server.db);
  expect((await acceptsWithDetails(has, first)).body).toMatchObject({
    error: { code: 'TRAINING_QUOTA', message: '定制化培训每人参加 1 次，您已参加过“社区团购”' },
  });
  expect(await mine(has, first)).toMatchObject({ state: 'offered', known: false });
});

test('whoever lost an award stands in line by what is left, in a class and for a topic', async () => {
  const classId = await openClass(server, { capacity: 1 });
  const [seated = '', plain = '', wisher = ''] = await people(server, 3);
  const [won, group] = [await contender(server, 'first'), await contender(server, 'second')];
  await enrol(server, seated, classId);
  await enrol(server, plain, classId);
  server.clock.pass(1000);
  for (const as of [won, group]) await enrol(server, as, classId, { keyGroup: as === group });
  const { topicId } = await server.ask<{ topicId: string }>('city', 'training/addTopic', { title: '冷链', about: '' });
  for (const as of [wisher, won]) await server.ask(as, 'training/wish', { topicId, wanted: true });
  const ranks = async () => ({
    places: await Promise.all([won, group, plain].map(async (as) => (await mine(as, classId)).rankZh)),
    wish: (
      await sql<{
        rank: number;
      }>`select rank from topic_wish where topic_id = ${topicId} and person_id = ${won}`.execute(server.db)
    ).rows,
  });
  expect(await ranks()).toEqual({ places: ['获奖者', '获奖者', '按报名时间'], wish: [{ rank: 1 }] });
  for (const as of [won, group]) await losesAward(server, as);
  await tick();
  // Both took part, which is more than who did not, and no more than each other.
  expect(await ranks()).toEqual({ places: ['参赛者', '参赛者', '按报名时间'], wish: [{ rank: 2 }] });
  for (const as of [won, group])
    await server.db.updateTable('entry').set({ state: 'withdrawn' }).where('leader_id', '=', as).execute();
  await tellsAgain();
  expect(await ranks()).toEqual({ places: ['按报名时间', '重点群体', '按报名时间'], wish: [{ rank: 4 }] });
  expect(codeOf(await act(seated, classId, 'cancel'))).toBe('ok');
  expect((await mine(group, classId)).state).toBe('offered');
  expect(await Promise.all([plain, won].map(async (as) => (await mine(as, classId)).place))).toEqual([1, 2]);
});

/** The worker tells of lost awards once more, as after a failure. */
async function tellsAgain(): Promise<void> {
  await server.db.updateTable('outbox').set({ delivered_at: null }).where('event', '=', 'award.cancelled').execute();
  await tick();
}

test('a topic is wanted however many came after it', async () => {
  const topics: string[] = [];
  for (let n = 0; n < 31; n += 1) {
    const topic = { title: `第 ${n} 个主题`, about: '' };
    topics.push((await server.ask<{ topicId: string }>('city', 'training/addTopic', topic)).topicId);
    server.clock.pass(10);
  }
  const [as = ''] = await people(server, 1);
  const [topicId = ''] = topics;
  const reply = await server.call(as, 'training/wish', { topicId, wanted: true });
  expect(reply.body).toMatchObject({ data: { topicId, wanted: true, wanting: 1 } });
});

test('twenty who enrol, give up and accept at once, over and over: never more than the seats, never a seat twice, nobody lost', async () => {
  const classId = await openClass(server, { capacity: 3 });
  const crowd = await people(server, 8);
  const acts = ['enrol', 'cancel', 'accept'] as const;
  let seed = 7;
  const next = (n: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % n;
  };
  for (let round = 0; round < 4; round += 1) {
    await Promise.all(
      crowd.slice(0, 5).map(async (as) => {
        const what = acts[next(3)] ?? 'enrol';
        const { own } = await view(as, classId);
        return what === 'enrol' || own === null ? enrol(server, as, classId) : act(as, classId, what);
      }),
    );
    const standing = await standingIn(server, classId);
    const seats = standing.flatMap(({ seat }) => (seat === null ? [] : [seat]));
    expect(new Set(seats).size).toBe(seats.length);
    expect(seats.every((seat) => seat >= 1 && seat <= 3)).toBe(true);
    const waits = standing.some(({ state }) => state === 'waitlisted');
    expect(waits && seats.length < 3).toBe(false);
  }
});
