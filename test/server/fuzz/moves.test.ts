import { makeServe, type Serve } from '../../../cloudfunctions/core/serve';
import { entryLifecycle } from '../../../src/shared/entry/lifecycle';
import type { EntryCommand } from '../../../src/shared/entry/states';
import { freshServer, type TestServer } from '../../support/server';
import { makeWorld, type Standing, type World } from '../permissions/matrix-world';
import { openRollbackDatabase, type RollbackDatabase } from '../permissions/rollback-database';
import { fingerprint } from './fingerprint';

let server: TestServer;
let world: World;
let rollback: RollbackDatabase;
let serve: Serve;
let keys = 0;

beforeAll(async () => {
  server = await freshServer();
  world = await makeWorld(server, '141002', 'rural_revitalisation');
  rollback = await openRollbackDatabase(server);
  serve = makeServe({ ...server.home, db: rollback.db });
}, 60_000);
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
];

const standings = (): Record<string, Standing> => {
  const { draft, ready, submitted, read, faulty, returned, qualified } = world;
  return { draft, ready, submitted, read, faulty, returned, qualified };
};

/** Before sign-up, now, as sign-up closes, as screening closes, a year later. */
const instants: Record<string, number> = {
  before: Date.UTC(2026, 10, 1),
  now: Date.UTC(2026, 10, 24, 2),
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

test.each(Object.keys(instants))(
  '%s: every move from every state is made, or refused in words with a code that its contract declares, and then changes nothing',
  async (instant) => {
    // A session lasts 30 days: it is opened anew for the instant that is tried.
    await server.db
      .updateTable('session')
      .set({ expires_at: new Date((instants[instant] ?? 0) + 86_400_000) })
      .execute();
    const before = await fingerprint(rollback.db);
    const faults: string[] = [];
    for (const { path, kind, more } of moves) {
      server.clock.set((instants[instant] ?? 0) + keys * 1000);
      for (const [standing, { entryId, version }] of Object.entries(standings())) {
        keys += 1;
        const { status, body } = await rollback.attempt(
          () =>
            serve({
              path,
              input: { entryId, version, ...more },
              key: `move-key-${keys}`,
              credential: { kind: 'session', token: world.people[kind].token },
              caller: 'moves',
            }),
          (reply) => reply.status !== 200 && reply.status !== 500,
        );
        const inWords = body.ok || /\p{Script=Han}/u.test(body.error.message);
        if (![200, 404, 409, 422].includes(status) || !inWords) faults.push(`${path} of ${standing}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
    expect(await fingerprint(rollback.db)).toEqual(before);
  },
);
