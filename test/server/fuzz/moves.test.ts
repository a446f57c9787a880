import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { awardNoun } from '../../../cloudfunctions/core/awards/moves';
import { begin } from '../../../cloudfunctions/core/cases/begin';
import { move } from '../../../cloudfunctions/core/cases/move';
import { json } from '../../../cloudfunctions/core/platform/schema';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { makeServe, type Serve } from '../../../cloudfunctions/core/rpc/serve';
import { takeEffect } from '../../../cloudfunctions/core/screening/decisions/take-effect';
import { currentEdition, pastEdition } from '../../../cloudfunctions/core/seeds/editions';
import { tidyClasses } from '../../../cloudfunctions/core/training/class/by-the-clock';
import type { AwardState, AwardSubject } from '../../../src/shared/awards/award/states';
import { kindOf } from '../../../src/shared/benefits/kinds';
import { organisation } from '../../../tools/docs/callers';
import { placeMoves, standPlace } from '../../support/place-moves';
import { notice } from '../../support/referrals';
import type { TestServer } from '../../support/server';
import { everyTrainingMove } from '../../support/training-moves';
import { type CallersWorld, openCallersWorld } from '../permissions/callers-world';
import { openRollbackDatabase, type RollbackDatabase } from '../permissions/rollback-database';
import { lifecycleOf, type TriedMove, triedMoves } from './every-move';
import { type StandingIn, standInEveryState } from './every-state';
import { fingerprint } from './fingerprint';

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
  home = { ...server.home, db: rollback.db };
  serve = makeServe(home, areas);
  instants.now = server.clock.now();
}, 240_000);
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await rollback.close();
  await server.close();
});

let standings: Readonly<Record<string, StandingIn>>;

/** Before sign-up, now, as sign-up closes, as screening closes, a year later. */
const instants: Record<string, number> = {
  before: Date.UTC(2026, 10, 1),
  now: 0,
  'sign-up closed': Date.UTC(2026, 11, 13, 16),
  'screening closed': Date.UTC(2026, 11, 23, 16),
  'a year later': Date.UTC(2027, 10, 24),
};

test.each(['entry', 'decision', 'announcement', 'policy_draft'])(
  'one of its kind stands in every state: %s',
  (noun) => {
    const stands = Object.values(standings).filter((standing) => standing.noun === noun);
    expect([...new Set(stands.map(({ state }) => state))].sort()).toEqual(
      Object.keys(lifecycleOf[noun]?.states ?? {}).sort(),
    );
  },
);

type Try = { tried: TriedMove; what: string; status: number; code: string; inWords: boolean; leadsOut: boolean };

/** A session lasts 30 days: it is opened anew for the instant that is tried. */
const renewSessions = (instant: number) =>
  rollback.db
    .updateTable('session')
    .set({ expires_at: new Date(instant + 86_400_000) })
    .execute();

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
    await renewSessions(at);
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
  await renewSessions(now);
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

/** Nothing contests an award yet: the city does it by the ground's own hand. */
async function awardIsContested(): Promise<void> {
  const { personId } = world.people.city;
  const city = { personId, grants: [{ role: 'cityStaff', scope: { kind: 'all' } }] } as const;
  const call = makeCall(home, rollback.db, city, server.clock.now());
  const { entryId } = world.qualified;
  const row = { entry_id: entryId, edition_id: currentEdition, level: 'merit' };
  const awardId = await begin(call, awardNoun, row, { entryId });
  let award: AwardSubject = { awardId, entryId, regionId: world.region, state: 'pending', version: 1 };
  for (const command of ['announce', 'object', 'uphold', 'confirm', 'cancel'] as const) {
    const order = { command, version: award.version, input: { reason: '有人反映情况不实' } };
    const { state, version } = await move(call, awardNoun, award, order);
    award = { ...award, state: state as AwardState, version };
  }
}

/** One list is given up; the next is sent, sent back, sent again and confirmed, all by one official, as the edition allows here. */
async function awardListsMove(): Promise<void> {
  const { db } = rollback;
  await sql`update edition set blueprint = blueprint || ${json({
    awards: [{ code: 'merit', zh: '优胜奖', places: 9, grade: 'county' }],
    awardSecond: 'none',
  })}::jsonb where id = ${currentEdition}`.execute(db);
  const { reference } = await db
    .selectFrom('entry')
    .select('reference')
    .where('id', '=', world.qualified.entryId)
    .executeTakeFirstOrThrow();
  let n = 0;
  const ask = async (path: string, input: object) => {
    n += 1;
    const credential = { kind: 'session', token: world.people.city.token } as const;
    await serve({ path, input, key: `award-lists-${n}`, credential, caller: 'moves' });
  };
  const moveLive = async (command: string, reason = '') => {
    const live = db.selectFrom('award_list').select(['id', 'version']).where('waits', 'is not', null);
    const { id: awardListId, version } = await live.executeTakeFirstOrThrow();
    await ask('awards/moveAwardList', { awardListId, version, move: command, reason });
  };
  const bring = () => ask('awards/bringResult', { editionId: currentEdition, reference, level: 'merit' });
  await bring();
  await moveLive('discard');
  await bring();
  await moveLive('propose');
  await moveLive('sendBack', '编号有误');
  await moveLive('propose');
  await moveLive('confirm');
}

/** Of two past awards that were claimed one is refused, the other taken back. */
async function claimsAreRefused(): Promise<void> {
  const { pastAwards, people } = world;
  const ask = (kind: 'staffHere' | 'leadHere', path: string, claim: { claimId: string; version: number }) =>
    serve({
      path,
      input: { ...claim, reason: '与报名记录不一致' },
      key: `claims-${path}`.replace('/', '-'),
      credential: { kind: 'session', token: people[kind].token },
      caller: 'moves',
    });
  await ask('staffHere', 'awards/refuseClaim', pastAwards.waiting);
  await ask('leadHere', 'awards/revokeClaim', pastAwards.confirmed);
}

/** What the leader and the site do about a place, each from the state in which it is done; the states are set, the moves are made. */
async function placesMove(): Promise<void> {
  const { places, people } = world;
  for (const { state, move, kind, tenancy, more = {} } of placeMoves) {
    const { version } = await standPlace({ db: rollback.db, clock: server.clock }, places, { state, tenancy });
    await serve({
      path: 'benefits/moveApplication',
      input: { applicationId: places.applicationId, version, move, reason: '按规定', faults: [], ...more },
      key: `place-${move}-key`,
      credential: { kind: 'session', token: people[kind].token },
      caller: 'moves',
    });
  }
  await standPlace({ db: rollback.db, clock: server.clock }, places, { state: 'waitlisted', tenancy: null });
  await serve({
    path: 'incubation/offer',
    input: { siteId: places.siteId, placeId: places.free },
    key: 'place-offer-key',
    credential: { kind: 'session', token: people.operatorHere.token },
    caller: 'moves',
  });
}

/** An act about referrals, as somebody of the world. */
const referralAct = (
  kind: 'leader' | 'staffHere' | 'leadHere' | 'city',
  name: string,
  input: object,
): Promise<unknown> =>
  serve({
    path: `referral/${name}`,
    input: { reason: '名单有变', ...input },
    key: `referral-${name}-${keys++}`,
    credential: { kind: 'session', token: world.people[kind].token },
    caller: 'moves',
  });

/** A quota of one: of two the second is kept in reserve and moves up as the first leaves; the upper contest does not take it. */
async function reserveMovesUp(): Promise<void> {
  const { asked, noticeId, noticeVersion: version } = world.referrals;
  const about = { referralId: asked };
  const track = 'modern_services';
  await referralAct('leader', 'agree', { ...about, version: 1, consents: { 'referral.province': true } });
  await referralAct('leadHere', 'moveReferral', { ...about, version: 2, move: 'confirm' });
  const { entry_id } = await rollback.db
    .selectFrom('referral')
    .select('entry_id')
    .where('id', '=', asked)
    .executeTakeFirstOrThrow();
  const rank = { entry_id, edition_id: pastEdition, region_id: world.region, track, rank: 1, synthetic: true };
  await rollback.db.insertInto('referral_rank').values(rank).execute();
  const quotas = [track, world.referrals.track].map((each) => ({ track: each, quota: 1 }));
  await referralAct('city', 'keepNotice', { ...notice, quotas, version });
  await referralAct('city', 'confirmNotice', { noticeId, version: version + 1 });
  await referralAct('city', 'rankTrack', { track });
  await referralAct('city', 'recommendTrack', { track });
  await referralAct('leader', 'moveReferral', { ...about, version: 5, move: 'withdraw' });
  const next = await rollback.db
    .selectFrom('referral')
    .select(['id', 'version'])
    .where('track', '=', track)
    .where('seat', 'is not', null)
    .executeTakeFirstOrThrow();
  await referralAct('city', 'moveReferral', { referralId: next.id, version: next.version, move: 'refuse' });
}

/** Those that wait for their place are let go. */
async function waitingIsReleased(): Promise<void> {
  const { id, version } = await rollback.db
    .selectFrom('referral')
    .select(['id', 'version'])
    .where('state', '=', 'city_ranked')
    .executeTakeFirstOrThrow();
  await referralAct('city', 'moveReferral', { referralId: id, version, move: 'release' });
}

/** A class from its plan to its certificates, with all that may come between. */
async function classesAreHeld(): Promise<void> {
  const { people } = world;
  const tokenOf = new Map(Object.values(people).map(({ personId, token }) => [personId, token]));
  let asked = 0;
  await renewSessions(Date.UTC(2026, 11, 10));
  await everyTrainingMove({
    async ask<T>(as: string, path: string, input: unknown): Promise<T> {
      asked += 1;
      const credential = { kind: 'session', token: tokenOf.get(as) ?? '' } as const;
      const { body } = await serve({ path, input, key: `training-${asked}`, credential, caller: 'moves' });
      if (!body.ok) throw new Error(`${path}: ${body.error.code}`);
      return body.data as T;
    },
    trainer: people.trainerHere.personId,
    city: people.city.personId,
    organisationId: organisation,
    people: [people.stranger, people.editor, people.formerMember, people.staffOnTeam, people.leadOnTeam].map(
      ({ personId }) => personId,
    ),
    async comesTo(instant) {
      server.clock.set(instant);
      await tidyClasses(home);
    },
  });
  server.clock.set(instants.now ?? 0);
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

/** The edition that is drafted becomes the current one, and ends the one before. */
async function editionIsPublished(): Promise<string[]> {
  const { editionId, version } = world.drafted;
  const input = { editionId, version };
  const credential = { kind: 'session', token: world.people.city.token } as const;
  await serve({ path: 'competition/publishEdition', input, key: 'publish-edition', credential, caller: 'moves' });
  const rows = await rollback.db.selectFrom('edition').select(['id', 'status']).execute();
  const has = (id: string, state: string) => rows.some((row) => row.id === id && row.status === state);
  return [
    ...(has(editionId, 'current') ? ['edition/publish'] : []),
    ...(has(currentEdition, 'past') ? ['edition/end'] : []),
  ];
}

test('every move of every lifecycle is made at least once, by people or by the clock', async () => {
  const now = instants.now ?? 0;
  await renewSessions(now);
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
    ...(await keptAfter(awardIsContested)),
    ...(await keptAfter(awardListsMove)),
    ...(await keptAfter(claimsAreRefused)),
    ...(await keptAfter(personConfirms)),
    ...(await keptAfter(reserveMovesUp)),
    ...(await keptAfter(waitingIsReleased)),
    ...(await keptAfter(() =>
      referralAct('leader', 'moveReferral', { referralId: world.referrals.asked, version: 1, move: 'decline' }),
    )),
    ...(await keptAfter(() =>
      referralAct('staffHere', 'moveReferral', { referralId: world.referrals.asked, version: 1, move: 'drop' }),
    )),
    ...(await keptAfter(() =>
      referralAct('city', 'recordResult', { ...world.referrals.taken, won: false, resultZh: '没有获奖' }),
    )),
    ...(await keptAfter(classesAreHeld)),
    ...(await keptAfter(placesMove)),
    ...(await rollback.attempt(editionIsPublished)),
  ]);
  // Kinds of applications are walked to their ends by tests of their own, which hold the same (`everyMoveOf`).
  const all = Object.values(lifecycleOf)
    .filter(({ name }) => kindOf(name) === undefined)
    .flatMap(({ name, moves }) => Object.keys(moves).map((command) => `${name}/${command}`));
  expect(all.length).toBeGreaterThan(30);
  expect(all.filter((one) => !made.has(one))).toEqual([]);
});
