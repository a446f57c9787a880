import { sql } from 'kysely';
import type { CallerKind } from '../../../tools/docs/callers';
import type { TestServer } from '../../support/server';
import { type CallersWorld, openCallersWorld } from '../permissions/callers-world';
import { plausibleInputs } from '../permissions/plausible-inputs';
import { noWay } from './walk-noun';
import { walksOf } from './walks';

let server: TestServer;
let world: CallersWorld;
beforeAll(async () => {
  ({ server, world } = await openCallersWorld());
}, 240_000);
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

/** A change, who makes it, and the table in which its one effect is a row more. */
const changes: ReadonlyArray<{ path: string; kind: Exclude<CallerKind, 'visitor'>; table: string }> = [
  { path: 'people/sendFeedback', kind: 'stranger', table: 'feedback' },
  { path: 'people/useGrantCode', kind: 'stranger', table: 'role_grant' },
  { path: 'entry/joinTeam', kind: 'stranger', table: 'entry_member' },
  { path: 'entry/beginUpload', kind: 'editor', table: 'upload' },
  { path: 'entry/submit', kind: 'leader', table: 'snapshot' },
  { path: 'entry/start', kind: 'viewer', table: 'entry' },
  { path: 'screening/addNote', kind: 'staffHere', table: 'review_note' },
  { path: 'screening/return', kind: 'staffHere', table: 'decision' },
  { path: 'awards/claimAward', kind: 'stranger', table: 'award_claim' },
  { path: 'benefits/beginApplication', kind: 'viewer', table: 'application' },
  { path: 'incubation/book', kind: 'leader', table: 'place_booking' },
  { path: 'lending/addRepayment', kind: 'officesHere', table: 'loan_repayment' },
  { path: 'referral/nominate', kind: 'leadHere', table: 'referral' },
  { path: 'training/addTopic', kind: 'city', table: 'training_topic' },
  { path: 'training/enrol', kind: 'stranger', table: 'enrolment' },
];

const countOf = async (table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(server.db);
  return rows[0]?.n ?? -1;
};

test.each(changes)('four $path at once under one key have one effect and one answer', async ({ path, kind, table }) => {
  server.clock.pass(60_000);
  const input = plausibleInputs[path]?.(world, kind);
  const [rows, events] = [await countOf(table), await countOf('done_once')];
  const ask = () => server.call(world.people[kind].personId, path, input, `twin-${path.replace('/', '-')}`);
  const [first, ...others] = await Promise.all([ask(), ask(), ask(), ask()]);
  const late = await ask();
  expect(first?.status).toBe(200);
  expect([...others, late]).toEqual([first, first, first, first]);
  expect([await countOf(table), await countOf('done_once')]).toEqual([rows + 1, events + 1]);
});

test('four invitations at once under one key are four links, of which the last alone opens', async () => {
  server.clock.pass(60_000);
  const live = async () => {
    const rows = await server.db
      .selectFrom('team_invitation')
      .select('token_hash')
      .where('entry_id', '=', world.draft.entryId)
      .where('revoked_at', 'is', null)
      .execute();
    return rows.length;
  };
  const before = await live();
  const ask = () =>
    server.call(
      world.people.leader.personId,
      'entry/inviteMember',
      { entryId: world.draft.entryId, access: 'view' },
      'twin-invite',
    );
  const replies = await Promise.all([ask(), ask(), ask(), ask()]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const tokens = replies.map(({ body }) => (body.ok ? (body.data as { token: string }).token : ''));
  expect(new Set(tokens).size).toBe(4);
  expect(await live()).toBe(before + 1);
});

test('a sealed value opened four times at once under one key is told and logged four times', async () => {
  server.clock.pass(60_000);
  const before = await countOf('audit');
  const input = { entryId: world.read.entryId, field: 'leader.phone' };
  const ask = () => server.call(world.people.staffHere.personId, 'screening/reveal', input, 'twin-reveal');
  const replies = await Promise.all([ask(), ask(), ask(), ask()]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await countOf('audit')).toBe(before + 4);
});

/** A way through each noun; what the clock or another's act makes between comes about once. */
const roads: ReadonlyArray<{ noun: string; road: readonly string[] }> = [
  { noun: 'award', road: ['announce', 'cancel'] },
  { noun: 'award-claim', road: ['confirm', 'revoke'] },
  { noun: 'award_list', road: ['propose', 'sendBack', 'propose', 'confirm'] },
  {
    noun: 'guaranteed-loan',
    road: [
      ...['submit', 'claim', 'putBack', 'claim', 'return', 'submit', 'claim', 'pass', 'agree', 'askBank'],
      ...['supplyBank', 'approve', 'sign', 'disburse', 'extend'],
    ],
  },
  {
    noun: 'incubator-place',
    road: [...['submit', 'claim', 'pass', 'admit', 'offer', 'accept', 'sign', 'moveIn'], ...['warn', 'clear', 'leave']],
  },
  { noun: 'subsidy-one-off', road: ['submit', 'claim', 'list', 'batch', 'fail', 'fix', 'pay'] },
  { noun: 'training-class', road: ['approve', 'reschedule', 'cancel'] },
  { noun: 'enrolment', road: ['offer', 'accept', 'cancel'] },
  { noun: 'referral', road: ['agree', 'confirm', 'release'] },
  { noun: 'edition', road: ['publish'] },
];

test.each(roads)('$noun: of two who make a move at once one makes it, the other is told', async ({ noun, road }) => {
  const walk = walksOf({ ...server, attempt: (run) => run() }, world)[noun];
  if (!walk) throw new Error(`${noun} is not walked.`);
  const id = await walk.begin();
  const stands = async () => {
    const { rows } = await sql<{ state: string; version: number }>`select ${sql.ref(walk.column ?? 'state')} as state,
      version from ${sql.table(walk.table)} where id::text = ${id}`.execute(server.db);
    return { id, state: '', version: 0, ...rows[0], leadsOut: false };
  };
  for (const move of road) {
    server.clock.pass(60_000);
    const at = await stands();
    const [ask] = walk.asks[move] ?? [];
    if (!ask) {
      await walk.happens[move]?.({ ...at, leadsOut: true });
      continue;
    }
    const replies = await Promise.all([ask(at), ask(at)]);
    const told = replies.flatMap(({ body }) => (body.ok ? [] : [body.error]));
    expect({ move, told: told.length, version: (await stands()).version }).toEqual({
      move,
      told: 1,
      version: at.version + 1,
    });
    expect([...noWay(walk, (await stands()).state), 'CASE_STALE']).toContain(told[0]?.code);
    expect(told[0]?.message).toMatch(/\p{Script=Han}/u);
  }
});
