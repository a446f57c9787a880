import { areas } from '../../../cloudfunctions/core/areas';
import { makeServe, type Serve } from '../../../cloudfunctions/core/rpc/serve';
import { type CallerKind, callers, elsewhere, here } from '../../../tools/docs/callers';
import { asksAboutNothing, cellOf } from '../../../tools/docs/permission-matrix';
import { procedureList } from '../../../tools/docs/procedure-list';
import type { TestServer } from '../../support/server';
import { type CallersWorld, openCallersWorld } from './callers-world';
import { plausibleInputs } from './plausible-inputs';
import { openRollbackDatabase, type RollbackDatabase } from './rollback-database';

/** One scene: its world, and a server whose every answer can be taken back. */
type Scene = { server: TestServer; world: CallersWorld; serve: Serve; rollback: RollbackDatabase };

let district: Scene;
let zone: Scene;

async function openScene(region: string, track: string): Promise<Scene> {
  const { server, world } = await openCallersWorld(region, track);
  const rollback = await openRollbackDatabase(server);
  return { server, world, rollback, serve: makeServe({ ...server.home, db: rollback.db }, areas) };
}

async function closeScene({ server, rollback }: Scene): Promise<void> {
  expect(server.faults).toEqual([]);
  await rollback.close();
  await server.close();
}

// Two worlds of seven teams each, made by some hundred real calls: side by side, and in no hurry on a machine that does other things too.
beforeAll(async () => {
  [district, zone] = await Promise.all([
    openScene(here, 'rural_revitalisation'),
    openScene(elsewhere, 'micro_audiovisual'),
  ]);
}, 240_000);
afterAll(async () => {
  await closeScene(district);
  await closeScene(zone);
});

/** Calls as that kind of caller, from the scene's first state, and takes back what came of it. */
function answerTo({ world, serve, rollback }: Scene, path: string, kind: CallerKind): Promise<number> {
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

test.each(procedureList.map(({ path, area, name }) => ({ path, area, name })))(
  '$path answers every kind of caller as the access table says',
  async ({ path, area, name }) => {
    expect(Object.keys(plausibleInputs)).toContain(path);
    const expected: Record<string, string> = {};
    const answered: Record<string, string> = {};
    const statuses: number[] = [];
    const first = asksAboutNothing(area, name) ? unlike : kinds;
    for (const kind of [...first, ...kinds.filter((other) => !first.includes(other))]) {
      // Whoever else is allowed is asked for as long as nobody was answered well, as where something is one person's own.
      const asked = first.includes(kind) || (!statuses.includes(200) && cellOf(area, name, kind) === 'allowed');
      if (!asked) continue;
      const status = await answerTo(district, path, kind);
      statuses.push(status);
      expected[kind] = wordOf(cellOf(area, name, kind));
      answered[kind] = heard(status);
    }
    expect(answered).toEqual(expected);
    // The input is one that the procedure takes, not one at which everybody fails.
    expect(statuses).toContain(needWechat.includes(path) ? 422 : 200);
  },
);

/** At home in the zone, the two change places. */
const mirrored: ReadonlyArray<readonly [CallerKind, CallerKind]> = [
  ['staffHere', 'staffElsewhere'],
  ['staffElsewhere', 'staffHere'],
  ['leadHere', 'leadElsewhere'],
  ['leadElsewhere', 'leadHere'],
];

test.each(
  procedureList
    .filter(({ area }) => area === 'entry' || area === 'screening')
    .map(({ path, area, name }) => ({ path, area, name })),
)('$path about an entry of the zone shuts out the district whose code it resembles', async ({ path, area, name }) => {
  for (const [kind, likened] of mirrored) {
    expect([kind, heard(await answerTo(zone, path, kind))]).toEqual([kind, wordOf(cellOf(area, name, likened))]);
  }
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
