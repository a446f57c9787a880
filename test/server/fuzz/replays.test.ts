import { sql } from 'kysely';
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
const logged: object[] = [];
beforeAll(async () => {
  ({ server, world } = await openCallersWorld());
  rollback = await openRollbackDatabase(server);
  const log = { info: (line: object) => logged.push(line), error: (line: object) => logged.push(line) };
  serve = makeServe({ ...server.home, log, db: rollback.db }, areas);
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

/** What somebody typed in an input: words, and numbers as long as a phone's. */
function typedIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(typedIn);
  return typeof value === 'string' && /\p{Script=Han}|^[\d-]{8,}$/u.test(value) && !/^\d{4}-\d\d-\d\d$/.test(value)
    ? [value]
    : [];
}

/** Which of these stand in the audit, the security log or the lines of the log. */
async function keptOf(typed: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`select to_jsonb(a)::text as row from audit a
    union all select to_jsonb(e)::text from security_event e`.execute(rollback.db);
  const all = [...rows.map(({ row }) => row), ...logged.map((line) => JSON.stringify(line))];
  return typed.filter((text) => all.some((row) => row.includes(text)));
}

type Tried = { first: Reply; again: Reply; kept: string[]; revoked: Reply | null };

/** The act of the first caller who may, sent twice under one key, and once more after every grant of theirs was revoked. */
async function twice(path: string, area: string, name: string): Promise<Tried> {
  for (const kind of callers) {
    if (cellOf(area, name, kind) !== 'allowed') continue;
    const input = plausibleInputs[path]?.(world, kind) ?? {};
    const credential = { kind: 'session', token: world.people[kind].token } as const;
    const tried = await rollback.attempt(async () => {
      logged.length = 0;
      const ask = () => serve({ path, input, key: 'replayed-key-1', credential, caller: 'replays' });
      const first = await ask();
      const again = await ask();
      const kept = first.status === 200 ? await keptOf(typedIn(input)) : [];
      const { numUpdatedRows } = await rollback.db
        .updateTable('role_grant')
        .set({ revoked_at: new Date(server.clock.now()) })
        .where('person_id', '=', world.people[kind].personId)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      const byRight = numUpdatedRows > 0n && cellOf(area, name, 'stranger') !== 'allowed';
      return { first, again, kept, revoked: byRight ? await ask() : null };
    });
    if (tried.first.status === 200) return tried;
  }
  throw new Error(`Nobody could do ${path}.`);
}

test.each(replayed.map(({ path, area, name, meta }) => ({ path, area, name, meta })))(
  '$path sent again under its key is never refused by what it did itself, and answers nothing once the right is gone; nothing that was typed is kept in a log',
  async ({ path, area, name, meta }) => {
    const { first, again, kept, revoked } = await twice(path, area, name);
    expect(kept).toEqual([]);
    if (revoked?.body.ok) expect(revoked.body.data).toBeUndefined();
    // Whose session it was is known no more.
    const endsSession = ['people/signOut', 'rights/leave'].includes(path);
    expect(again.status).toBe(endsSession ? 401 : 200);
    if (endsSession) return;
    if (meta.endsAccess && !seldom.includes(path)) expect(again.body).toEqual({ ok: true, data: undefined });
    else if (!meta.answersAnew) expect(again).toEqual(first);
  },
);
