import type { Rule } from '@shared/kernel/define-access';
import { makeUuidV7 } from '@shared/kernel/id';
import {
  countChange,
  countTry,
  insistFewChanges,
  makeCallCounter,
  malformedCosts,
  type Payer,
} from '../platform/call-rate';
import { canonicalJson, sha256Hex } from '../platform/crypto/hash';
import { doOnce } from '../platform/done-once';
import { type Credential, makeLastSeen, makeLastUse, resolveActor, resolveAndCount } from '../platform/identity';
import { schemaIsCurrent } from '../platform/migrations/newest';
import { makeSecurityLog } from '../platform/security-log';
import { makeShortMemory } from '../platform/short-memory';
import { type Call, makeCall, withPersonOf, withRightsAsOfNow } from './call';
import type { Reply } from './envelope';
import type { Home } from './home';
import { insistServed } from './insist-served';
import { definition, type Input, parseInput, parseOutput } from './parse-input';
import type { AreaCalls, Outside } from './procedure';
import { refusal } from './refusal';
import { Refused } from './refused';
import { again, inTransaction } from './transact';
import { type Trace, watchCall } from './watch-call';

export type Request = Input & {
  /** `<area>/<procedure>` */
  path: string;
  key: string | null;
  credential: Credential;
  /** Who to count calls against while nobody is signed in: the remote address. */
  caller: string;
  /** Whence it comes, in words; see `Call`. */
  place?: string;
};
export type { Reply, WireError } from './envelope';
export type Serve = (request: Request) => Promise<Reply>;
/** `settle` writes what the security log still holds. */
export type Served = Serve & { settle(): Promise<void> };

/** A procedure's steps, whose types its contract has already held together. */
type Steps = {
  load(call: Call, input: unknown, lock: boolean): Promise<unknown>;
  run(call: Call, input: unknown, subject: unknown, asked: unknown): Promise<unknown>;
  ask?(outside: Outside, input: unknown, personId: string | null): Promise<unknown>;
  finish?(outside: Outside, found: unknown): Promise<unknown>;
  remembered?: {
    changesAt(answer: unknown, now: number): number | null;
    toldAt(answer: unknown, now: number): object;
    own(call: Call): Promise<object>;
  };
};

/**
 * The only way in: count → who calls → a visitor who must sign in is refused → parse → load and lock → access → once → run → parse out →
 * error map (conventions, The order of a call). Never throws; every outcome is an envelope with its HTTP status, and leaves one line in the log.
 */
export function makeServe(home: Home, areas: readonly AreaCalls[], counter = makeCallCounter()): Served {
  const security = makeSecurityLog(home);
  const memory = makeShortMemory();
  const lastUse = makeLastUse(home.db);
  const lastSeen = makeLastSeen(home.db);
  let current = false;

  return Object.assign(serve, { settle: security.settle });

  async function serve(request: Request): Promise<Reply> {
    const now = home.now();
    const began = performance.now();
    const found = find(request.path, areas, home);
    const trace: Trace = { actor: null, raised: [] };
    const reply = await answerTo(request, found, now, trace).catch((error: unknown) =>
      refusal(home, found?.path ?? 'unknown', error, found?.contract.errorMap ?? {}),
    );
    home.log.info(
      {
        id: makeUuidV7(now, home.random(10)),
        path: found?.path ?? 'unknown',
        outcome: reply.body.ok ? 'OK' : reply.body.error.code,
        ms: Math.round(performance.now() - began),
        address: request.caller,
      },
      'call',
    );
    const watched = {
      path: found?.path ?? 'unknown',
      meta: found?.contract.meta ?? null,
      credential: request.credential,
      address: request.caller,
      now,
    };
    await watchCall(home, security, watched, trace, reply);
    return reply;
  }

  async function answerTo(request: Request, found: Found | null, now: number, trace: Trace): Promise<Reply> {
    const { credential, caller: address } = request;
    const session = credential.kind === 'session' ? sha256Hex(credential.token) : null;
    const claimed = credential.kind === 'openid' ? credential.openid : session;
    const cost = found?.contract.meta.cost ?? 1;
    counter.arrive(claimed, address, cost, now);
    if (!found) throw new Refused('NOT_FOUND');
    const { path, rule, steps, contract } = found;
    const { meta } = contract;

    current ||= await again(() => schemaIsCurrent(home.db));
    if (!current) throw new Refused('SCHEMA_OUTDATED');
    const { actor, changes } = await again(async () =>
      meta.change
        ? resolveAndCount(home.db, credential, now)
        : { actor: await resolveActor(home.db, credential, now), changes: 0 },
    );
    trace.actor = actor;
    counter.meet(claimed, address, actor?.personId ?? null, cost, now);
    // Visitors are refused before anything is loaded; no rule reads the subject for one.
    const needsPerson = (meta.change && !meta.signsIn) || !rule.decide(null, null).ok;
    // In WeChat's cloud a person is made by the first change, in its own transaction, never by looking.
    const newcomer = actor === null && meta.change && credential.kind === 'openid' ? credential.openid : null;
    if (actor === null && newcomer === null && needsPerson) throw new Refused('UNAUTHENTICATED');
    const payer: Payer = actor === null ? { kind: 'address', id: address } : { kind: 'person', id: actor.personId };
    if (actor) await again(() => lastUse(actor.personId, now));
    if (actor && session !== null) await again(() => lastSeen(session, now));
    if (meta.change) {
      if (actor === null) await again(() => countChange(home.db, address, now));
      else insistFewChanges(changes, 'person', now);
    }
    const input = await parseInput(contract, request).catch((error: unknown) => {
      counter.spend(payer, malformedCosts, now);
      throw error;
    });

    if (meta.takesNew) await again(() => insistServed(home.db, [`module:${path.split('/')[0]}`], now));

    const key = request.key ?? '';
    let left: Call['left'] = { events: 0 };
    const callIn = (db: Call['db']) => {
      // A transaction that is run again begins anew.
      trace.raised = [];
      const call = makeCall(home, db, actor, now, session, meta.change ? key : null, trace.raised, path);
      call.place = request.place ?? null;
      call.outside = credential.kind === 'session' && credential.outside === true;
      left = call.left;
      return call;
    };
    if (meta.memory && steps.remembered) return fromMemory(steps.remembered, meta.memory.seconds);
    if (!meta.change) return complete(await again(async () => (await admit(callIn(home.db), null))()));
    if (!meta.signsIn && !validKey(request.key)) throw new Refused('KEY_MISSING');
    if (meta.guessable) {
      const from: Payer = { kind: 'address', id: address };
      await again(() => countTry(home.db, payer.kind === 'address' ? [from] : [payer, from], now));
    }
    // What is asked reads the database too; WeChat asked twice refuses a code that is used up, as it would whoever tapped again.
    const asked = await again(async () => steps.ask?.(home, input, actor?.personId ?? null));
    const act = async (first: Call) => {
      const call = newcomer === null ? first : await withPersonOf(first, newcomer);
      return meta.signsIn
        ? (await admit(call, asked))()
        : doOnce(call, { key, path, input, meta, admit: () => admit(call, asked) });
    };
    const done = await inTransaction(home, callIn, act, !meta.signsIn);
    if (left.events > 0) home.wake();
    return complete(done);

    /** Finds (and for a change locks) what the call is about, and asks access; answers what then does the work. */
    async function admit(first: Call, asked: unknown): Promise<() => Promise<unknown>> {
      const subject = await steps.load(first, input, meta.change);
      const call = meta.change ? await withRightsAsOfNow(first) : first;
      if (subject === null) throw new Refused('NOT_FOUND');
      const verdict = rule.decide(call.actor, subject);
      if (!verdict.ok) throw verdict.hidden ? new Refused('NOT_FOUND') : new Refused('FORBIDDEN', verdict.reason);
      return async () => {
        const output = await steps.run(call, input, subject, asked);
        return steps.finish ? output : parseOutput(contract, output);
      };
    }

    /** What everybody is told, as it was told a moment ago; who signed in is told their own beside it. */
    async function fromMemory(remembered: NonNullable<Steps['remembered']>, seconds: number): Promise<Reply> {
      const kept = await memory.of(`${path} ${canonicalJson(input)}`, now, seconds, async () => {
        const data = await again(async () => (await admit(makeCall(home, home.db, null, now), null))());
        return { changesAt: remembered.changesAt(data, now), toldAt: (at) => remembered.toldAt(data, at) };
      });
      if (actor === null) return { status: 200, body: { ok: true, data: kept.data }, bytes: kept.bytes };
      const mine = await again(() => remembered.own(callIn(home.db)));
      return { status: 200, body: { ok: true, data: await parseOutput(contract, { ...kept.data, ...mine }) } };
    }

    async function complete(done: unknown): Promise<Reply> {
      const data =
        steps.finish && done !== undefined ? await parseOutput(contract, await steps.finish(home, done)) : done;
      return { status: 200, body: { ok: true, data } };
    }
  }
}

type Found = NonNullable<ReturnType<typeof find>>;

function find(path: string, areas: readonly AreaCalls[], home: Home) {
  const [areaName, name = '', ...rest] = path.split('/');
  const area = areas.find((one) => one.name === areaName);
  if (!area || !Object.hasOwn(area.procedures, name) || rest.length > 0) return null;
  const { [name]: procedure } = area.procedures;
  // A procedure without a rule stays shut.
  const rule = area.access[name] as Rule<unknown> | undefined;
  if (!procedure || !rule) return null;
  const contract = definition(procedure);
  if (contract.meta.demoOnly && home.mode !== 'demo') return null;
  return { path, contract, rule, steps: procedure as unknown as Steps };
}

const validKey = (key: string | null): key is string => key !== null && /^[\w-]{8,80}$/.test(key);
