import type { Actor } from '@shared/kernel/actor';
import type { ProcedureMeta } from '@shared/kernel/contract';
import { type Credential, resolveActor } from '../platform/identity';
import type { SecurityLog } from '../platform/security-log';
import type { Reply } from './envelope';
import type { Home } from './home';

/** What became known of a call while it ran, for the security log. */
export type Trace = {
  actor: Actor | null;
  /** What the call gave cause for beside its own path, such as an alarm; counts only when it was answered. */
  raised: string[];
};

type Watched = {
  path: string;
  meta: ProcedureMeta | null;
  credential: Credential;
  address: string;
  now: number;
};

/**
 * Tells the security log of a call, where it is one for it: signing in and out, acts declared `watched`, a key used for something else, too
 * many calls, and what was refused to staff or to a session that is none (conventions, Logs). Never throws.
 */
export async function watchCall(
  home: Home,
  log: SecurityLog,
  call: Watched,
  trace: Trace,
  reply: Reply,
): Promise<void> {
  const outcome = reply.body.ok ? 'OK' : reply.body.error.code;
  if (!isWatched(call, trace, reply.status, outcome)) return;
  const { path, address, now } = call;
  const personId = trace.actor?.personId ?? (await whoSignedIn(home, call, reply));
  for (const act of [path, ...(reply.body.ok ? trace.raised : [])]) {
    log.note({ personId, act, outcome, address, at: now });
  }
  // Where the process may be frozen once it has answered, nothing is left for later.
  if (!home.runsOn) await log.settle();
}

function isWatched({ meta, credential }: Watched, { actor }: Trace, status: number, outcome: string): boolean {
  if (outcome === 'RATE_LIMITED' || outcome === 'KEY_REUSED') return true;
  // A fault of ours stands in the other log, and its database may be the one that is silent.
  if (status >= 500) return false;
  const staff = actor !== null && actor.grants.length > 0;
  if (meta?.signsIn || meta?.watched === 'always' || (meta?.watched === 'staff' && staff)) return true;
  if (status === 401) return credential.kind !== 'none';
  return staff && (status === 403 || status === 404);
}

/** Whoever had no session before has one now, or is known to the platform. */
async function whoSignedIn(home: Home, { meta, credential, now }: Watched, { body }: Reply): Promise<string | null> {
  if (!meta?.signsIn || !body.ok) return null;
  const { session } = body.data as { session?: string };
  const began: Credential = session === undefined ? credential : { kind: 'session', token: session };
  return resolveActor(home.db, began, now).then(
    (actor) => actor?.personId ?? null,
    () => null,
  );
}
