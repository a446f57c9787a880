import { onlyTheClock } from '@shared/kernel/define-access';
import type { Serve } from '../../../cloudfunctions/core/rpc/serve';
import { takeEffect } from '../../../cloudfunctions/core/screening/decisions/take-effect';
import type { TestServer } from '../../support/server';
import { type CallersWorld, openCallersWorld } from '../permissions/callers-world';
import { openRollbackDatabase, type RollbackDatabase } from '../permissions/rollback-database';
import { lifecycleOf, type TriedMove, triedMoves } from './every-move';
import { type StandingIn, standInEveryState } from './every-state';
import { fingerprint } from './fingerprint';
import { openStage, type Stage } from './stage';
import { fitsContract, type NounWalk, type Walked, walkNoun, waysOut } from './walk-noun';
import { walksOf } from './walks';

let server: TestServer;
let world: CallersWorld;
let rollback: RollbackDatabase;
let home: TestServer['home'];
let serve: Serve;
let keys = 0;

beforeAll(async () => {
  ({ server, world } = await openCallersWorld());
  standings = await standInEveryState(server, world);
  rollback = await openRollbackDatabase(server);
  stage = await openStage(server, rollback, world.people);
  ({ home, serve } = stage);
  walks = walksOf(stage, world);
  instants.now = server.clock.now();
}, 240_000);
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await rollback.close();
  await server.close();
});

let standings: Readonly<Record<string, StandingIn>>;
let stage: Stage;
let walks: Readonly<Record<string, NounWalk>>;

/** Those of which one stands in every state at once; the others are walked. */
const triedNouns: readonly string[] = [...new Set(triedMoves.map(({ noun }) => noun))];

/** Before sign-up, now, as sign-up closes, as screening closes, a year later. */
const instants: Record<string, number> = {
  before: Date.UTC(2026, 10, 1),
  now: 0,
  'sign-up closed': Date.UTC(2026, 11, 13, 16),
  'screening closed': Date.UTC(2026, 11, 23, 16),
  'a year later': Date.UTC(2027, 10, 24),
};

test.each(triedNouns)('one of its kind stands in every state: %s', (noun) => {
  const stands = Object.values(standings).filter((standing) => standing.noun === noun);
  expect([...new Set(stands.map(({ state }) => state))].sort()).toEqual(
    Object.keys(lifecycleOf[noun]?.states ?? {}).sort(),
  );
});

type Try = { tried: TriedMove; what: string; status: number; code: string; inWords: boolean; leadsOut: boolean };

/** How a procedure calls the id of a noun. */
const idName = (noun: string): string => `${noun.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}Id`;

const tried = new Map<number, Promise<Try[]>>();

/**
 * Tries every move from every standing at an instant, once; each is taken back. A move that does not lead out of where somebody stands is refused
 * at any time: each such is tried now and at one of the other instants, in turn.
 */
function tryAll(instant: number): Promise<Try[]> {
  const known = tried.get(instant) ?? tryEach(instant);
  tried.set(instant, known);
  return known;
}

async function tryEach(instant: number): Promise<Try[]> {
  const tries: Try[] = [];
  const others = Object.values(instants).filter((other) => other !== instants.now);
  let astray = 0;
  for (const one of triedMoves) {
    const { noun, move, path, kind, more } = one;
    // Fewer than somebody may ask for in a minute.
    server.clock.set(instant + tries.length * 1500);
    for (const [standing, { id, version, state }] of Object.entries(standings).filter(([, is]) => is.noun === noun)) {
      const leadsOut = lifecycleOf[noun]?.moves[move]?.from.includes(state) === true;
      if (!leadsOut) astray += 1;
      if (!leadsOut && instant !== instants.now && others[astray % others.length] !== instant) continue;
      keys += 1;
      const { status, body } = await rollback.attempt(
        () =>
          serve({
            path,
            input: { [idName(noun)]: id, version, ...more, ...(move === 'admitLate' && { code: world.late.code }) },
            key: `move-key-${keys}`,
            credential: { kind: 'session', token: world.people[kind].token },
            caller: 'moves',
          }),
        // Tries of codes are counted, and more are made here than a person has: they are taken back.
        (reply) => reply.status !== 200 && reply.status !== 500 && move !== 'admitLate',
      );
      tries.push({
        tried: one,
        what: `${move} of ${standing}`,
        status,
        code: body.ok ? '' : body.error.code,
        inWords: body.ok || /\p{Script=Han}/u.test(body.error.message),
        leadsOut,
      });
    }
  }
  return tries;
}

test.each(Object.keys(instants))(
  '%s: every move from every state is made, or refused in words with a code that its contract declares, and then changes nothing',
  async (instant) => {
    const at = instants[instant] ?? 0;
    const before = await fingerprint(rollback.db);
    const tries = await tryAll(at);
    expect(tries.filter(({ status, inWords }) => ![200, 404, 409, 422].includes(status) || !inWords)).toEqual([]);
    // Where the move does not lead out of the state, one of these says so; staff are not told of what was never handed in.
    const astray = tries.filter(({ leadsOut }) => !leadsOut);
    const sayNo = ['CASE_NOT_HELD', 'CASE_HELD_BY_OTHER', 'NOT_FOUND'];
    expect(
      astray.filter(
        ({ code, tried: { noun } }) => code !== `${noun.toUpperCase()}_MOVE_NOT_ALLOWED` && !sayNo.includes(code),
      ),
    ).toEqual([]);
    expect(await fingerprint(rollback.db)).toEqual(before);
  },
);

test('while sign-up and screening last, exactly these moves are made', async () => {
  const now = instants.now ?? 0;
  const made = (await tryAll(now)).filter(({ status }) => status === 200).map(({ what }) => what);
  expect(made).toEqual([
    'submit of draft',
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
    'takeBack of decision pending',
    'takeBack of decision unsigned',
    'make of decision pending',
    'sign of decision unsigned',
    'refuse of decision unsigned',
    'edit of announcement draft',
    'edit of announcement withdrawn',
    'publish of announcement draft',
    'publish of announcement withdrawn',
    'withdraw of announcement published',
    'propose of policy draft draft',
    'sendBack of policy draft proposed',
    'publish of policy draft proposed',
    'discard of policy draft draft',
  ]);
});

/** Every move that was ever made here, as its timeline keeps it. */
async function kept(): Promise<string[]> {
  const rows = await rollback.db
    .selectFrom('move as m')
    .innerJoin('subject as s', 's.id', 'm.subject_id')
    .select(['s.kind', 'm.move'])
    .distinct()
    .execute();
  return rows.map(({ kind, move }) => `${kind}/${move}`);
}

/** What is kept once somebody did something, which is taken back. */
const keptAfter = (act: () => Promise<unknown>) =>
  rollback.attempt(async () => {
    await act();
    return kept();
  });

/** Ten minutes later the worker makes what is decided. */
async function tenMinutesPass(): Promise<void> {
  server.clock.set((instants.now ?? 0) + 11 * 60_000);
  await takeEffect(home);
}

/** Somebody takes over what was filled in for them at the counter: by a code alone, which names its entry. */
async function personConfirms(): Promise<void> {
  const { counter, people } = world;
  const ask = (kind: 'staffHelper' | 'stranger', path: string, input: object) =>
    serve({
      path,
      input,
      key: `confirm-${path}`.replace('/', '-'),
      credential: { kind: 'session', token: people[kind].token },
      caller: 'moves',
    });
  const { body } = await ask('staffHelper', 'entry/showCounterCode', { entryId: counter.entryId });
  const { code } = body.ok ? (body.data as { code: string }) : { code: '' };
  await ask('stranger', 'entry/confirmCounter', { code });
}

/** Moves that no call makes by itself and no clock either: they go with one of another noun, or nothing asks for them yet. */
const withoutCall: Readonly<Record<string, string[]>> = {
  award: ['announce', 'object', 'uphold', 'confirm', 'assign', 'unassign'],
  'award-claim': ['withdraw'],
  edition: ['end'],
  enrolment: ['confirm'],
};

/** Those of them that no walk meets: with the import of an edition, a claim or an enrolment they are made, and kept in the world. */
const madeWithAnother = [
  'importPast of pending',
  'assign of confirmed',
  'unassign of confirmed',
  'confirm of waitlisted',
];

const walkedNouns = Object.keys(lifecycleOf).filter((noun) => !triedNouns.includes(noun));

const walked = new Map<string, Promise<Walked>>();

/** How a noun is walked now, once. */
function walkedNow(noun: string): Promise<Walked> {
  const walk = walks[noun];
  if (!walk) throw new Error(`${noun} is not walked.`);
  server.clock.set(instants.now ?? 0);
  const known = walked.get(noun) ?? walkNoun(stage, walk);
  walked.set(noun, known);
  return known;
}

test.each(walkedNouns)(
  '%s: from its beginning every way out of every state is gone, every other move is refused in words with a code that says so, and changes nothing',
  async (noun) => {
    const lifecycle = lifecycleOf[noun];
    const walk = walks[noun];
    if (!lifecycle || !walk) throw new Error(`${noun} is not walked.`);
    const { states, tries, made, changed } = await walkedNow(noun);
    expect([...states].sort()).toEqual(Object.keys(lifecycle.states).sort());
    expect(tries.filter((one) => !fitsContract(walk, one))).toEqual([]);
    expect(changed).toEqual([]);
    expect([...new Set(made)].sort()).toEqual(
      waysOut(lifecycle)
        .filter((way) => !madeWithAnother.includes(way))
        .sort(),
    );
    // Whoever may make a move is asked; what only the clock makes is nobody's to ask for.
    expect(
      Object.keys(lifecycle.moves)
        .filter((move) => lifecycle.moves[move]?.by !== onlyTheClock && !walk.asks[move])
        .sort(),
    ).toEqual([...(withoutCall[noun] ?? [])].sort());
    expect(Object.keys(walk.asks).filter((move) => lifecycle.moves[move]?.by === onlyTheClock)).toEqual([]);
  },
);

test.each(['award-claim', 'award_list', 'referral'])('%s: so it is a year later', async (noun) => {
  const walk = walks[noun];
  if (!walk) throw new Error(`${noun} is not walked.`);
  server.clock.set(instants['a year later'] ?? 0);
  const { tries, changed } = await walkNoun(stage, walk);
  expect(tries.length).toBeGreaterThan(10);
  expect(tries.filter((one) => !fitsContract(walk, one))).toEqual([]);
  expect(changed).toEqual([]);
});

test('every move of every lifecycle is made at least once, by people or by the clock', async () => {
  const now = instants.now ?? 0;
  server.clock.set(now);
  const loseRights = () =>
    rollback.db
      .updateTable('role_grant')
      .set({ revoked_at: new Date(now) })
      .where('person_id', '=', world.people.staffHere.personId)
      .execute();
  const made = new Set([
    ...(await kept()),
    ...(await tryAll(now)).filter(({ status }) => status === 200).map(({ tried: { noun, move } }) => `${noun}/${move}`),
    ...(await keptAfter(tenMinutesPass)),
    ...(await keptAfter(() => loseRights().then(tenMinutesPass))),
    ...(await keptAfter(personConfirms)),
    // A claim that is taken back takes the award with it.
    ...(await keptAfter(() =>
      stage.ask(world.people.leadHere.personId, 'awards/revokeClaim', {
        ...world.pastAwards.confirmed,
        reason: '与报名记录不一致',
      }),
    )),
  ]);
  for (const noun of walkedNouns)
    for (const way of (await walkedNow(noun)).made) made.add(`${noun}/${way.replace(/ of .*/, '')}`);
  const all = Object.values(lifecycleOf).flatMap(({ name, moves }) =>
    Object.keys(moves).map((command) => `${name}/${command}`),
  );
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter((one) => !made.has(one))).toEqual([]);
});
