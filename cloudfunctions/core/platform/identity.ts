import type { Actor, Grant } from '@shared/kernel/actor';
import { makeUuidV7 } from '@shared/kernel/id';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import { Refused } from '../rpc/refused';
import { counting, minuteOf } from './call-rate';
import { sha256Hex } from './crypto/hash';
import type { Db } from './db';
import { grantOf, isLive, type ScopeColumns } from './grants';
import { at } from './schema';

/** How a call says who makes it. WeChat's openid comes from the platform, never from the payload. */
export type Credential =
  | { kind: 'none' }
  /** `outside`: it comes from where nobody may work as staff on the web, so that of a browser's session no grant counts. */
  | { kind: 'session'; token: string; outside?: boolean }
  | { kind: 'openid'; openid: string };

type Who = { person_id: string; grants: Array<ScopeColumns & { role: string }> | null };

const rightsOf = (rows: RawBuilder<unknown>) => sql`(select json_agg(json_build_object('role', g.role,
    'scope_kind', g.scope_kind, 'region_id', g.region_id, 'organisation_id', g.organisation_id) order by g.given_at, g.id)
  from ${rows} g)`;

const liveGrants = (now: number) =>
  rightsOf(sql`(select g.* from role_grant g where g.person_id = p.id and ${isLive(now)})`);

const sessionDays = 30;

/**
 * The person behind a credential with every grant alive at `now`, in one query. null: a visitor, or a session that has
 * ended or was revoked, or somebody in WeChat's cloud who only looks and whom nobody knows yet.
 */
export async function resolveActor(db: Db, credential: Credential, now: number): Promise<Actor | null> {
  if (credential.kind === 'none') return null;
  const { rows } = await personBehind(credential, now).execute(db);
  return asActor(rows[0]);
}

/**
 * The same for a change, which is counted against the person found in the same statement: outside the change's own transaction, so that refused
 * attempts count too. `changes`: how many there have been within the minute, this one with them.
 */
export async function resolveAndCount(
  db: Db,
  credential: Credential,
  now: number,
): Promise<{ actor: Actor | null; changes: number }> {
  if (credential.kind === 'none') return { actor: null, changes: 0 };
  const { rows } = await sql<Who & { calls: number }>`with who as (${personBehind(credential, now)}),
    counted as (${counting(sql`select person_id::text, ${minuteOf(now)}::int, 1 from who`)})
    select who.person_id, who.grants, counted.calls from who, counted`.execute(db);
  return { actor: asActor(rows[0]), changes: rows[0]?.calls ?? 0 };
}

const personBehind = (credential: Exclude<Credential, { kind: 'none' }>, now: number): RawBuilder<Who> =>
  credential.kind === 'session'
    ? sql`select p.id as person_id, ${credential.outside ? sql`case when s.kind = 'phone' then ${liveGrants(now)} end` : liveGrants(now)} as grants
        from session s join person p on p.id = s.person_id
        where s.token_hash = ${sha256Hex(credential.token)} and s.revoked_at is null and s.expires_at > ${at(now)}`
    : sql`select p.id as person_id, ${liveGrants(now)} as grants from person p where p.openid = ${credential.openid}`;

/** The person of an openid, made at the first meeting; two first calls at once make one person. */
export async function personOfOpenid(
  db: Db,
  openid: string,
  now: number,
  random: (n: number) => Uint8Array,
): Promise<string> {
  await db
    .insertInto('person')
    .values({
      id: makeUuidV7(now, random(10)),
      openid,
      persona: null,
      display_name: '微信用户',
      phone_sealed: null,
      phone_masked: null,
      created_at: at(now),
    })
    .onConflict((c) => c.column('openid').doNothing())
    .execute();
  const row = await db.selectFrom('person').select('id').where('openid', '=', openid).executeTakeFirstOrThrow();
  return row.id;
}

/**
 * Somebody's row, none once their account is closed, held as a foreign key holds it: whoever closes it (`holdLeaver`) waits for this transaction, and
 * what asks behind that finds none. It stands in the way of no other change of a person.
 */
export const standing = (personId: string): RawBuilder<{ id: string }> =>
  sql`(select id from person where id = ${personId} and erased_at is null for key share)`;

/** What its owner is told of a session. */
export type Device = { kind: 'phone' | 'web' | 'demo'; deviceZh: string; placeZh: string };

/** The openid of a person (an expression in SQL): where WeChat reaches their phone; null for whoever never came from WeChat. */
export const openidIn = (personId: RawBuilder<string>): RawBuilder<string | null> =>
  sql`(select openid from person where id = ${personId})`;

/**
 * Opens a session of 30 days: 256 random bits, of which only the SHA-256 is kept (conventions, Who).
 * Throws Refused UNAUTHENTICATED for an account that is closed, or being closed.
 */
export async function openSession(
  db: Db,
  personId: string,
  now: number,
  random: (n: number) => Uint8Array,
  { kind, deviceZh, placeZh }: Device = { kind: 'phone', deviceZh: '微信小程序', placeZh: '' },
): Promise<string> {
  const token = Buffer.from(random(32)).toString('base64url');
  const { rows } = await sql`insert into session
      (token_hash, id, person_id, kind, device_zh, place_zh, last_seen_at, created_at, expires_at)
    select ${sha256Hex(token)}, ${makeUuidV7(now, random(10))}::uuid, p.id, ${kind}, ${deviceZh}, ${placeZh},
      ${at(now)}::timestamptz, ${at(now)}::timestamptz, ${at(now + sessionDays * 86_400_000)}::timestamptz
    from ${standing(personId)} p returning id`.execute(db);
  if (rows.length === 0) throw new Refused('UNAUTHENTICATED');
  return token;
}

function asActor(row: Who | undefined): Actor | null {
  return row ? { personId: row.person_id, grants: asGrants(row.grants) } : null;
}

/**
 * The grants of a person that are alive at `now`, as the database knows them at this moment; within a transaction they stay so until it ends. Who takes
 * one back waits for what is being done by it, so that nothing is written any more by a right that was taken back.
 */
export async function holdGrants(db: Db, personId: string, now: number): Promise<Grant[]> {
  const held = rightsOf(
    sql`(select g.* from role_grant g where g.person_id = ${personId} and ${isLive(now)} for share of g)`,
  );
  const { rows } = await sql<Pick<Who, 'grants'>>`select ${held} as grants`.execute(db);
  return asGrants(rows[0]?.grants ?? null);
}

const asGrants = (rows: Who['grants']): Grant[] => (rows ?? []).flatMap((row) => grantOf(row) ?? []);

/** So many people are remembered a day; beyond that the day is written again, which changes nothing. */
const most = 50_000;

/**
 * Remembers on which day in Shanghai a person called last, while a phone number is kept of them: its term runs from there. One small statement a person,
 * day and process.
 */
export function makeLastUse(db: Db): (personId: string, now: number) => Promise<void> {
  let day = '';
  let noted = new Set<string>();
  return async (personId, now) => {
    const today = shanghaiDate(now);
    if (today !== day || noted.size >= most) [day, noted] = [today, new Set()];
    if (noted.has(personId)) return;
    await sql`update person set last_used_on = ${today}::date
      where id = ${personId} and phone_sealed is not null and last_used_on is distinct from ${today}::date`.execute(db);
    noted.add(personId);
  };
}

const seenEveryMs = 10 * 60_000;

/** Remembers when a session was last used, to ten minutes: for its owner, who is to know a device that is not theirs. */
export function makeLastSeen(db: Db): (session: string, now: number) => Promise<void> {
  const noted = new Map<string, number>();
  return async (session, now) => {
    const before = noted.get(session);
    if (before !== undefined && Math.abs(now - before) < seenEveryMs) return;
    if (noted.size >= most) noted.clear();
    noted.set(session, now);
    await sql`update session set last_seen_at = ${at(now)}
      where token_hash = ${session} and (last_seen_at is null or last_seen_at < ${at(now - seenEveryMs)})`.execute(db);
  };
}
