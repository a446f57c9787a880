import { areas } from '../../../cloudfunctions/core/areas';
import { makeServe, type Serve } from '../../../cloudfunctions/core/rpc/serve';
import { entryLifecycle } from '../../../src/shared/entry/lifecycle';
import type { EntryCommand } from '../../../src/shared/entry/states';
import { freshServer, type TestServer } from '../../support/server';
import { type CallersWorld, makeCallersWorld } from '../permissions/callers-world';
import { openRollbackDatabase, type RollbackDatabase } from '../permissions/rollback-database';
import { type StandingIn, standInEveryState } from './every-state';
import { fingerprint } from './fingerprint';

let server: TestServer;
let world: CallersWorld;
let rollback: RollbackDatabase;
let serve: Serve;
let keys = 0;

beforeAll(async () => {
  server = await freshServer();
  world = await makeCallersWorld(server);
  standings = await standInEveryState(server, world);
  rollback = await openRollbackDatabase(server);
  serve = makeServe({ ...server.home, db: rollback.db }, areas);
}, 240_000);
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await rollback.close();
  await server.close();
});

/** Who makes each move, and what it is told besides the entry and its version. The clock's own moves have no procedure. */
const moves: ReadonlyArray<{
  move: EntryCommand;
  path: string;
  kind: 'leader' | 'staffHere' | 'leadHere';
  more: Record<string, unknown>;
}> = [
  { move: 'submit', path: 'entry/submit', kind: 'leader', more: {} },
  {
    move: 'changeContest',
    path: 'entry/changeContest',
    kind: 'leader',
    more: { contestId: 'LF-XH-2026-141033', trackCode: 'rural_revitalisation' },
  },
  { move: 'admitLate', path: 'entry/admitLate', kind: 'leader', more: {} },
  { move: 'resubmit', path: 'entry/resubmit', kind: 'leader', more: {} },
  { move: 'recall', path: 'entry/recall', kind: 'leader', more: {} },
  { move: 'withdraw', path: 'entry/withdraw', kind: 'leader', more: { reason: '' } },
  { move: 'claim', path: 'screening/claim', kind: 'staffHere', more: {} },
  { move: 'release', path: 'screening/release', kind: 'staffHere', more: {} },
  { move: 'approve', path: 'screening/approve', kind: 'staffHere', more: {} },
  { move: 'return', path: 'screening/return', kind: 'staffHere', more: { message: '' } },
  { move: 'reject', path: 'screening/reject', kind: 'staffHere', more: { reason: '不符合条件' } },
  {
    move: 'transfer',
    path: 'screening/transfer',
    kind: 'staffHere',
    more: { toContestId: 'LF-XH-2026-141033', trackCode: 'rural_revitalisation', reason: '注册地在蒲县' },
  },
  { move: 'reopen', path: 'screening/reopen', kind: 'leadHere', more: { reason: '材料有误' } },
  { move: 'recallReturn', path: 'screening/recallReturn', kind: 'leadHere', more: { reason: '退错了项目' } },
];

let standings: Readonly<Record<string, StandingIn>>;

/** Before sign-up, now (while a file of the draft is on its way, which is not submitted so), as sign-up closes, as screening closes, a year later. */
const instants: Record<string, number> = {
  before: Date.UTC(2026, 10, 1),
  now: Date.UTC(2026, 10, 24, 1, 30),
  'sign-up closed': Date.UTC(2026, 11, 13, 16),
  'screening closed': Date.UTC(2026, 11, 23, 16),
  'a year later': Date.UTC(2027, 10, 24),
};

test('every move with a procedure is tried', () => {
  const clocks = Object.entries(entryLifecycle.moves)
    .filter(([, { by }]) => by.name === '系统到期')
    .map(([move]) => move);
  expect([...moves.map(({ move }) => move), ...clocks].sort()).toEqual(Object.keys(entryLifecycle.moves).sort());
});

test('an entry stands in every state', () => {
  const stands = Object.values(standings).map(({ state }) => state);
  expect([...new Set(stands)].sort()).toEqual(Object.keys(entryLifecycle.states).sort());
});

type Try = { what: string; status: number; code: string; inWords: boolean; leadsOut: boolean };

/** A session lasts 30 days: it is opened anew for the instant that is tried. */
const renewSessions = (instant: number) =>
  rollback.db
    .updateTable('session')
    .set({ expires_at: new Date(instant + 86_400_000) })
    .execute();

const tried = new Map<number, Promise<Try[]>>();

/** Tries every move from every standing at an instant, once; each is taken back. */
function tryAll(instant: number): Promise<Try[]> {
  const known = tried.get(instant) ?? tryEach(instant);
  tried.set(instant, known);
  return known;
}

async function tryEach(instant: number): Promise<Try[]> {
  const tries: Try[] = [];
  for (const { move, path, kind, more } of moves) {
    server.clock.set(instant + keys * 1000);
    for (const [standing, { entryId, version, state }] of Object.entries(standings)) {
      keys += 1;
      const { status, body } = await rollback.attempt(
        () =>
          serve({
            path,
            input: { entryId, version, ...more, ...(move === 'admitLate' && { code: world.late.code }) },
            key: `move-key-${keys}`,
            credential: { kind: 'session', token: world.people[kind].token },
            caller: 'moves',
          }),
        // Tries of codes are counted, and more are made here than a person has: they are taken back.
        (reply) => reply.status !== 200 && reply.status !== 500 && move !== 'admitLate',
      );
      tries.push({
        what: `${move} of ${standing}`,
        status,
        code: body.ok ? '' : body.error.code,
        inWords: body.ok || /\p{Script=Han}/u.test(body.error.message),
        leadsOut: entryLifecycle.moves[move].from.includes(state),
      });
    }
  }
  return tries;
}

test.each(Object.keys(instants))(
  '%s: every move from every state is made, or refused in words with a code that its contract declares, and then changes nothing',
  async (instant) => {
    const at = instants[instant] ?? 0;
    await renewSessions(at);
    const before = await fingerprint(rollback.db);
    const tries = await tryAll(at);
    expect(tries.filter(({ status, inWords }) => ![200, 404, 409, 422].includes(status) || !inWords)).toEqual([]);
    // Where the move does not lead out of the state, one of these says so; staff are not told of what was never handed in.
    const astray = tries.filter(({ leadsOut }) => !leadsOut);
    const sayNo = ['ENTRY_MOVE_NOT_ALLOWED', 'CASE_NOT_HELD', 'CASE_HELD_BY_OTHER', 'NOT_FOUND'];
    expect(astray.filter(({ code }) => !sayNo.includes(code))).toEqual([]);
    expect(await fingerprint(rollback.db)).toEqual(before);
  },
);

test('while sign-up and screening last, exactly these moves are made, and each of them at least once', async () => {
  const now = instants.now ?? 0;
  await renewSessions(now);
  const made = (await tryAll(now)).filter(({ status }) => status === 200).map(({ what }) => what);
  expect(made).toEqual([
    'submit of ready',
    'changeContest of draft',
    'changeContest of ready',
    'changeContest of late',
    'admitLate of late',
    'resubmit of returned',
    'recall of submitted',
    'recall of resubmitted',
    'withdraw of submitted',
    'withdraw of read',
    'withdraw of faulty',
    'withdraw of returned',
    'withdraw of resubmitted',
    'withdraw of transferred',
    'withdraw of decided',
    'withdraw of qualified',
    'claim of submitted',
    'claim of resubmitted',
    'claim of transferred',
    'release of read',
    'release of faulty',
    'approve of read',
    'return of faulty',
    'reject of read',
    'reject of faulty',
    'transfer of read',
    'transfer of faulty',
    'reopen of qualified',
    'reopen of rejected',
    'recallReturn of returned',
  ]);
  expect([...new Set(made.map((what) => what.split(' ')[0]))]).toEqual(moves.map(({ move }) => move));
});
