import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { scopeColumns } from '../../../cloudfunctions/core/platform/grants';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { takeEffect } from '../../../cloudfunctions/core/screening/decisions/take-effect';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import type { Role } from '../../../src/shared/kernel/actor';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { freshPerson, submittedEntry } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { claimAs, readAll, reviewOf, wantSignatures } from '../../support/review-acts';
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
/** Each test has a quarter of an hour of its own: nobody does everything in one minute. */
let start = fixedNow;
beforeEach(async () => {
  start += 900_000;
  server.clock.set(start);
  await told(server);
});

const clerk = 'clerk-puxian-1';
const lead = 'lead-puxian';
const tenMinutes = 600_000;

type Decision = { decisionId: string; version: number; state: string; secondsLeft: number | null };
type Answer = { state: string; version: number; decision: Decision };
type Shown = Decision & { stateZh: string; words: string; reason: string | null; moves: Array<{ move: string }> };

const faulty = { jobs: { codes: ['JOBS_NO_BASIS'], comment: '请写明依据' } };

/** An entry that a clerk has read and decided on; `move` says what. */
async function decided(move: 'approve' | 'return' | 'reject', as = clerk, when: number | null = null) {
  const { entryId, leader, version } = await read(as, move === 'return' ? faulty : {});
  if (when !== null) server.clock.set(when);
  const more = { approve: {}, return: { message: '有疑问请来电' }, reject: { reason: '不符合条件' } }[move];
  const { decision } = await server.ask<Answer>(as, `screening/${move}`, { entryId, version, ...more });
  return { entryId, leader, version, decision };
}

/** An entry that a clerk has read. */
async function read(as: string, faults: Parameters<typeof readAll>[3] = {}) {
  const { entryId, leader } = await submittedEntry(server);
  const version = await claimAs(server, as, entryId);
  await readAll(server, as, entryId, faults);
  return { entryId, leader, version };
}

const entryRow = (entryId: string) =>
  server.db.selectFrom('entry').selectAll().where('id', '=', entryId).executeTakeFirstOrThrow();
const decisionRow = (decisionId: string) =>
  server.db.selectFrom('decision').selectAll().where('id', '=', decisionId).executeTakeFirstOrThrow();
const shownTo = async (as: string, entryId: string): Promise<Shown | undefined> =>
  (await server.ask<{ decisions: Shown[] }>(as, 'screening/review', { entryId })).decisions.at(-1);
const codeOf = async (as: string, path: string, input: object): Promise<string> => {
  const { body } = await server.call(as, path, input);
  return body.ok ? 'OK' : body.error.code;
};
const asked = ({ decisionId, version }: Decision) => ({ decisionId, version });

/** Holds a role for this test's region as long as the server stands. Answers how to take it away. */
async function entrust(personId: string, role: Role): Promise<() => Promise<unknown>> {
  const id = makeUuidV7(server.clock.now(), server.home.random(10));
  await server.db
    .insertInto('role_grant')
    .values({
      id,
      person_id: personId,
      role,
      ...scopeColumns({ kind: 'region', regionId: '141033' }),
      given_by: null,
      given_at: at(fixedNow - 1000),
    })
    .execute();
  return () =>
    server.db
      .updateTable('role_grant')
      .set({ revoked_at: at(0) })
      .where('id', '=', id)
      .execute();
}

test('a decision stands at ten minutes sharp and not a millisecond before; until then nobody outside the desk can tell', async () => {
  const { entryId, leader, decision } = await decided('return');
  const outside = async () => [
    await server.ask(leader, 'entry/status', { entryId }),
    { ...(await server.ask<object>(leader, 'entry/get', { entryId })), now: null },
    await entryRow(entryId),
    await server.db.selectFrom('move').selectAll().where('subject_id', '=', entryId).execute(),
    await server.db.selectFrom('one_time_notice').selectAll().where('entry_id', '=', entryId).execute(),
    (await sql`select state, sum(delta) as n from entry_count group by state order by state`.execute(server.db)).rows,
  ];
  const before = JSON.stringify(await outside());
  expect(decision).toMatchObject({ state: 'pending', secondsLeft: 600 });
  server.clock.set(start + tenMinutes - 1);
  expect(await takeEffect(server.home)).toBe(0);
  expect(JSON.stringify(await outside())).toBe(before);
  expect(await told(server)).not.toContain('王小明: entry.returned');
  expect(await shownTo(lead, entryId)).toMatchObject({ state: 'pending', secondsLeft: 1 });

  server.clock.set(start + tenMinutes);
  expect(await codeOf(clerk, 'screening/takeBack', asked(decision))).toBe('DECISION_EFFECTIVE');
  expect(await takeEffect(server.home)).toBe(1);
  expect(await takeEffect(server.home)).toBe(0);
  expect(await entryRow(entryId)).toMatchObject({ state: 'returned', returns: 1, claimed_by: null });
  expect(await told(server)).toEqual(['王小明: entry.returned']);
  const { timeline } = await reviewOf(server, clerk, entryId);
  expect(timeline.at(-1)).toMatchObject({ zh: '退回补正', byZh: '蒲县审核人员一' });
});

test('a correction’s days count from when the decision was made, also over midnight', async () => {
  const { entryId } = await decided('return', clerk, Date.UTC(2026, 10, 24, 15, 55));
  server.clock.pass(tenMinutes);
  await takeEffect(server.home);
  // Made on 25 November: the fifth working day after it is 2 December.
  expect(await reviewOf(server, clerk, entryId)).toMatchObject({ state: 'returned', dueDate: '2026-12-02' });
});

test('while a decision is not over nobody decides, marks, hands over or frees the entry', async () => {
  const { entryId, version } = await decided('approve');
  const to = { toContestId: 'LF-XH-2026-141002', trackCode: 'rural_revitalisation', reason: '在尧都区' };
  const mark = { entryId, section: 'jobs', markVersion: 1, verdict: 'unread', codes: [], comment: '' };
  expect([
    await codeOf(clerk, 'screening/approve', { entryId, version }),
    await codeOf(clerk, 'screening/return', { entryId, version, message: '' }),
    await codeOf(clerk, 'screening/reject', { entryId, version, reason: '不符合' }),
    await codeOf(clerk, 'screening/transfer', { entryId, version, ...to }),
    await codeOf(clerk, 'screening/release', { entryId, version }),
    await codeOf(lead, 'screening/release', { entryId, version }),
    await codeOf(clerk, 'screening/markSection', mark),
  ]).toEqual(Array.from({ length: 7 }, () => 'SCREENING_DECIDED'));
  expect(await codeOf('clerk-puxian-2', 'screening/approve', { entryId, version })).toBe('CASE_HELD_BY_OTHER');
  const { rows } = await server.ask<{ rows: object[] }>(clerk, 'screening/batchPreview', {
    move: 'approve',
    entryIds: [entryId],
  });
  expect(rows).toMatchObject([{ possible: false, reason: '已决定“审核通过”，还没有生效。要改请先由审核人员收回' }]);
  expect((await reviewOf(server, clerk, entryId)).moves).toEqual([]);
});

test('what is taken back was never told, comes back with what was typed, and is decided anew', async () => {
  const { entryId, version, decision, leader } = await decided('return');
  server.clock.pass(tenMinutes - 1);
  expect(await codeOf('clerk-puxian-2', 'screening/takeBack', asked(decision))).toBe('FORBIDDEN');
  await server.ask(clerk, 'screening/takeBack', asked(decision));
  expect(await shownTo(clerk, entryId)).toMatchObject({
    state: 'taken_back',
    words: '有疑问请来电',
    secondsLeft: null,
    moves: [],
  });
  await readAll(server, clerk, entryId);
  const again = await server.ask<Answer>(clerk, 'screening/approve', { entryId, version });
  const sent = await server.ask<Answer>(clerk, 'screening/sendNow', asked(again.decision));
  expect(sent).toMatchObject({ state: 'qualified', decision: { state: 'made', secondsLeft: null } });
  const team = (await told(server)).filter((line) => line.startsWith('王小明'));
  expect(team).toEqual(['王小明: entry.approved', '王小明: entry.claimed', '王小明: entry.submitted']);
  const { timeline } = await server.ask<{ timeline: Array<{ zh: string }> }>(leader, 'entry/status', { entryId });
  expect(timeline.map(({ zh }) => zh)).toEqual(['开始填写', '提交报名', '开始审核', '审核通过']);
  expect(await codeOf(clerk, 'screening/takeBack', asked(again.decision))).toBe('CASE_STALE');
});

test('what was decided is frozen in the words of then', async () => {
  const { entryId } = await decided('return');
  await sql`update edition set blueprint = jsonb_set(blueprint, '{returnReasons}', '[]') where status = 'current'`.execute(
    server.db,
  );
  const reasons = (await import('../../../cloudfunctions/core/seeds/blueprint')).blueprint.returnReasons;
  server.clock.pass(tenMinutes);
  await takeEffect(server.home);
  await sql`update edition set blueprint = jsonb_set(blueprint, '{returnReasons}', ${JSON.stringify(reasons)}::jsonb)
    where status = 'current'`.execute(server.db);
  const { notices } = await reviewOf(server, clerk, entryId);
  const jobs = reasons.find(({ code }) => code === 'JOBS_NO_BASIS')?.zh;
  expect(notices[0]?.faults.map(({ text }) => text)).toEqual([jobs, '请写明依据']);
});

test('of whoever lost the right since, the decision falls; they and the lead are told, nobody else', async () => {
  const other = await freshPerson(server, '临时审核人员');
  const revoke = await entrust(other, 'regionStaff');
  const { entryId, decision } = await decided('approve', other);
  await told(server);
  await revoke();
  server.clock.pass(tenMinutes);
  expect(await takeEffect(server.home)).toBe(1);
  expect(await entryRow(entryId)).toMatchObject({ state: 'under_review', claimed_by: other });
  expect(await told(server)).toEqual(['lead-puxian: decision.fallen.leads', '临时审核人员: decision.fallen']);
  expect(await shownTo(lead, entryId)).toMatchObject({
    state: 'fallen',
    reason: '审核人员已没有办理这个项目的权限',
  });
  expect((await decisionRow(decision.decisionId)).waits).toBeNull();
  const { version } = await reviewOf(server, lead, entryId);
  expect(await codeOf(lead, 'screening/release', { entryId, version })).toBe('OK');
});

test('a second return that only the lead may send falls with the lead’s role', async () => {
  const person = await freshPerson(server, '代理负责人');
  await entrust(person, 'regionStaff');
  const revokeLead = await entrust(person, 'regionLead');
  const { entryId, leader, decision } = await decided('return', person);
  await server.ask(person, 'screening/sendNow', asked(decision));
  const { version } = await server.ask<{ version: number }>(leader, 'entry/get', { entryId });
  await server.ask(leader, 'entry/resubmit', { entryId, version });
  const claimed = await claimAs(server, person, entryId);
  await readAll(server, person, entryId, faulty);
  await server.ask(person, 'screening/return', { entryId, version: claimed, message: '' });
  await revokeLead();
  server.clock.pass(tenMinutes);
  await takeEffect(server.home);
  expect((await entryRow(entryId)).state).toBe('under_review');
  expect((await shownTo(lead, entryId))?.reason).toContain('第二次退回只能退改动过的部分');
});

test('a withdrawal in these ten minutes wins, and the decision ends without a word', async () => {
  const { entryId, leader, version, decision } = await decided('approve');
  await told(server);
  await server.ask(leader, 'entry/withdraw', { entryId, version, reason: '' });
  expect(await codeOf(clerk, 'screening/sendNow', asked(decision))).toBe('CASE_STALE');
  const before = await told(server);
  expect(before).toContain('clerk-puxian-1: entry.withdrawn.claimant');
  expect(await takeEffect(server.home)).toBe(1);
  expect(await told(server)).toEqual([]);
  expect((await entryRow(entryId)).state).toBe('withdrawn');
  expect(await decisionRow(decision.decisionId)).toMatchObject({ state: 'fallen', waits: null });
});

test('what was decided in time stands although the review ends before it is made, and nothing is decided after', async () => {
  const closes = Date.UTC(2026, 11, 23, 16);
  const late = await read(clerk);
  const { entryId } = await decided('approve', clerk, closes - 1);
  server.clock.pass(tenMinutes);
  await takeEffect(server.home);
  expect((await entryRow(entryId)).state).toBe('qualified');
  const input = { entryId: late.entryId, version: late.version };
  expect(await codeOf(clerk, 'screening/approve', input)).toBe('SCREENING_NOT_OPEN');
});

test('several hosts, and whoever decided, at once make it once', async () => {
  const { entryId, decision } = await decided('return');
  server.clock.pass(tenMinutes);
  const [sent, ...hosts] = await Promise.all([
    server.call(clerk, 'screening/sendNow', asked(decision)),
    takeEffect(server.home),
    takeEffect(server.home),
    makeTick(server.home, areas)(),
  ]);
  await takeEffect(server.home);
  expect([200, 409, 422]).toContain(sent.status);
  expect(hosts.length).toBe(3);
  const letters = await server.db.selectFrom('one_time_notice').select('n').where('entry_id', '=', entryId).execute();
  expect(letters).toEqual([{ n: 1 }]);
  expect((await told(server)).filter((line) => line.endsWith('entry.returned'))).toEqual(['王小明: entry.returned']);
});

test('of two decisions at once one is kept', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  await readAll(server, clerk, entryId);
  const replies = await Promise.all([
    server.call(clerk, 'screening/approve', { entryId, version }),
    server.call(clerk, 'screening/reject', { entryId, version, reason: '不符合' }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const rows = await server.db.selectFrom('decision').select('state').where('entry_id', '=', entryId).execute();
  expect(rows).toEqual([{ state: 'pending' }]);
});

test('one that cannot be made for a fault of ours stands in nobody’s way', async () => {
  const broken = await decided('reject');
  const { entryId } = await decided('approve');
  await sql`update decision set decided = '{"move": "nothing"}' where id = ${broken.decision.decisionId}`.execute(
    server.db,
  );
  server.clock.pass(tenMinutes);
  await takeEffect(server.home);
  expect((await entryRow(entryId)).state).toBe('qualified');
  expect(await decisionRow(broken.decision.decisionId)).toMatchObject({ state: 'pending' });
  expect(server.faults.splice(0)).toHaveLength(1);
  await server.db
    .updateTable('decision')
    .set({ waits: null, state: 'fallen' })
    .where('state', '=', 'pending')
    .execute();
});

describe('where the edition wants a second signature', () => {
  beforeEach(() => wantSignatures(server, 'rejection'));
  afterEach(() => wantSignatures(server, 'none'));

  test('a rejection waits for another lead, who is told; others and whoever decided cannot sign; ten minutes count from the signature', async () => {
    const { entryId, decision } = await decided('reject');
    expect(decision).toMatchObject({ state: 'unsigned', secondsLeft: null });
    expect(await told(server)).toContain('lead-puxian: decision.unsigned');
    server.clock.pass(tenMinutes * 6);
    expect(await takeEffect(server.home)).toBe(0);
    const sign = (as: string) => codeOf(as, 'screening/sign', asked(decision));
    expect([
      await sign(clerk),
      await sign('clerk-puxian-2'),
      await sign('city'),
      await sign('clerk-yaodu'),
      await sign('auditor'),
      await codeOf(clerk, 'screening/sendNow', asked(decision)),
    ]).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND', 'FORBIDDEN', 'DECISION_MOVE_NOT_ALLOWED']);
    expect(await sign(lead)).toBe('OK');
    server.clock.pass(tenMinutes - 1);
    expect(await takeEffect(server.home)).toBe(0);
    server.clock.pass(1);
    expect(await takeEffect(server.home)).toBe(1);
    expect((await entryRow(entryId)).state).toBe('rejected');
    expect(await decisionRow(decision.decisionId)).toMatchObject({
      decided_by: personaId(clerk),
      signed_by: personaId(lead),
    });
    const { rows } = await sql<{ act: string; actor: string }>`select act, actor from audit
      where subject = ${`decision:${decision.decisionId}`} order by n`.execute(server.db);
    expect(rows).toEqual([
      { act: 'decision/start', actor: personaId(clerk) },
      { act: 'decision/askSignature', actor: personaId(clerk) },
      { act: 'decision/sign', actor: personaId(lead) },
      { act: 'decision/make', actor: personaId(clerk) },
    ]);
  });

  test('an approval needs none, unless all do', async () => {
    expect((await decided('approve')).decision.state).toBe('pending');
    await wantSignatures(server, 'all');
    expect((await decided('approve')).decision.state).toBe('unsigned');
  });

  test('where no other lead is, the city signs; a lead of the entry’s own team is none', async () => {
    const { entryId, decision } = await decided('reject', lead);
    expect(await told(server)).toContain('city: decision.unsigned');
    expect(await codeOf(lead, 'screening/sign', asked(decision))).toBe('FORBIDDEN');
    expect(await codeOf('city', 'screening/sign', asked(decision))).toBe('OK');
    expect((await entryRow(entryId)).state).toBe('under_review');
    const entrant = await freshPerson(server, '参赛的负责人');
    const { entryId: own } = await submittedEntry(server, { leader: entrant });
    const revoke = await entrust(entrant, 'regionLead');
    const version = await claimAs(server, lead, own);
    const second = await server.ask<Answer>(lead, 'screening/reject', { entryId: own, version, reason: '不符合' });
    expect(await told(server)).not.toContain('参赛的负责人: decision.unsigned');
    expect(await codeOf(entrant, 'screening/sign', asked(second.decision))).toBe('FORBIDDEN');
    expect(await codeOf('city', 'screening/sign', asked(second.decision))).toBe('OK');
    await revoke();
  });

  test('the second person may refuse with a reason: it goes back to the first, who is told and decides anew', async () => {
    const { entryId, version, decision } = await decided('reject');
    await told(server);
    expect(await codeOf(lead, 'screening/refuseSignature', { ...asked(decision), reason: '' })).toBe('MALFORMED');
    await server.ask(lead, 'screening/refuseSignature', { ...asked(decision), reason: '请先电话核实' });
    expect(await told(server)).toEqual(['clerk-puxian-1: decision.refused']);
    expect(await shownTo(clerk, entryId)).toMatchObject({
      state: 'refused',
      reason: '请先电话核实',
      words: '不符合条件',
    });
    expect(await codeOf(clerk, 'screening/reject', { entryId, version, reason: '不符合条件，已核实' })).toBe('OK');
  });

  test('a signature comes in time for the review or not at all', async () => {
    const closes = Date.UTC(2026, 11, 23, 16);
    const late = await decided('reject');
    const { entryId, decision } = await decided('reject', clerk, closes - 1);
    await server.ask(lead, 'screening/sign', asked(decision));
    server.clock.set(closes);
    expect(await codeOf(lead, 'screening/sign', asked(late.decision))).toBe('SCREENING_NOT_OPEN');
    server.clock.pass(tenMinutes);
    await takeEffect(server.home);
    expect((await entryRow(entryId)).state).toBe('rejected');
    expect((await entryRow(late.entryId)).state).toBe('under_review');
  });

  test('one that waits for a signature ends with a withdrawal, and can be taken back', async () => {
    const { entryId, leader, version, decision } = await decided('reject');
    await server.ask(leader, 'entry/withdraw', { entryId, version, reason: '' });
    await takeEffect(server.home);
    expect((await decisionRow(decision.decisionId)).state).toBe('fallen');
    const other = await decided('reject');
    await server.ask(clerk, 'screening/takeBack', asked(other.decision));
    expect((await shownTo(clerk, other.entryId))?.state).toBe('taken_back');
  });
});

type Workbench = Record<'waitsForMe' | 'iWaitFor', Array<{ id: string; kind: string; title: string; detail: string }>>;

test('a workbench has what is decided among what one waits for, and what is to be signed before whoever may sign', async () => {
  await wantSignatures(server, 'rejection');
  const pending = await decided('approve');
  const unsigned = await decided('reject');
  await wantSignatures(server, 'none');
  const open = await read(clerk);
  const todos = async (as: string) => {
    const { waitsForMe, iWaitFor } = await server.ask<Workbench>(as, 'notices/workbench');
    const mine = [pending, unsigned, open].map(({ entryId }) => entryId);
    const told = (list: Workbench['waitsForMe']) =>
      list.filter(({ id }) => mine.some((entryId) => id.endsWith(entryId))).map(({ title }) => title);
    return { waitsForMe: told(waitsForMe), iWaitFor: told(iWaitFor).sort() };
  };
  expect(await todos(clerk)).toEqual({
    waitsForMe: ['审核“蒲县山货直供”'],
    iWaitFor: ['“蒲县山货直供”即将“审核通过”', '“蒲县山货直供”等待复核签字'],
  });
  expect(await todos(lead)).toEqual({ waitsForMe: ['复核签字“蒲县山货直供”'], iWaitFor: [] });
  expect(await todos('city')).toEqual({ waitsForMe: [], iWaitFor: [] });
  expect(await todos('clerk-puxian-2')).toEqual({ waitsForMe: [], iWaitFor: [] });
});
