import type { Actor } from '@shared/kernel/actor';
import { makeUuidV7 } from '@shared/kernel/id';
import type { Db } from '../platform/db';
import { holdGrants, personOfOpenid } from '../platform/identity';
import type { InsideHome } from './home';

/** One call while it runs: who asks, at what instant, and the transaction it runs in (a read has the pool itself). */
export type Call = {
  home: InsideHome;
  db: Db;
  actor: Actor | null;
  now: number;
  /** SHA-256 of the session's token; null where the platform itself says who calls. */
  session: string | null;
  /** The act's own key, the same when it is sent again; null for a read. */
  key: string | null;
  /** The procedure that was called; null: the clock, or an import. */
  path: string | null;
  /** Whence it comes, in words that may be shown: a named network, or the first half of an address; null where nobody can tell. */
  place: string | null;
  /** It comes from where nobody may work as staff on the web (`Credential`). */
  outside: boolean;
  /** What it gave cause for, for the security log once it is done. */
  raised: string[];
  /** How many events it leaves in the outbox; without any nobody need be woken. */
  left: { events: number };
  /** A fresh UUIDv7 of the call's instant. */
  newId(): string;
};

/** The signed-in person's id. `serve` has checked access before, so a visitor here is a fault in an access table. */
export function me(call: Call): string {
  if (call.actor === null) throw new Error('A procedure that needs a person was opened to visitors.');
  return call.actor.personId;
}

export function makeCall(
  home: InsideHome,
  db: Db,
  actor: Actor | null,
  now: number,
  session: string | null = null,
  key: string | null = null,
  raised: string[] = [],
  path: string | null = null,
): Call {
  return {
    home,
    db,
    actor,
    now,
    session,
    key,
    path,
    place: null,
    outside: false,
    raised,
    left: { events: 0 },
    newId: () => makeUuidV7(now, home.random(10)),
  };
}

/**
 * The same call with the grants as they stand now: asked after the subject's lock was taken, because a right may be revoked while one
 * waits for it; from now until the transaction ends none is. Who holds none has none to lose, and the team is read with its entry; they cost no statement.
 */
export async function withRightsAsOfNow(call: Call): Promise<Call> {
  if (call.actor === null || call.actor.grants.length === 0) return call;
  const { personId } = call.actor;
  return { ...call, actor: { personId, grants: await holdGrants(call.db, personId, call.now) } };
}

/** The same call in somebody's name, with the grants that they hold now: what the clock does for a person who decided it before. */
export async function inTheNameOf(call: Call, personId: string): Promise<Call> {
  return { ...call, actor: { personId, grants: await holdGrants(call.db, personId, call.now) } };
}

/** The same call, made by whoever has this openid in WeChat; the person is made if there is none yet. */
export async function withPersonOf(call: Call, openid: string): Promise<Call> {
  const personId = await personOfOpenid(call.db, openid, call.now, (n) => call.home.random(n));
  return { ...call, actor: { personId, grants: await holdGrants(call.db, personId, call.now) } };
}
