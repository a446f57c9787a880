import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { usualCourses } from '../../../src/shared/competition/training-terms';
import { freshServer, type TestServer } from '../../support/server';
import { enrol, openClass, people, plan, trainer } from '../../support/training';

let server: TestServer;
let classId: string;
let crowd: string[];
beforeAll(async () => {
  server = await freshServer();
  classId = await openClass(server);
  crowd = await people(server, 6);
  for (const as of crowd) await enrol(server, as, classId, { name: '李小兰' });
  // What the edition says from now on is not about a class that was planned before.
  const courses = [
    ...usualCourses.filter(({ code }) => code === 'GYB'),
    { ...usualCourses[0], code: 'n1', zh: '电商创业', hoursMin: 6, needsTest: false },
  ];
  await sql`update edition set blueprint = blueprint || ${JSON.stringify({
    courses,
    trainingRules: { attendancePercent: 25, codeMinutes: 7, capacityMax: 40 },
  })}::jsonb where status = 'current'`.execute(server.db);
});
afterAll(async () => {
  await makeTick(server.home, areas)();
  expect(server.faults).toEqual([]);
  await server.close();
});

const at = (text: string) => Date.parse(`${text}+08:00`);
const minute = 60_000;
const codeOf = ({ body }: Awaited<ReturnType<TestServer['call']>>) => (body.ok ? 'ok' : body.error.code);
type Desk = {
  version: number;
  state: string;
  stateZh: string;
  unfinishedZh: string | null;
  days: Array<{
    n: number;
    version: number;
    present: string[];
    typed: string[];
    shutZh: string | null;
    coded: boolean;
  }>;
  people: Array<{ enrolmentId: string; name: string | null; phoneMasked: string | null; hours: number; state: string }>;
};
const desk = (as = trainer) => server.ask<Desk>(as, 'training/classDesk', { classId });
type Own = {
  enrolmentId: string;
  version: number;
  state: string;
  hours: number;
  typed: number[];
  certificate: string | null;
};
const own = async (as: string) => (await server.ask<{ own: Own }>(as, 'training/class', { classId })).own;
const show = (n: number) => server.call(trainer, 'training/showCode', { classId, n });
const type = (as: string, code: string) => server.call(as, 'training/checkIn', { classId, code });
const seenOf = async (n: number) => (await desk()).days.find((day) => day.n === n)?.version ?? 0;
const keepOver = (version: number, n: number, present: readonly string[], reason = '') =>
  server.call(trainer, 'training/saveAttendance', { classId, n, version, present, reason });
const keep = async (n: number, present: readonly string[], reason = '') =>
  keepOver(await seenOf(n), n, present, reason);

test('who trains reads names and covered phones of those with a seat, whoever looks on masked names, others nothing; nobody an identity number', async () => {
  const [first] = (await desk()).people;
  expect(first).toMatchObject({ name: '李小兰', phoneMasked: '199****1234' });
  expect((await desk('auditor')).people[0]).toMatchObject({ name: '李**', phoneMasked: null });
  expect((await desk('city')).people[0]).toMatchObject({ name: '李**', phoneMasked: null });
  expect(JSON.stringify(await desk())).not.toMatch(/idNumber|19900001234/);
  for (const as of ['clerk-puxian-1', 'loan-city', crowd[0] ?? ''])
    expect((await server.call(as, 'training/classDesk', { classId })).status).toBe(404);
});

test('the code of the room is good for the edition’s seven minutes and once a half-day, helps the list and is none; wrong ones are limited', async () => {
  const [one = '', two = '', guesser = ''] = crowd;
  server.clock.set(at('2026-12-07T07:59:59'));
  expect(codeOf(await show(1))).toBe('TRAINING_NO_CODE_NOW');
  server.clock.set(at('2026-12-07T08:40:00'));
  const { code, endsAt } = await server.ask<{ code: string; endsAt: string }>(trainer, 'training/showCode', {
    classId,
    n: 1,
  });
  expect(code).toMatch(/^\d{6}$/);
  expect(Date.parse(endsAt)).toBe(server.clock.now() + 7 * minute);
  // The page opened anew shows the same.
  expect((await show(1)).body).toMatchObject({ data: { code, endsAt } });
  expect(codeOf(await type(one, code))).toBe('ok');
  expect(codeOf(await type(one, ` ${code.slice(0, 3)} ${code.slice(3)}`))).toBe('ok');
  const wide = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  expect(codeOf(await type(one, wide))).toBe('ok');
  expect((await desk()).days[0]).toMatchObject({ typed: [(await own(one)).enrolmentId], present: [] });
  expect(await own(one)).toMatchObject({ hours: 0, typed: [1] });
  expect(codeOf(await type('member', code))).toBe('TRAINING_NOT_IN_CLASS');
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const tries = [];
  for (let n = 0; n < 11; n += 1) tries.push(codeOf(await type(guesser, wrong)));
  expect(tries).toEqual([...Array<string>(10).fill('TRAINING_CODE_WRONG'), 'RATE_LIMITED']);
  expect(codeOf(await type(guesser, code))).toBe('RATE_LIMITED');
  server.clock.set(at('2026-12-07T08:47:00'));
  expect(codeOf(await type(two, code))).toBe('TRAINING_CODE_WRONG');
});

test('the list is the record: corrected on its day with a reason only, one of two that keep it at once is told, and what stood stays', async () => {
  const ids = (await desk()).people.map(({ enrolmentId }) => enrolmentId);
  expect(codeOf(await keep(1, ids))).toBe('ok');
  const [corrected] = ids;
  const others = ids.slice(1);
  expect(codeOf(await keep(1, others))).toBe('TRAINING_REASON_MISSING');
  const seen = await seenOf(1);
  const both = await Promise.all([keepOver(seen, 1, others, '中途离开'), keepOver(seen, 1, others, '中途离开')]);
  expect(both.map(codeOf).sort()).toEqual(['CASE_STALE', 'ok']);
  expect(codeOf(await keep(2, ids))).toBe('TRAINING_LIST_SHUT');
  expect(codeOf(await keep(1, ['01930000-0000-7000-8000-000000000009'], '试'))).toBe('TRAINING_NOT_IN_CLASS');
  server.clock.set(at('2026-12-08T00:00:00'));
  expect(codeOf(await keep(1, ids, '补登'))).toBe('TRAINING_LIST_SHUT');
  const marks = await server.db
    .selectFrom('attendance_mark')
    .select(['present', 'reason'])
    .where('enrolment_id', '=', corrected ?? '')
    .orderBy('version')
    .execute();
  expect(marks).toEqual([
    { present: true, reason: null },
    { present: false, reason: '中途离开' },
  ]);
  expect((await desk()).days[0]?.present).toEqual([...others].sort());
});

test('whoever attended 80 %, and passed, completes it with a certificate that tells its finder little and its holder all', async () => {
  server.clock.set(at('2026-12-08T15:00:00'));
  const list = (await desk()).people;
  const [away, almost, failed, ...rest] = list.map(({ enrolmentId }) => enrolmentId);
  // Of 24 hours 20 are needed. The first was not there in the first half-day, and then never; the second missed another one.
  for (const n of [2, 3, 4])
    expect(codeOf(await keep(n, [...rest, ...(n === 2 ? [] : [almost ?? '']), failed ?? '']))).toBe('ok');
  expect((await desk()).people.map(({ hours }) => hours)).toEqual([0, 18, 24, 24, 24, 24]);
  // The day after, nobody reads that it is still held.
  server.clock.set(at('2026-12-09T08:00:00'));
  const read = await server.ask<{ stateZh: string; own: { stateZh: string } }>(crowd[1] ?? '', 'training/class', {
    classId,
  });
  const after = await desk();
  expect([after.stateZh, read.stateZh]).toEqual(['已上完课，待结业', '已上完课，待结业']);
  server.clock.set(at('2026-12-08T15:00:00'));
  expect((await desk()).stateZh).toBe('上课中');
  const { version, unfinishedZh } = await desk();
  expect(unfinishedZh).toBe('还有 4 人没有填考核结果');
  const end = () => server.call(trainer, 'training/finish', { classId, version });
  expect(codeOf(await end())).toBe('TRAINING_UNFINISHED');
  for (const enrolmentId of [...rest, failed ?? ''])
    await server.ask(trainer, 'training/judge', { classId, enrolmentId, plan: null, test: enrolmentId !== failed });
  expect((await end()).body).toMatchObject({ data: { completed: 3, failed: 3 } });
  expect(codeOf(await end())).toBe('CASE_STALE');
  const outcomes = new Map((await desk()).people.map(({ enrolmentId, state }) => [enrolmentId, state]));
  expect([away, almost, failed, rest[0]].map((id) => outcomes.get(id ?? ''))).toEqual([
    'no_show',
    'failed',
    'failed',
    'completed',
  ]);
  expect(codeOf(await keep(4, rest, '更正'))).toBe('TRAINING_LIST_SHUT');
  const standings = await Promise.all(crowd.map(own));
  const done = standings.findIndex(({ state }) => state === 'completed');
  const [holder, { certificate, enrolmentId }] = [crowd[done] ?? '', standings[done] as Own];
  expect(certificate).toMatch(/^PX2026-[3-9A-Y]{5}-[3-9A-Y]{5}$/);
  const seen = await server.ask(null, 'training/certificate', { number: ` ${certificate?.toLowerCase()} ` });
  expect(seen).toEqual({
    number: certificate,
    nameMasked: '李**',
    title: plan().title,
    courseZh: '产生你的企业想法',
    organisationZh: '演示创业培训学校',
    hours: 24,
    finishedOn: '2026-12-08',
  });
  expect((await server.call(null, 'training/certificate', { number: 'PX2026-AAAAA-AAAAA' })).status).toBe(404);
  const file = await server.ask<{ base64: string }>(holder, 'training/certificateFile', { enrolmentId });
  expect(Buffer.from(file.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const loser = standings.find(({ state }) => state === 'failed') as Own;
  const asked = { enrolmentId: loser.enrolmentId };
  expect(codeOf(await server.call(crowd[standings.indexOf(loser)] ?? '', 'training/certificateFile', asked))).toBe(
    'TRAINING_NO_CERTIFICATE',
  );
  expect(
    (await server.call(crowd[standings.indexOf(loser)] ?? '', 'training/certificateFile', { enrolmentId })).status,
  ).toBe(404);
  // The course was taken; the year's class as well.
  server.clock.set(at('2026-12-09T09:00:00'));
  const later = plan().halfDays.map((half) => ({ ...half, day: half.day.replace('-12-0', '-12-2') }));
  expect((await enrol(server, holder, await openClass(server, { halfDays: later }))).body).toMatchObject({
    error: { code: 'TRAINING_QUOTA', message: expect.stringContaining('产生你的企业想法每人参加 1 次') },
  });
});

test('courses and figures are the edition’s for whatever is planned from then on', async () => {
  const { courses, capacityMax } = await server.ask<{ courses: object[]; capacityMax: number }>(
    trainer,
    'training/planChoices',
  );
  expect([courses, capacityMax]).toEqual([
    [expect.objectContaining({ value: 'GYB' }), expect.objectContaining({ value: 'n1', zh: '电商创业', hoursMin: 6 })],
    40,
  ]);
  const halfDays = [{ day: '2026-12-28', half: 'am', hours: 6 }];
  expect(codeOf(await server.call(trainer, 'training/proposeClass', plan({ course: 'SYB', halfDays })))).toBe(
    'TRAINING_PLAN_WRONG',
  );
  const planned = await openClass(server, { course: 'n1', title: '电商创业 第 1 期', capacity: 40, halfDays });
  const seen = await server.ask<object>(trainer, 'training/classDesk', { classId: planned });
  expect(seen).toMatchObject({ courseZh: '电商创业', needsTest: false, hoursNeeded: 2 });
  expect(await server.ask<object>(trainer, 'training/classDesk', { classId })).toMatchObject({ hoursNeeded: 20 });
});
