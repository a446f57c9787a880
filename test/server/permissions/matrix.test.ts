import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import type { Db } from '../../../cloudfunctions/core/platform/db';
import { makeServe, type Serve } from '../../../cloudfunctions/core/rpc/serve';
import { type CallerKind, callers, elsewhere, here } from '../../../tools/docs/callers';
import { asksAboutNothing, cellOf } from '../../../tools/docs/permission-matrix';
import { procedureList } from '../../../tools/docs/procedure-list';
import type { TestServer } from '../../support/server';
import { type CallersWorld, openCallersWorld } from './callers-world';
import { plausibleInputs } from './plausible-inputs';
import { openRollbackDatabase, type RollbackDatabase } from './rollback-database';

let server: TestServer;
let world: CallersWorld;
/** Every answer can be taken back. */
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

/** Calls as that kind of caller, from the world's first state, and takes back what came of it. */
function answerTo(path: string, kind: CallerKind): Promise<number> {
  const input = plausibleInputs[path]?.(world, kind) ?? {};
  const credential =
    kind === 'visitor' ? ({ kind: 'none' } as const) : ({ kind: 'session', token: world.people[kind].token } as const);
  return rollback.attempt(async () => {
    const { status } = await serve({ path, input, key: 'matrix-key-1', credential, caller: 'matrix' });
    return status;
  });
}

const kinds: readonly CallerKind[] = callers.map(({ kind }) => kind);
/** Of those who hold the same grants the first: they are one to a rule that is about nothing. */
const unlike: readonly CallerKind[] = callers
  .map(({ kind, actor }) => ({ kind, grants: JSON.stringify(actor?.grants) }))
  .filter(({ grants }, n, all) => all.findIndex((one) => one.grants === grants) === n)
  .map(({ kind }) => kind);
const wordOf = (cell: 'allowed' | number) => (cell === 'allowed' ? 'allowed' : String(cell));
const heard = (status: number) => ([401, 403, 404].includes(status) ? String(status) : 'allowed');

/** These need WeChat, which a test server has not: everybody who may call is answered 422. */
const needWechat = ['people/signInWithWechat', 'people/bindPhone'];

/** It writes a paper, a quarter of a second long: of those who may have one, the first has. */
const dear = ['policies/printed'];

test.each(procedureList.map(({ path, area, name }) => ({ path, area, name })))(
  '$path answers every kind of caller as the access table says',
  async ({ path, area, name }) => {
    expect(Object.keys(plausibleInputs)).toContain(path);
    const expected: Record<string, string> = {};
    const answered: Record<string, string> = {};
    const statuses: number[] = [];
    const first = asksAboutNothing(area, name) ? unlike : kinds;
    for (const kind of [...first, ...kinds.filter((other) => !first.includes(other))]) {
      const allowed = cellOf(area, name, kind) === 'allowed';
      // Whoever else is allowed is asked for as long as nobody was answered well, as where something is one person's own.
      const served = statuses.includes(200);
      const asked = first.includes(kind) ? !(dear.includes(path) && served && allowed) : !served && allowed;
      if (!asked) continue;
      const status = await answerTo(path, kind);
      statuses.push(status);
      expected[kind] = wordOf(cellOf(area, name, kind));
      answered[kind] = heard(status);
    }
    expect(answered).toEqual(expected);
    // The input is one that the procedure takes, not one at which everybody fails.
    expect(statuses).toContain(needWechat.includes(path) ? 422 : 200);
  },
);

/** Whatever lies in the one region lies in the other from now on, and whoever is at home in the one is so in the other. */
async function changeRegions(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'region_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(db);
  // No key and no trigger looks on: for a moment there is a region that is none.
  await sql`set local session_replication_role = replica`.execute(db);
  for (const [from, to] of [
    [here, 'none'],
    [elsewhere, here],
    ['none', elsewhere],
  ])
    for (const { name } of rows)
      await sql`update ${sql.table(name)} set region_id = ${to} where region_id = ${from}`.execute(db);
  await sql`set local session_replication_role = origin`.execute(db);
}

describe('in the zone', () => {
  beforeAll(() => changeRegions(rollback.db));

  test.each(
    procedureList
      .filter(({ area }) => area === 'entry' || area === 'screening')
      .map(({ path, area, name }) => ({ path, area, name })),
  )('$path about an entry of the zone shuts out the district whose code it resembles', async ({ path, area, name }) => {
    for (const kind of ['staffHere', 'staffElsewhere', 'leadHere', 'leadElsewhere'] as const) {
      expect([kind, heard(await answerTo(path, kind))]).toEqual([kind, wordOf(cellOf(area, name, kind))]);
    }
  });
});

test('no input is kept for a procedure that is gone', () => {
  expect(Object.keys(plausibleInputs).filter((path) => !procedureList.some((known) => known.path === path))).toEqual(
    [],
  );
});

test('an auditor may change nothing that a stranger may not; opening a file is logged, having the audit checked is a wish to the worker; neither changes an entry', () => {
  const changes = (kind: CallerKind) =>
    procedureList
      .filter(({ meta, area, name }) => meta.change && cellOf(area, name, kind) === 'allowed')
      .map(({ path }) => path);
  const strangers = changes('stranger');
  expect(changes('auditor').filter((path) => !strangers.includes(path))).toEqual([
    'entry/openMaterial',
    'screening/openCheckPicture',
    'policies/openFactFile',
    'oversight/checkAudit',
  ]);
});

test('a grant that was revoked or has ended opens nothing that a stranger has not', () => {
  for (const { path, area, name } of procedureList) {
    const stranger = cellOf(area, name, 'stranger');
    expect([path, cellOf(area, name, 'revokedStaff'), cellOf(area, name, 'endedStaff')]).toEqual([
      path,
      stranger,
      stranger,
    ]);
  }
});
