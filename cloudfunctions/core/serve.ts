import { access } from '@shared/access';
import type { ErrorTable, ProcedureMeta } from '@shared/kernel/contract';
import { type Issue, sentencesOf } from '@shared/kernel/issue-sentences';
import { type Call, makeCall, withRightsAsOfNow } from './call';
import type { Home } from './home';
import { countChange, makeReadCounter } from './platform/call-rate';
import { sha256Hex } from './platform/crypto/hash';
import type { Db } from './platform/db';
import { doOnce } from './platform/done-once';
import { type Credential, resolveActor } from './platform/identity';
import { schemaIsCurrent } from './platform/migrate';
import { unwritablePaths } from './platform/unwritable-text';
import type { Implemented } from './procedure';
import { procedures } from './procedures';
import { Refused } from './refused';
import { serveErrors } from './serve-errors';

export type Request = {
  /** `<area>/<procedure>` */
  path: string;
  input: unknown;
  key: string | null;
  credential: Credential;
  /** Who to count calls against while nobody is signed in: the remote address. */
  caller: string;
};
export type WireError = { code: string; message: string; fields?: Record<string, string>; current?: unknown };
export type Reply = { status: number; body: { ok: true; data: unknown } | { ok: false; error: WireError } };
export type Serve = (request: Request) => Promise<Reply>;

const anyProcedure = procedures as unknown as Record<string, Record<string, Implemented<never>> | undefined>;

/**
 * The only way in: identity → parse → load and lock → access → once → handler → parse out → error map; a change in one transaction.
 * Never throws; every outcome is an envelope with its HTTP status.
 */
export function makeServe(home: Home): Serve {
  const countRead = makeReadCounter();
  let current = false;

  return async function serve(request) {
    const now = home.now();
    let declared: ErrorTable = {};
    try {
      current ||= await schemaIsCurrent(home.db);
      if (!current) throw new Refused('SCHEMA_OUTDATED');
      const found = find(request.path, home);
      if (!found) throw new Refused('NOT_FOUND');
      const { area, name, procedure, meta } = found;
      declared = definition(procedure).errorMap;
      const session = request.credential.kind === 'session' ? sha256Hex(request.credential.token) : null;
      const actor = await resolveActor(home.db, request.credential, now, (n) => home.random(n));
      const input = await parse(definition(procedure).inputSchema, request.input);
      if (!meta.change) {
        countRead(actor?.personId ?? request.caller, now);
        return answer(await (await admit(makeCall(home, home.db, actor, now, session)))());
      }
      await countChange(home.db, actor?.personId ?? request.caller, now);
      if (!meta.signsIn && actor === null) throw new Refused('UNAUTHENTICATED');
      if (!meta.signsIn && !validKey(request.key)) throw new Refused('KEY_MISSING');
      const key = request.key ?? '';
      const data = await inTransaction(
        home,
        (tx) => makeCall(home, tx, actor, now, session, key),
        async (call) =>
          meta.signsIn
            ? (await admit(call))()
            : doOnce(call, { key, path: request.path, input, meta, admit: () => admit(call) }),
      );
      home.wake();
      return answer(data);

      /** Finds (and for a change locks) what the call is about, and asks access; answers what then does the work. */
      async function admit(asked: Call): Promise<() => Promise<unknown>> {
        // No rule reads the subject for a visitor, so one who must sign in is told that before anything is looked for.
        if (actor === null && !access.decide(area, name, null, null).ok) throw new Refused('UNAUTHENTICATED');
        const subject = await (
          procedure.load as unknown as (c: unknown, i: unknown, lock: boolean) => Promise<unknown>
        )(asked, input, meta.change);
        const call = meta.change ? await withRightsAsOfNow(asked) : asked;
        if (subject === null) throw new Refused('NOT_FOUND');
        const verdict = access.decide(area, name, call.actor, subject);
        if (!verdict.ok) throw verdict.hidden ? new Refused('NOT_FOUND') : new Refused('FORBIDDEN', verdict.reason);
        return async () => {
          const output = await (procedure.run as unknown as (c: unknown, i: unknown, s: unknown) => Promise<unknown>)(
            call,
            input,
            subject,
          );
          return parseOut(definition(procedure).outputSchema, output);
        };
      }
    } catch (error) {
      return refusal(home, request.path, error, declared);
    }
  };
}

type Schema = {
  '~standard': {
    validate(value: unknown): MaybePromise<{ value: unknown; issues?: undefined } | { issues: readonly Issue[] }>;
  };
};
type MaybePromise<T> = T | Promise<T>;
type Definition = { meta: ProcedureMeta; inputSchema: Schema; outputSchema: Schema; errorMap: ErrorTable };

const definition = (procedure: Implemented<never>): Definition =>
  (procedure.contract as unknown as { '~orpc': Definition })['~orpc'];

function find(path: string, home: Home) {
  const [area = '', name = '', ...rest] = path.split('/');
  const ofArea = Object.hasOwn(anyProcedure, area) ? anyProcedure[area] : undefined;
  const procedure = ofArea && Object.hasOwn(ofArea, name) ? ofArea[name] : undefined;
  if (!procedure || rest.length > 0) return null;
  const { meta } = definition(procedure);
  return meta.demoOnly && home.mode !== 'demo' ? null : { area, name, procedure, meta };
}

async function parse(schema: Schema, value: unknown): Promise<unknown> {
  const result = await schema['~standard'].validate(value ?? {});
  if (result.issues) throw new Refused('MALFORMED', undefined, sentencesOf(result.issues));
  const unwritable = unwritablePaths(result.value);
  if (unwritable.length > 0) {
    const fields = Object.fromEntries(unwritable.map((path) => [path, '含有不能保存的字符，请删去后重试']));
    throw new Refused('MALFORMED', undefined, fields);
  }
  return result.value;
}

/** What a presenter gave beyond its contract is cut off here; what it left out is our fault, not the reader's. */
async function parseOut(schema: Schema, value: unknown): Promise<unknown> {
  const result = await schema['~standard'].validate(value);
  if (result.issues)
    throw new Error(`An answer does not fit its contract: ${JSON.stringify(sentencesOf(result.issues))}`);
  return result.value;
}

const validKey = (key: string | null): key is string => key !== null && /^[\w-]{8,80}$/.test(key);

// Serialisation failure, deadlock, a plan made before a migration: nothing was changed, the whole transaction may simply be
// run again.
const retriable = new Set(['40001', '40P01', '0A000']);

async function inTransaction(
  home: Home,
  callIn: (tx: Db) => Call,
  run: (call: Call) => Promise<unknown>,
): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await home.db.transaction().execute((tx) => run(callIn(tx)));
    } catch (error) {
      if (attempt === 4 || !retriable.has(String((error as { code?: unknown }).code))) throw error;
    }
  }
}

const answer = (data: unknown): Reply => ({ status: 200, body: { ok: true, data } });

function refusal(home: Home, path: string, error: unknown, declared: ErrorTable): Reply {
  if (error instanceof Refused) {
    const known = declared[error.code] ?? serveErrors[error.code];
    if (known) {
      const { code, fields, current } = error;
      return {
        status: known.status,
        body: {
          ok: false,
          error: {
            code,
            message: error.message || known.message,
            ...(fields && { fields }),
            ...(current !== undefined && { current }),
          },
        },
      };
    }
  }
  const known = serveErrors.INTERNAL as ErrorTable[string];
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  home.log.error({ path, error: { name, message, stack } }, 'a call failed');
  return { status: known.status, body: { ok: false, error: { code: 'INTERNAL', message: known.message } } };
}
