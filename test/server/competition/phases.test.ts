import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { turnPhases } from '../../../cloudfunctions/core/competition/turn-phases';
import { json } from '../../../cloudfunctions/core/platform/schema';
import { makeServe, type Reply, type Serve } from '../../../cloudfunctions/core/rpc/serve';
import { blueprint } from '../../../cloudfunctions/core/seeds/blueprint';
import { type CallerKind, here } from '../../../tools/docs/callers';
import { cellOf } from '../../../tools/docs/permission-matrix';
import { procedureList } from '../../../tools/docs/procedure-list';
import { record } from '../../bench/record';
import { fixedNow } from '../../support/fixed-clock';
import type { TestServer } from '../../support/server';
import { told } from '../notices/news';
import { type CallersWorld, openCallersWorld } from '../permissions/callers-world';
import { plausibleInputs } from '../permissions/plausible-inputs';
import { openRollbackDatabase, type RollbackDatabase } from '../permissions/rollback-database';

let server: TestServer;
let world: CallersWorld;
let rollback: RollbackDatabase;
let serve: Serve;
beforeAll(async () => {
  ({ server, world } = await openCallersWorld());
  rollback = await openRollbackDatabase(server);
  serve = makeServe({ ...server.home, db: rollback.db }, areas);
}, 240_000);
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await rollback.close();
  await server.close();
});

const contestId = `LF-XH-2026-${here}`;

function answerTo(path: string, kind: CallerKind): Promise<Reply> {
  const credential =
    kind === 'visitor' ? ({ kind: 'none' } as const) : ({ kind: 'session', token: world.people[kind].token } as const);
  const input = plausibleInputs[path]?.(world, kind) ?? {};
  return serve({ path, input, key: 'phases-key-1', credential, caller: 'phases' });
}

/** One of each hat: who leads an entry, who reviews it, who watches. */
const kinds = ['leader', 'staffHere', 'leadHere', 'city'] as const;
const asked = procedureList.map(({ path, area, name }) => ({
  path,
  allowed: kinds.filter((kind) => cellOf(area, name, kind) === 'allowed'),
}));

type Lack = { zh: string; where: ReturnType<typeof sql> };
const lacks: readonly Lack[] = [
  { zh: 'no sign-up', where: sql`kind = 'signUp'` },
  { zh: 'no screening', where: sql`kind = 'screening'` },
  { zh: 'no phase at all', where: sql`true` },
];

/** What waits for a time: the sentence, and the codes that it may come under. */
const waits = { codes: ['ENTRY_SIGN_UP_NOT_OPEN', 'SCREENING_NOT_OPEN', 'ENTRY_LATE_WRONG'], words: '时间待定' };

/** Runs as if the contest had those phases no more, and takes all back. */
const without = <Result>(where: Lack['where'], run: () => Promise<Result>): Promise<Result> =>
  rollback.attempt(async () => {
    await sql`delete from phase where contest_id = ${contestId} and ${where}`.execute(rollback.db);
    return run();
  });

/** Runs, and answers besides whether the table of phases was asked for anything. */
async function askingPhases(run: () => Promise<Reply>): Promise<{ reply: Reply; asks: boolean }> {
  let reply: Reply | undefined;
  const statements = await record(async () => {
    reply = await run();
  });
  return { reply: reply as Reply, asks: statements.some(({ text }) => /"phase"|\bphase\b/.test(text)) };
}

test('where a contest lacks a phase, every procedure answers as before, or says that the time is open', async () => {
  const unlike: unknown[] = [];
  const closed = new Set<string>();
  const shutBy = async (path: string, kind: CallerKind, { zh, where }: Lack) => {
    const { reply: after, asks } = await without(where, () => askingPhases(() => answerTo(path, kind)));
    // Who asks for no phase misses none.
    if (!asks) return 'asks for none';
    // What goes well without a phase went well before (matrix.test.ts): only of what does not is asked how it went.
    if (after.status === 200) return 'goes on';
    const before = await rollback.attempt(() => answerTo(path, kind));
    if (after.status === before.status) return 'was refused before';
    const error = after.body.ok ? null : after.body.error;
    const waiting = error !== null && waits.codes.includes(error.code) && JSON.stringify(error).includes(waits.words);
    if (waiting) closed.add(`${path}: ${zh}`);
    else unlike.push([path, kind, zh, before.status, after.status, after.body]);
    return 'is shut';
  };
  const [signUp, screening, all] = lacks as [Lack, Lack, Lack];
  for (const { path, allowed } of asked) {
    let once = false;
    let none = false;
    for (const [n, kind] of allowed.entries()) {
      // Where the first asks for no phase, of the others the last is asked, who is the least like it.
      if (none && n < allowed.length - 1) continue;
      // A single phase is taken from everybody whom the lack of all shuts out, and else once from every procedure that goes on.
      const outcome = await shutBy(path, kind, all);
      none = n === 0 && outcome === 'asks for none';
      if (outcome === 'asks for none' || (outcome !== 'is shut' && once)) continue;
      once ||= outcome === 'goes on';
      await shutBy(path, kind, signUp);
      await shutBy(path, kind, screening);
    }
  }
  expect(unlike).toEqual([]);
  const shut = (zh: string) =>
    [...closed].flatMap((each) => (each.endsWith(`: ${zh}`) ? each.split(':')[0] : [])).sort();
  const team = ['entry/beginCounter', 'entry/makeLateCode', 'entry/recall', 'entry/start', 'entry/submit'];
  const staff = ['approve', 'claim', 'recallReturn', 'reject', 'reopen', 'return', 'sendNow', 'sign', 'transfer'].map(
    (move) => `screening/${move}`,
  );
  expect(lacks.map(({ zh }) => shut(zh))).toEqual([team, staff, [...team, ...staff]]);
}, 240_000);

/** The entries and todos in an answer, by their ids. */
const idsIn = (reply: Reply): string[] =>
  [...JSON.stringify(reply.body).matchAll(/"(?:entryId|id)":"([^"]+)"/g)].map(([, id]) => id ?? '').sort();

test.each([
  ['entry/mine', 'leader'],
  ['notices/workbench', 'leader'],
  ['notices/workbench', 'editor'],
  ['notices/workbench', 'staffHere'],
  ['screening/queue', 'staffHere'],
  ['screening/queue', 'city'],
] as const)('%s of %s loses none for the lack of a phase', async (path, kind) => {
  const before = idsIn(await answerTo(path, kind));
  expect(before.length).toBeGreaterThan(0);
  for (const { where } of lacks) {
    expect(await without(where, async () => idsIn(await answerTo(path, kind)))).toEqual(before);
  }
});

type Phases = { phases: Array<{ kind: string; zh: string; state: string }>; signUp: object | null };

async function ask<Data>(path: string, input: object = {}): Promise<Data> {
  const { body } = await serve({ path, input, key: null, credential: { kind: 'none' }, caller: 'phases' });
  if (!body.ok) throw new Error(body.error.code);
  return body.data as Data;
}

test('a phase that the edition alone knows is data: it is shown wherever phases are, and its staff are told of it', async () => {
  await rollback.attempt(async () => {
    const more = { ...blueprint, phases: [...blueprint.phases, { code: 'preliminary', zh: '初评' }] };
    await sql`update edition set blueprint = ${json(more)}::jsonb where id = 'LF-XH-2026'`.execute(rollback.db);
    await sql`insert into phase (contest_id, kind, opens_at, closes_at)
      values ('LF-XH-2026-141033', 'preliminary', ${new Date(fixedNow - 1000)}, ${new Date(fixedNow + 86_400_000)})`.execute(
      rollback.db,
    );
    const shown = { kind: 'preliminary', zh: '初评', state: 'open' };
    const contest = await ask<Phases>('competition/contest', { contestId: 'LF-XH-2026-141033' });
    expect(contest.phases).toContainEqual(expect.objectContaining(shown));
    // The first region has none; the city's timetable shows it all the same.
    const home = await ask<Phases>('competition/home');
    expect(home.phases.map(({ zh }) => zh)).toEqual(['报名', '资格审核', '初评', '评审', '公示']);
    const there = { ...server, home: { ...server.home, db: rollback.db }, db: rollback.db } as TestServer;
    await told(there);
    await turnPhases(there.home);
    expect(await told(there)).toEqual(expect.arrayContaining(['clerk-puxian-1: phase.opened']));
  });
});

test('a city whose first contest has no phases shows those of the next, and a contest without any says so', async () => {
  await rollback.attempt(async () => {
    await sql`delete from phase where contest_id = ${contestId}`.execute(rollback.db);
    const { phases } = await ask<Phases>('competition/home');
    expect(phases.map(({ kind }) => kind)).toEqual(['signUp', 'screening', 'judging', 'publicity']);
    expect(await ask<Phases>('competition/contest', { contestId })).toMatchObject({ phases: [], signUp: null });
  });
});

test('a contest that runs no track yet is shown with none, and takes no entry', async () => {
  await rollback.attempt(async () => {
    await sql`delete from contest_track where contest_id = 'LF-XH-2026-141033'`.execute(rollback.db);
    expect(await ask('competition/contest', { contestId: 'LF-XH-2026-141033' })).toMatchObject({ tracks: [] });
    const start = { contestId: 'LF-XH-2026-141033', trackCode: 'modern_services', groupCode: 'idea_team' };
    const credential = { kind: 'session', token: world.people.stranger.token } as const;
    const { body } = await serve({ path: 'entry/start', input: start, key: 'k-start-1', credential, caller: 'phases' });
    expect(body).toMatchObject({ ok: false, error: { code: 'ENTRY_TRACK_NOT_HERE' } });
  });
});

test('what happens to an entry of a contest without phases is told, and is transferred to none', async () => {
  await without(sql`kind = 'signUp'`, async () => {
    const there = { ...server, home: { ...server.home, db: rollback.db }, db: rollback.db } as TestServer;
    await told(there);
    expect((await answerTo('screening/claim', 'staffHere')).status).toBe(200);
    expect(await told(there)).toContain('项目负责人: entry.claimed');
  });
  await rollback.attempt(async () => {
    await sql`delete from phase where contest_id = 'LF-XH-2026-141033'`.execute(rollback.db);
    const { body } = await answerTo('screening/transfer', 'staffHere');
    const message = '蒲县审核时间待定，不能转办';
    expect(body).toMatchObject({ ok: false, error: { code: 'SCREENING_NOT_OPEN', message } });
  });
});
