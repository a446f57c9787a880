import { shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { anyWaits } from '../cases/waiting';
import { holdLeaver } from '../people/queries';
import type { Db } from '../platform/db';
import { holdGrants } from '../platform/identity';
import type { OwnThing } from '../platform/personal/personal';
import { closingsDue, markEmptied } from '../platform/retention/closings';
import { termsOn } from '../platform/retention/terms';
import { makeCall } from '../rpc/call';
import type { Home } from '../rpc/home';
import { concernedBy, isModule } from './closings';
import { erase } from './erase-asked';
import { closeAccount } from './leave';
import { keptOf, type Registry } from './registry';

const nobody = '00000000-0000-0000-0000-000000000000';
/** So many people are looked at in one round. */
const atOnce = 50;

type Room = Registry['rooms'][number];

/**
 * Empties what was closed, once the term after its last day is over: of a module what is a person's own there, of the whole service their account, by the
 * steps by which whoever leaves is emptied. What still goes on there is waited for; what a law keeps a record of keeps that. Killed anywhere, it begins
 * anew and finds nothing where it has been.
 * @returns how many people it emptied
 */
export async function forgetClosed(home: Home, registry: Registry): Promise<number> {
  const { db } = home;
  const now = home.now();
  const { closed } = await termsOn(db, now);
  let gone = 0;
  for (const { id, scope } of await closingsDue(db, closed, shanghaiDate(now))) {
    const rooms = registry.rooms.filter((room) =>
      scope === 'service' ? isModule(room) : `module:${room.name}` === scope,
    );
    let left = 0;
    for (let after = nobody; ; ) {
      const people = await nextPeople(db, registry, scope, after);
      const last = people.at(-1);
      if (last === undefined) break;
      after = last;
      for (const personId of people) {
        const things = await thingsIn(db, rooms, personId);
        if ((await goesOn(db, rooms, things)) || (scope === 'service' && (await serves(db, personId, now)))) left += 1;
        else {
          if (scope === 'service') await closeFor(home, registry, personId);
          else await emptyIn(db, registry, rooms, personId, things, now);
          gone += 1;
        }
      }
    }
    if (left === 0) await markEmptied(db, id, now);
  }
  return gone;
}

/** Whom the closing concerns, some at a time. Nobody whose account is closed or being closed. */
async function nextPeople(db: Db, registry: Registry, scope: string, after: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct c.person_id as id
    from (${concernedBy(registry, scope)}) c join person p on p.id = c.person_id
    where p.erased_at is null and c.person_id > ${after} and not exists (select from erasure x where x.person_id = c.person_id)
    order by 1 limit ${atOnce}`.execute(db);
  return rows.map(({ id }) => id);
}

async function thingsIn(db: Db, rooms: readonly Room[], personId: string): Promise<OwnThing[]> {
  const things: OwnThing[] = [];
  for (const { personal } of rooms) things.push(...((await personal.things?.(db, personId)) ?? []));
  return things;
}

/** Whether one of these still waits for somebody. */
const goesOn = (db: Db, rooms: readonly Room[], things: readonly OwnThing[]): Promise<boolean> => {
  const tables = [...new Set(rooms.flatMap(({ nouns }) => nouns))];
  return anyWaits(
    db,
    tables,
    things.map(({ id }) => id),
  );
};

/** Whoever still works for the city or a region closes what is left; their account goes once their grants have ended. */
const serves = async (db: Db, personId: string, now: number): Promise<boolean> =>
  (await holdGrants(db, personId, now)).length > 0;

/** As if they had asked for it themselves. */
const closeFor = (home: Home, registry: Registry, personId: string): Promise<void> =>
  home.db.transaction().execute(async (tx) => {
    await holdLeaver(tx, personId);
    await closeAccount(makeCall(home, tx, { personId, grants: [] }, home.now()), registry);
  });

/** What is theirs in these rooms, and what hangs from it in the others, where nothing else of theirs is touched. */
async function emptyIn(
  db: Db,
  registry: Registry,
  rooms: readonly Room[],
  personId: string,
  own: readonly OwnThing[],
  now: number,
): Promise<void> {
  const things = [...own];
  const ids = own.map(({ id }) => id);
  for (const { hangs } of registry.personal) if (hangs) things.push(...(await hangs(db, ids)));
  const { ids: kept } = await keptOf(db, registry, personId);
  const here = rooms.map(({ personal }) => personal);
  const leaver = { personId, things, kept, askedAt: now };
  await erase(db, { ...registry, personal: here }, leaver);
  const elsewhere = registry.personal.filter((one) => !here.includes(one));
  await erase(db, { ...registry, personal: elsewhere }, { ...leaver, personId: nobody });
}
