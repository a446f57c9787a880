import { areas } from '../../../cloudfunctions/core/areas';
import { makeServe, type Reply, type Serve } from '../../../cloudfunctions/core/rpc/serve';
import { cellOf } from '../../../tools/docs/permission-matrix';
import { procedureList } from '../../../tools/docs/procedure-list';
import type { TestServer } from '../../support/server';
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
  await rollback.close();
  expect(server.faults).toEqual([]);
  await server.close();
});

const callers = [
  'staffHere',
  'leadHere',
  'city',
  'editor',
  'leader',
  'viewer',
  'stranger',
  'auditor',
  'staffHelper',
  'loanHere',
  'trainerHere',
  'operatorHere',
  'finance',
  'officesHere',
] as const;
/** Ends its maker's access with some decisions, a transfer's; the one that is sent here is none. */
const seldom: readonly string[] = ['screening/sendNow'];
/** WeChat is not here to answer this one. */
const replayed = procedureList.filter(({ path, meta }) => meta.change && !meta.signsIn && path !== 'people/bindPhone');

/** The act of the first caller who may, sent twice under one key, and once more after everything has been done. */
async function twice(path: string, area: string, name: string): Promise<{ first: Reply; again: Reply }> {
  for (const kind of callers) {
    if (cellOf(area, name, kind) !== 'allowed') continue;
    const input = plausibleInputs[path]?.(world, kind) ?? {};
    const credential = { kind: 'session', token: world.people[kind].token } as const;
    const both = await rollback.attempt(async () => {
      const ask = () => serve({ path, input, key: 'replayed-key-1', credential, caller: 'replays' });
      return { first: await ask(), again: await ask() };
    });
    if (both.first.status === 200) return both;
  }
  throw new Error(`Nobody could do ${path}.`);
}

test.each(replayed.map(({ path, area, name, meta }) => ({ path, area, name, meta })))(
  '$path sent again under its key is never refused by what it did itself',
  async ({ path, area, name, meta }) => {
    const { first, again } = await twice(path, area, name);
    // Whose session it was is known no more.
    const endsSession = ['people/signOut', 'rights/leave'].includes(path);
    expect(again.status).toBe(endsSession ? 401 : 200);
    if (endsSession) return;
    if (meta.endsAccess && !seldom.includes(path)) expect(again.body).toEqual({ ok: true, data: undefined });
    else if (!meta.answersAnew) expect(again).toEqual(first);
  },
);
